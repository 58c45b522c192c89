import Diagnostics
import Drawing
import Files
import Scene
import Testing

@Suite struct PNGTests {
    @Test func twoFontBooksDrawTheSameBytes() throws {
        let first = try FontBook(folder: fontFolder)
        let second = try FontBook(folder: fontFolder)
        // The second book draws something else first: nothing may depend on what came before.
        _ = try PNGExporter(fonts: second).png(
            Picture(
                size: Size(50, 50), title: "", alternative: "", background: nil,
                nodes: [line("other", x: 0, y: 20, size: 31, measurer: second)]), scale: 1)
        #expect(
            try PNGExporter(fonts: first).png(sample(first), scale: 2)
                == PNGExporter(fonts: second).png(sample(second), scale: 2))
    }

    @Test func manyTasksAtOnceDrawWhatOneDraws() async throws {
        let alone = try FontBook(folder: fontFolder)
        let png = try PNGExporter(fonts: alone).png(sample(alone), scale: 1)
        let pdf = try PDFExporter(fonts: alone).pdf(sample(alone), language: "en-GB", date: "2026-11-21")
        let equal = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let fonts = try FontBook(folder: fontFolder)
                    let picture = sample(fonts)
                    return try PNGExporter(fonts: fonts).png(picture, scale: 1) == png
                        && PDFExporter(fonts: fonts).pdf(picture, language: "en-GB", date: "2026-11-21")
                            == pdf
                }
            }
            return try await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(equal == Array(repeating: true, count: 8))
    }

    @Test func aBandAcrossA4LeavesNoPaleColumnAtTheEdge() throws {
        let fonts = try FontBook(folder: fontFolder)
        let (size, navy) = (Size(595.2756, 841.8898), Color(0x12436D))
        let band = Rect(x: 0, y: 0, width: size.width, height: 100)
        let page = Picture(
            size: size, title: "", alternative: "", background: .white,
            nodes: [.shape(Shape(.rect(band, radius: 0), fill: .color(navy)))])
        let png = try PNGReader(PNGExporter(fonts: fonts).png(page, scale: 150 / 72.0))
        #expect(png.width == 1240 && png.height == 1754)
        #expect(png.color(1239, 20) == 0x12436D)
    }

    @Test func thePictureHasItsSizeAndItsOwnColoursExactly() throws {
        let fonts = try FontBook(folder: fontFolder)
        let png = try PNGReader(PNGExporter(fonts: fonts).png(sample(fonts), scale: 2))
        #expect(png.width == 640 && png.height == 400)
        #expect(png.chunkNames == ["IHDR", "sRGB", "pHYs", "PLTE", "IDAT", "IEND"])
        #expect(png.color(5, 5) == 0xFFFFFF)
        #expect(png.color(40, 110) == 0x12436D)
        #expect(png.color(60, 240) == 0xF46A25)
    }

    @Test func aPictureWithoutAGroundStandsOnNothingWhereThatIsAskedFor() throws {
        let fonts = try FontBook(folder: fontFolder)
        var picture = sample(fonts)
        picture.background = nil
        let png = try PNGReader(PNGExporter(fonts: fonts).png(picture, scale: 2, isTransparent: true))
        #expect(png.chunkNames == ["IHDR", "sRGB", "pHYs", "PLTE", "tRNS", "IDAT", "IEND"])
        #expect(png.alpha(5, 5) == 0)
        #expect(png.alpha(40, 110) == 255 && png.color(40, 110) == 0x12436D)
        // Without being asked for it, on white; and a ground of its own stays.
        let white = try PNGReader(PNGExporter(fonts: fonts).png(picture, scale: 2))
        #expect(white.color(5, 5) == 0xFFFFFF && white.alpha(5, 5) == nil)
        let grounded = try PNGReader(
            PNGExporter(fonts: fonts).png(sample(fonts), scale: 2, isTransparent: true))
        #expect(grounded.chunkNames == ["IHDR", "sRGB", "pHYs", "PLTE", "IDAT", "IEND"])
    }

    /// The smoothed edges of letters are merged in the palette: on no ground may that be seen.
    @Test func whatStandsOnNothingLooksOnAnyGroundAsIfDrawnOnIt() throws {
        let fonts = try FontBook(folder: fontFolder)
        let exporter = PNGExporter(fonts: fonts)
        var picture = sample(fonts)
        picture.background = nil
        let clear = try PNGReader(exporter.png(picture, scale: 1, isTransparent: true))
        for ground in [Color(0), Color(0x12_436D), Color(0x80_8080), .white] {
            picture.background = ground
            let drawn = try PNGReader(exporter.png(picture, scale: 1))
            var furthest = 0
            for y in 0..<clear.height {
                for x in 0..<clear.width {
                    let (front, alpha) = (Color(clear.color(x, y)), Int(clear.alpha(x, y) ?? 255))
                    let expected = Color(drawn.color(x, y))
                    for (part, back, seen) in [
                        (front.red, ground.red, expected.red), (front.green, ground.green, expected.green),
                        (front.blue, ground.blue, expected.blue),
                    ] {
                        let laid = (Int(part) * alpha + Int(back) * (255 - alpha) + 127) / 255
                        furthest = max(furthest, abs(laid - Int(seen)))
                    }
                }
            }
            // Each of the two may be 16 from the truth, and one for rounding.
            #expect(furthest <= 33, "on \(ground.hex)")
        }
    }

    /// Twenty by twenty pixels of 400 colours, row by row.
    private func manyColors() -> (Picture, colors: [UInt32]) {
        let colors = (0..<400).map { UInt32($0 * 40_503 & 0xFF_FFFF) }
        let shapes = colors.indices.map { index -> Node in
            let pixel = Rect(x: Double(index % 20), y: Double(index / 20), width: 1, height: 1)
            return .shape(Shape(.rect(pixel, radius: 0), fill: .color(Color(colors[index]))))
        }
        let picture = Picture(size: Size(20, 20), title: "", alternative: "", background: nil, nodes: shapes)
        return (picture, colors)
    }

    @Test func aPhotographOnNothingKeepsEveryColourAndItsAlpha() throws {
        let fonts = try FontBook(folder: fontFolder)
        let exporter = PNGExporter(fonts: fonts)
        let (many, colors) = manyColors()
        let framed = Picture(
            size: Size(22, 20), title: "", alternative: "", background: nil,
            nodes: [
                .image(
                    ImageNode(
                        frame: Rect(x: 0, y: 0, width: 20, height: 20), png: try exporter.png(many, scale: 1))
                )
            ])
        let png = try PNGReader(exporter.png(framed, scale: 1, isTransparent: true))
        #expect(png.chunkNames == ["IHDR", "sRGB", "pHYs", "IDAT", "IEND"])
        for index in colors.indices { #expect(png.color(index % 20, index / 20) == colors[index]) }
        #expect(png.alpha(0, 0) == 255 && png.alpha(21, 10) == 0)
    }

    /// Neither a time stamp nor a program's name; the size in metres; the colours are those of sRGB.
    @Test(arguments: [1.0, 2, 300.0 / 72])
    func aPNGSaysItsSizeOnPaperAndNothingOfWhenItWasMade(scale: Double) throws {
        let fonts = try FontBook(folder: fontFolder)
        let png = try PNGReader(PNGExporter(fonts: fonts).png(sample(fonts), scale: scale))
        let density = Int((scale * 72 / 0.0254).rounded())
        let bytes = [24, 16, 8, 0].map { UInt8(density >> $0 & 255) }
        #expect(png.chunks["pHYs"] == bytes + bytes + [1])
        #expect(png.chunks["sRGB"] == [0])
        #expect(Set(png.chunkNames).isDisjoint(with: ["tIME", "tEXt", "iTXt", "zTXt", "eXIf"]))
    }

    @Test func thereIsInkWhereTheTitleIsAndNoneBesideIt() throws {
        let fonts = try FontBook(folder: fontFolder)
        let picture = sample(fonts)
        let png = try PNGReader(PNGExporter(fonts: fonts).png(picture, scale: 2))
        let title = try #require(
            picture.nodes.first.flatMap { node -> TextLine? in
                guard case .text(let line) = node else { return nil }
                return line
            })
        func ink(from left: Double, to right: Double) -> Int {
            var count = 0
            for y in 20..<60 {
                for x in Int(left * 2)..<Int(right * 2) where png.color(x, y) == 0x1B1F24 { count += 1 }
            }
            return count
        }
        #expect(ink(from: title.origin.x, to: title.origin.x + title.advance) > 800)
        #expect(ink(from: title.origin.x + title.advance + 1, to: 320) == 0)
        #expect(ink(from: 0, to: title.origin.x) == 0)
    }

    @Test func aHatchHasLinesAndGround() throws {
        let fonts = try FontBook(folder: fontFolder)
        let hatch = Fill.hatch(line: blue, ground: Color(0xD5D9DC), spacing: 10, width: 4)
        let picture = Picture(
            size: Size(60, 60), title: "", alternative: "", background: .white,
            nodes: [.shape(Shape(.rect(Rect(x: 10, y: 10, width: 40, height: 40), radius: 0), fill: hatch))])
        let png = try PNGReader(PNGExporter(fonts: fonts).png(picture, scale: 1))
        #expect(png.color(5, 30) == 0xFFFFFF)
        // The middles of the lines lie at (x + y) / √2 = 5, 15, 25, 35 …, the ground between them at 30, 40 …
        #expect(png.color(24, 25) == 0x12436D)
        #expect(png.color(21, 21) == 0xD5D9DC)
        #expect(png.color(17, 31) == png.color(24, 24))
    }

    @Test func fewColoursTakeFewBits() throws {
        let fonts = try FontBook(folder: fontFolder)
        let bar = Shape(.rect(Rect(x: 3, y: 0, width: 5, height: 4), radius: 0), fill: .color(blue))
        let picture = Picture(
            size: Size(11, 4), title: "", alternative: "", background: nil, nodes: [.shape(bar)])
        let png = try PNGReader(PNGExporter(fonts: fonts).png(picture, scale: 1))
        let row = (0..<11).map { png.color($0, 2) == 0x12436D }
        #expect(row == [false, false, false, true, true, true, true, true, false, false, false])
    }

    @Test func aPhotographKeepsEveryColour() throws {
        let fonts = try FontBook(folder: fontFolder)
        let exporter = PNGExporter(fonts: fonts)
        let (many, colors) = manyColors()
        let photograph = try exporter.png(many, scale: 1)
        let framed = Picture(
            size: Size(20, 20), title: "", alternative: "", background: nil,
            nodes: [.image(ImageNode(frame: Rect(x: 0, y: 0, width: 20, height: 20), png: photograph))])
        let png = try PNGReader(exporter.png(framed, scale: 1))
        #expect(png.chunkNames == ["IHDR", "sRGB", "pHYs", "IDAT", "IEND"])
        for index in colors.indices { #expect(png.color(index % 20, index / 20) == colors[index]) }
    }

    @Test func whatCannotBeDrawnIsAnError() throws {
        let fonts = try FontBook(folder: fontFolder)
        let exporter = PNGExporter(fonts: fonts)
        let empty = Picture(size: Size(0, 10), title: "", alternative: "", background: nil, nodes: [])
        #expect(
            messages { () throws(Failure) in _ = try exporter.png(empty, scale: 1) } == [
                "a picture of 0 by 10 pixels cannot be drawn | sides run from 1 to 32767 pixels"
            ])
        let broken = Picture(
            size: Size(10, 10), title: "", alternative: "", background: nil,
            nodes: [.image(ImageNode(frame: Rect(x: 0, y: 0, width: 5, height: 5), png: [1, 2, 3]))])
        #expect(
            messages { () throws(Failure) in _ = try exporter.png(broken, scale: 1) } == [
                "an image of 3 bytes is not a PNG that can be read"
            ])
    }
}
