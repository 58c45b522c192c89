/// Pages as they were drawn, with the fonts and images that they name: what the finishing pass makes a document of.
package struct DrawnPages {
    /// The content of each page.
    package var contents: [[UInt8]] = []
    /// Named F1, F2 and so on.
    package var fonts: [EmbeddedFont] = []
    /// Named I1, I2 and so on.
    package var images: [DrawnImage] = []

    package init() {}
}

/// What a file holds of a font: a CFF font by itself, or a font file with TrueType outlines.
package struct FontProgram {
    /// As zlib does it: a program that many files hold is compressed once.
    package var compressed: [UInt8]
    package var size: Int
    package var isCFF: Bool

    package init(compressed: [UInt8], size: Int, isCFF: Bool) {
        self.compressed = compressed
        self.size = size
        self.isCFF = isCFF
    }
}

/// A font that pages use.
package struct EmbeddedFont {
    package struct Glyph {
        package var id: UInt16
        /// In thousandths of the size, with two decimals at most.
        package var width: Double
        /// The words that it stands for.
        package var text: String

        package init(id: UInt16, width: Double, text: String) {
            self.id = id
            self.width = width
            self.text = text
        }
    }

    /// Its PostScript name, such as Inter-Bold.
    package var name: String
    package var program: FontProgram
    /// Those that pages use, by their ids.
    package var glyphs: [Glyph]
    /// Heights in thousandths of the size; what is below the line is negative.
    package var ascent: Int
    package var descent: Int
    package var capHeight: Int

    package init(
        name: String, program: FontProgram, glyphs: [Glyph], ascent: Int, descent: Int, capHeight: Int
    ) {
        self.name = name
        self.program = program
        self.glyphs = glyphs
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
    }
}

/// An image of pixels.
package struct DrawnImage {
    package var width: Int
    package var height: Int
    /// Red, green and blue of each pixel, a row at a time from the top.
    package var colors: [UInt8]
    /// How opaque each pixel is; nil where all are.
    package var opacity: [UInt8]?

    package init(width: Int, height: Int, colors: [UInt8], opacity: [UInt8]?) {
        self.width = width
        self.height = height
        self.colors = colors
        self.opacity = opacity
    }
}
