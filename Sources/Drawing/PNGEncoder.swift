internal import Diagnostics
internal import Files
internal import Scene

/// Writes a raster as PNG (ISO/IEC 15948): with a palette where 256 colours suffice, else in true colour.
///
/// No time, no names: the same pixels give the same bytes.
struct PNGEncoder {
    let width: Int
    let height: Int
    let pixelsPerPoint: Double
    /// Whether every pixel is opaque, whatever its top byte says.
    let isOpaque: Bool
    /// The colours that a palette must keep exactly.
    let exactColors: [Color]
    /// Whether it may hold shades that run into each other.
    let hasImages: Bool

    /// `pixels` are 0xAARRGGBB, each colour times its alpha, `stride` of them to a row.
    func encode(_ pixels: UnsafePointer<UInt32>, stride: Int) throws(Failure) -> [UInt8] {
        if let raster = IndexedRaster(
            pixels, width: width, height: height, stride: stride, isOpaque: isOpaque),
            let palette = Palette(for: raster, exact: exactColors, hasImages: hasImages)
        {
            let bits =
                palette.colors.count <= 2
                ? 1 : palette.colors.count <= 4 ? 2 : palette.colors.count <= 16 ? 4 : 8
            let data = try Deflater(level: 6, wrapping: .zlib).compress(rows(of: raster, palette, bits: bits))
            return file(bits: bits, colorType: 3, palette: palette.colors, data: data)
        }
        let rows = isOpaque ? rows(of: pixels, stride: stride) : transparentRows(of: pixels, stride: stride)
        let data = try Deflater(level: 5, wrapping: .zlib).compress(rows)
        return file(bits: 8, colorType: isOpaque ? 2 : 6, palette: [], data: data)
    }

    /// Rows of palette indices, packed from the left, each after filter type 0 (none).
    private func rows(of raster: IndexedRaster, _ palette: Palette, bits: Int) -> [UInt8] {
        let length = (width * bits + 7) / 8 + 1
        var rows = [UInt8](repeating: 0, count: length * height)
        rows.withUnsafeMutableBufferPointer { rows in
            raster.numbers.withUnsafeBufferPointer { numbers in
                palette.indices.withUnsafeBufferPointer { indices in
                    for y in 0..<height {
                        let (row, source) = (y * length + 1, y * width)
                        if bits == 8 {
                            for x in 0..<width { rows[row + x] = indices[Int(numbers[source + x])] }
                        } else {
                            let perByte = 8 / bits
                            for x in 0..<width {
                                let shift = 8 - bits * (x % perByte + 1)
                                rows[row + x / perByte] |= indices[Int(numbers[source + x])] << UInt8(shift)
                            }
                        }
                    }
                }
            }
        }
        return rows
    }

    /// Rows of red, green, blue, each less the row above (filter type 2, up).
    private func rows(of pixels: UnsafePointer<UInt32>, stride: Int) -> [UInt8] {
        let length = width * 3 + 1
        return [UInt8](unsafeUninitializedCapacity: length * height) { rows, count in
            var output = 0
            for y in 0..<height {
                rows[output] = 2
                output += 1
                for x in 0..<width {
                    let color = pixels[y * stride + x]
                    let above = y > 0 ? pixels[(y - 1) * stride + x] : 0
                    rows[output] =
                        UInt8(truncatingIfNeeded: color >> 16) &- UInt8(truncatingIfNeeded: above >> 16)
                    rows[output + 1] =
                        UInt8(truncatingIfNeeded: color >> 8) &- UInt8(truncatingIfNeeded: above >> 8)
                    rows[output + 2] = UInt8(truncatingIfNeeded: color) &- UInt8(truncatingIfNeeded: above)
                    output += 3
                }
            }
            count = output
        }
    }

    /// Rows of red, green, blue and alpha, each less the row above (filter type 2, up).
    private func transparentRows(of pixels: UnsafePointer<UInt32>, stride: Int) -> [UInt8] {
        let length = width * 4
        var rows: [UInt8] = []
        rows.reserveCapacity((length + 1) * height)
        var above = [UInt8](repeating: 0, count: length)
        for y in 0..<height {
            rows.append(2)
            for x in 0..<width {
                let pixel = pixels[y * stride + x]
                let color = Color(straightening: pixel)
                let parts = (color.red, color.green, color.blue, UInt8(pixel >> 24))
                for (place, part) in [parts.0, parts.1, parts.2, parts.3].enumerated() {
                    rows.append(part &- above[x * 4 + place])
                    above[x * 4 + place] = part
                }
            }
        }
        return rows
    }

    /// `palette` are colours as the raster has them; their alphas are written up to the last that is not 255.
    private func file(bits: Int, colorType: UInt8, palette: [UInt32], data: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file.reserveCapacity(data.count + palette.count + 128)
        append("IHDR", bigEndian(width) + bigEndian(height) + [UInt8(bits), colorType, 0, 0, 0], to: &file)
        append("sRGB", [0], to: &file)
        // A point is 1/72 inch: pixels a metre, both ways.
        let density = bigEndian(Int((pixelsPerPoint * 72 / 0.0254).rounded()))
        append("pHYs", density + density + [1], to: &file)
        if !palette.isEmpty {
            append("PLTE", palette.flatMap { Color(straightening: $0).bytes }, to: &file)
            let last = palette.lastIndex { $0 >> 24 < 255 } ?? -1
            if last >= 0 { append("tRNS", palette[...last].map { UInt8($0 >> 24) }, to: &file) }
        }
        append("IDAT", data, to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// A chunk: the length of its data, its name, the data, the checksum of the last two.
    private func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
        file += bigEndian(data.count)
        file += name.utf8
        file += data
        file += bigEndian(Int(crc32(data, seed: crc32(Array(name.utf8)))))
    }

    private func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
