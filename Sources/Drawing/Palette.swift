internal import Scene

/// At most 256 colours that stand for all colours of a raster.
///
/// The colours of the picture itself stay exact. The many between them, where text and edges are smoothed, go
/// to a kept colour that differs by at most 8 of 255 in any channel (16 where 8 does not bring them under 256):
/// on the edge of a letter nobody can see it, and the file is a sixth smaller. Where a picture has no ground of its own,
/// that holds on whatever ground it is put.
///
/// A picture that holds images, logos say, may have shades that run into each other: there a colour of many pixels stays
/// exact, too, and 16 is never tried.
struct Palette {
    /// The colours as 0xAARRGGBB, each times its alpha.
    let colors: [UInt32]
    /// For each colour of the raster, by its number there, the index in `colors`.
    let indices: [UInt8]

    private static let tolerances = [8, 16]
    /// A colour with so many pixels is no edge that is smoothed.
    private static let manyPixels = 256

    /// A palette for the colours of a raster, or nil if 256 do not suffice.
    init?(for raster: IndexedRaster, exact: [Color], hasImages: Bool) {
        let exact = Set(
            exact.map { 0xFF00_0000 | UInt32($0.red) << 16 | UInt32($0.green) << 8 | UInt32($0.blue) } + [0])
        // The picture's own colours first, then the commonest; the number of a colour breaks ties.
        let order = raster.colors.indices.sorted { a, b in
            let (ownA, ownB) = (exact.contains(raster.colors[a]), exact.contains(raster.colors[b]))
            if ownA != ownB { return ownA }
            if raster.counts[a] != raster.counts[b] { return raster.counts[a] > raster.counts[b] }
            return a < b
        }
        for tolerance in Self.tolerances.prefix(hasImages ? 1 : 2) {
            var kept: [UInt32] = []
            var indices = [UInt8](repeating: 0, count: raster.colors.count)
            for number in order {
                let color = raster.colors[number]
                var index = kept.endIndex
                let isKept = exact.contains(color) || hasImages && raster.counts[number] >= Self.manyPixels
                if !isKept {
                    index = kept.firstIndex { differs($0, color, atMost: tolerance) } ?? kept.endIndex
                }
                guard index < 256 else { break }
                if index == kept.endIndex { kept.append(color) }
                indices[number] = UInt8(index)
                if number == order.last {
                    colors = kept
                    self.indices = indices
                    return
                }
            }
        }
        return nil
    }
}

/// Whether no channel of two colours differs by more than `tolerance` on any ground.
///
/// On a ground g, 0 (black) to 1 (white), a channel is c + (1 − a) g: its difference lies between those on black and on
/// white.
private func differs(_ a: UInt32, _ b: UInt32, atMost tolerance: Int) -> Bool {
    let alpha = Int(a >> 24) - Int(b >> 24)
    for shift: UInt32 in [0, 8, 16] {
        let onBlack = Int(a >> shift & 255) - Int(b >> shift & 255)
        guard abs(onBlack) <= tolerance, abs(onBlack - alpha) <= tolerance else { return false }
    }
    return true
}

extension Color {
    /// A colour that is 0xAARRGGBB, each part times its alpha, as it was before that: PNG keeps the two apart.
    init(straightening pixel: UInt32) {
        let alpha = pixel >> 24
        func part(_ shift: UInt32) -> UInt8 {
            alpha == 0 ? 0 : UInt8(min(((pixel >> shift & 255) * 255 + alpha / 2) / alpha, 255))
        }
        self.init(red: part(16), green: part(8), blue: part(0))
    }

    var bytes: [UInt8] { [red, green, blue] }
}
