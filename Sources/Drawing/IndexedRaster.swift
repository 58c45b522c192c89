/// A raster as numbers into a list of its colours.
struct IndexedRaster {
    /// The colours as 0xAARRGGBB, each times its alpha, in the order in which they are met.
    private(set) var colors: [UInt32] = []
    /// How many pixels have each colour.
    private(set) var counts: [Int] = []
    /// For each pixel, row by row, the number of its colour.
    private(set) var numbers: [UInt16] = []

    /// Beyond this a picture holds a photograph, and no palette will do.
    private static let mostColors = 4096

    /// Numbers the colours of a raster, or nil if there are too many.
    ///
    /// What the top byte of an opaque raster holds says nothing: its colours count as opaque.
    init?(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int, isOpaque: Bool) {
        let alpha: UInt32 = isOpaque ? 0xFF00_0000 : 0
        var table = ColorTable()
        var counts: [Int] = []
        var fits = true
        numbers = [UInt16](unsafeUninitializedCapacity: width * height) { numbers, count in
            for y in 0..<height {
                let row = pixels + y * stride
                let start = y * width
                var x = 0
                while x < width {
                    let color = row[x] | alpha
                    var end = x + 1
                    while end < width, row[end] | alpha == color { end += 1 }
                    let number = table.number(of: color)
                    if number == counts.count {
                        counts.append(0)
                        guard counts.count <= Self.mostColors else {
                            fits = false
                            return
                        }
                    }
                    counts[number] += end - x
                    numbers[start + x..<start + end].update(repeating: UInt16(number))
                    x = end
                }
            }
            count = width * height
        }
        guard fits else { return nil }
        colors = table.colors
        self.counts = counts
    }
}

/// A hash table from colour to number, open addressing: a Dictionary took ten times as long.
private struct ColorTable {
    private(set) var colors: [UInt32] = []
    private var slots = [UInt16](repeating: 0, count: 16384)

    mutating func number(of color: UInt32) -> Int {
        // Fibonacci hashing: the upper 14 bits of the product with 2^32 / φ.
        var slot = Int((color &* 0x9E37_79B9) >> 18)
        while true {
            let number = Int(slots[slot]) - 1
            if number < 0 {
                colors.append(color)
                slots[slot] = UInt16(colors.count)
                return colors.count - 1
            }
            if colors[number] == color { return number }
            slot = (slot + 1) & 16383
        }
    }
}
