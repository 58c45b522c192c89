import Files
import Scene

/// Writes the fonts and images that pages are drawn with.
struct Resources {
    private let pages: DrawnPages

    init(_ pages: DrawnPages) { self.pages = pages }

    /// What every page names; one for all of them.
    func write(into builder: inout PDFBuilder) -> PDFValue {
        var resources = PDFDictionary()
        var fonts = PDFDictionary()
        for (index, font) in pages.fonts.enumerated() { fonts["F\(index + 1)"] = write(font, into: &builder) }
        if !fonts.entries.isEmpty { resources["Font"] = .dictionary(fonts) }
        var images = PDFDictionary()
        for (index, image) in pages.images.enumerated() {
            images["I\(index + 1)"] = write(image, into: &builder)
        }
        if !images.entries.isEmpty { resources["XObject"] = .dictionary(images) }
        return builder.add(resources)
    }

    /// A composite font whose characters are the glyphs by their ids (ISO 32000-1, 9.7).
    private func write(_ font: EmbeddedFont, into builder: inout PDFBuilder) -> PDFValue {
        let name = PDFValue.name("\(tag(of: font))+\(font.name)")
        let isCFF = font.program.isCFF
        let about: PDFDictionary =
            isCFF ? ["Subtype": "CIDFontType0C"] : ["Length1": .number(font.program.size)]
        let program = builder.add(compressed: font.program.compressed, about)
        let descriptor = builder.add([
            "Type": "FontDescriptor", "FontName": name, "Flags": .number(4),
            "FontBBox": .array([0, font.descent, 1000, font.ascent].map { .number($0) }),
            "ItalicAngle": .number(0), "Ascent": .number(font.ascent), "Descent": .number(font.descent),
            "CapHeight": .number(font.capHeight), "StemV": .number(80),
            isCFF ? "FontFile3" : "FontFile2": program,
        ])
        var descendant: PDFDictionary = [
            "Type": "Font", "Subtype": isCFF ? "CIDFontType0" : "CIDFontType2", "BaseFont": name,
            "CIDSystemInfo": .dictionary([
                "Registry": .string(Array("Adobe".utf8)), "Ordering": .string(Array("Identity".utf8)),
                "Supplement": .number(0),
            ]),
            "FontDescriptor": descriptor, "W": widths(of: font),
        ]
        // Glyphs of TrueType outlines must be said to be numbered as in their file (ISO 14289-1, 7.21.3.2).
        if !isCFF { descendant["CIDToGIDMap"] = "Identity" }
        return builder.add([
            "Type": "Font", "Subtype": "Type0", "BaseFont": name, "Encoding": "Identity-H",
            "DescendantFonts": .array([builder.add(descendant)]),
            "ToUnicode": builder.add(characters(of: font)),
        ])
    }

    /// Six capitals that tell one subset of a font from another.
    private func tag(of font: EmbeddedFont) -> String {
        var rest = adler32(font.program.compressed)
        let letters = (0..<6).map { _ -> Character in
            defer { rest /= 26 }
            return Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26)))
        }
        return String(letters)
    }

    /// The widths of glyphs, those in a row in one list.
    private func widths(of font: EmbeddedFont) -> PDFValue {
        var widths: [PDFValue] = []
        var run: [PDFValue] = []
        for (index, glyph) in font.glyphs.enumerated() {
            if run.isEmpty { widths.append(.number(Int(glyph.id))) }
            run.append(.plain(fixedDecimal(glyph.width, places: 2)))
            let next = index + 1 < font.glyphs.count ? font.glyphs[index + 1].id : 0
            if next != glyph.id &+ 1 {
                widths.append(.array(run))
                run = []
            }
        }
        return .array(widths)
    }

    /// Which words the glyphs stand for (ISO 32000-1, 9.10.3).
    private func characters(of font: EmbeddedFont) -> [UInt8] {
        var map = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <ffff>
            endcodespacerange

            """
        let glyphs = font.glyphs.filter { !$0.text.isEmpty }
        for start in stride(from: 0, to: glyphs.count, by: 100) {
            let chosen = glyphs[start..<min(start + 100, glyphs.count)]
            map += "\(chosen.count) beginbfchar\n"
            for glyph in chosen {
                map += "<\(hexadecimal(glyph.id))> <\(glyph.text.utf16.map(hexadecimal).joined())>\n"
            }
            map += "endbfchar\n"
        }
        map += """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end

            """
        return Array(map.utf8)
    }

    private func write(_ image: DrawnImage, into builder: inout PDFBuilder) -> PDFValue {
        var dictionary: PDFDictionary = [
            "Type": "XObject", "Subtype": "Image", "Width": .number(image.width),
            "Height": .number(image.height),
            "ColorSpace": "DeviceRGB", "BitsPerComponent": .number(8), "Interpolate": .plain("true"),
        ]
        if let opacity = image.opacity {
            var mask = dictionary
            mask["ColorSpace"] = "DeviceGray"
            dictionary["SMask"] = builder.add(opacity, mask)
        }
        guard let indexed = IndexedColors(image.colors) else { return builder.add(image.colors, dictionary) }
        dictionary["ColorSpace"] = [
            "Indexed", "DeviceRGB", .number(indexed.palette.count / 3 - 1), .string(indexed.palette),
        ]
        return builder.add(indexed.numbers, dictionary)
    }
}

/// Four digits.
private func hexadecimal(_ value: UInt16) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
}
