package import Diagnostics
package import Scene

/// Draws pictures as PNG.
package struct PNGExporter {
    private let fonts: FontBook
    /// cairo's own limit for the side of a raster.
    private let largestSide = 32_767.0

    package init(fonts: FontBook) {
        self.fonts = fonts
    }

    /// The picture at `scale` pixels a point; if it has no background, on white or, where asked for, on nothing.
    package func png(
        _ picture: Picture, scale: Double, isTransparent: Bool = false
    ) throws(Failure) -> [UInt8] {
        try fonts.check(picture)
        let width = side(picture.size.width * scale)
        let height = side(picture.size.height * scale)
        guard width >= 1, height >= 1, width <= largestSide, height <= largestSide else {
            throw Failure(
                "a picture of \(fixedDecimal(width)) by \(fixedDecimal(height)) pixels cannot be drawn",
                hints: ["sides run from 1 to \(fixedDecimal(largestSide)) pixels"])
        }
        let isClear = isTransparent && picture.background == nil
        let image = try ImageSurface(width: Int(width), height: Int(height), isTransparent: isClear)
        let canvas = try Canvas(
            surface: image.surface, size: picture.size, fonts: fonts, pixelsPerPoint: scale)
        if !isClear { canvas.fill(with: picture.background ?? .white) }
        try canvas.paint(picture)
        let encoder = PNGEncoder(
            width: Int(width), height: Int(height), pixelsPerPoint: scale, isOpaque: !isClear,
            exactColors: picture.colors, hasImages: picture.hasImages)
        return try image.withPixels { pixels, stride throws(Failure) in
            try encoder.encode(pixels, stride: stride)
        }
    }

    /// Whole pixels for a side: up, unless less than a quarter of one hangs over.
    ///
    /// A4 at 150 dots an inch is 1240.16 pixels wide; a last column that is a sixth covered would look like a pale edge.
    private func side(_ length: Double) -> Double { (length < 1 ? length : length - 0.25).rounded(.up) }
}

extension Picture {
    /// Every colour that fills or outlines something, in drawing order, each once.
    fileprivate var colors: [Color] {
        var colors: [Color] = []
        func add(_ color: Color?) {
            if let color, !colors.contains(color) { colors.append(color) }
        }
        func collect(_ nodes: [Node]) {
            for node in nodes {
                switch node {
                case .group(let group): collect(group.nodes)
                case .shape(let shape):
                    switch shape.fill {
                    case .color(let color): add(color)
                    case .hatch(let line, let ground, _, _):
                        add(ground)
                        add(line)
                    case nil: break
                    }
                    add(shape.stroke?.color)
                case .text(let line): add(line.style.color)
                case .image: break
                }
            }
        }
        add(background ?? .white)
        collect(nodes)
        return colors
    }

    fileprivate var hasImages: Bool {
        func found(_ nodes: [Node]) -> Bool {
            nodes.contains { node in
                switch node {
                case .group(let group): found(group.nodes)
                case .image: true
                case .shape, .text: false
                }
            }
        }
        return found(nodes)
    }
}
