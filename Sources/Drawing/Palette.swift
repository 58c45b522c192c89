internal import Scene

/// At most 256 colours that stand for all colours of a raster.
///
/// The colours of the picture itself stay exact. The many between them, where text and edges are smoothed, go
/// to a kept colour that differs by at most 8 of 255 in any channel (16 where 8 does not bring them under 256):
/// on the edge of a letter nobody can see it, and the file is a sixth smaller.
struct Palette {
    /// The colours as 0x00RRGGBB.
    let colors: [UInt32]
    /// For each colour of the raster, by its number there, the index in `colors`.
    let indices: [UInt8]

    private static let tolerances = [8, 16]

    /// A palette for the colours of a raster, or nil if 256 do not suffice.
    init?(for raster: IndexedRaster, exact: [Color], mayMerge: Bool) {
        let exact = Set(exact.map { UInt32($0.red) << 16 | UInt32($0.green) << 8 | UInt32($0.blue) })
        // The picture's own colours first, then the commonest; the number of a colour breaks ties.
        let order = raster.colors.indices.sorted { a, b in
            let (ownA, ownB) = (exact.contains(raster.colors[a]), exact.contains(raster.colors[b]))
            if ownA != ownB { return ownA }
            if raster.counts[a] != raster.counts[b] { return raster.counts[a] > raster.counts[b] }
            return a < b
        }
        for tolerance in mayMerge ? Self.tolerances : [0] {
            var kept: [UInt32] = []
            var indices = [UInt8](repeating: 0, count: raster.colors.count)
            for number in order {
                let color = raster.colors[number]
                var index = kept.endIndex
                if tolerance > 0, !exact.contains(color) {
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

/// Whether no channel of two colours differs by more than `tolerance`.
private func differs(_ a: UInt32, _ b: UInt32, atMost tolerance: Int) -> Bool {
    for shift: UInt32 in [0, 8, 16] where abs(Int(a >> shift & 255) - Int(b >> shift & 255)) > tolerance {
        return false
    }
    return true
}
