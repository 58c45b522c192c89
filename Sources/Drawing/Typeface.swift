internal import CCairo
internal import Diagnostics
internal import Scene

/// One font file: a family in one weight, ready to shape and to draw.
///
/// HarfBuzz shapes and FreeType draws, by themselves: Pango and fontconfig, which know how to choose among the
/// fonts of a machine, would have nothing to choose and take 5 ms to start.
final class Typeface {
    let family: String
    let weight: TextStyle.Weight
    /// The ascent, descent and height of capitals at size 1.
    let metrics: FontMetrics
    private let data: OpaquePointer
    private let face: OpaquePointer
    let font: OpaquePointer
    private let drawn: OpaquePointer
    private let buffer: OpaquePointer
    let unitsPerEm: Double
    /// The fonts that PDFs embed from, made when first needed.
    private(set) lazy var allGlyphs = EmbeddingFont(whole: face)
    private(set) lazy var usualGlyphs = EmbeddingFont(usualOf: face) ?? allGlyphs

    init(_ entry: FontLock.Entry) throws(Failure) {
        guard let data = hb_blob_create_from_file_or_fail(entry.file) else {
            throw Failure(
                "cannot read the font '\(entry.file)'", hints: ["run Scripts/fonts to fetch the fonts"])
        }
        guard hb_face_count(data) == 1, let drawn = shim_font_face_create(data) else {
            hb_blob_destroy(data)
            throw Failure("'\(entry.file)' is not a font of one face")
        }
        guard let face = hb_face_create(data, 0), let font = hb_font_create(face),
            let buffer = hb_buffer_create()
        else { throw Failure("HarfBuzz has no memory for the font '\(entry.file)'") }
        self.data = data
        self.face = face
        self.font = font
        self.drawn = drawn
        self.buffer = buffer
        family = entry.family
        weight = entry.weight
        let unitsPerEm = Double(hb_face_get_upem(face))
        self.unitsPerEm = unitsPerEm
        var extents = hb_font_extents_t()
        var capHeight: hb_position_t = 0
        let known =
            hb_font_get_h_extents(font, &extents) != 0
            && hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight) != 0
        metrics = FontMetrics(
            ascent: Double(extents.ascender) / unitsPerEm, descent: Double(-extents.descender) / unitsPerEm,
            capHeight: Double(capHeight) / unitsPerEm)
        guard known, metrics.ascent > 0, metrics.capHeight > 0 else {
            throw Failure("the font '\(entry.file)' does not tell its heights")
        }
    }

    deinit {
        hb_buffer_destroy(buffer)
        hb_font_destroy(font)
        hb_face_destroy(face)
        hb_blob_destroy(data)
        cairo_font_face_destroy(drawn)
    }

    /// Sets a line of text: which glyphs, where.
    ///
    /// Unhinted and in font units, so it fits every size.
    func shape(_ text: String, figures: TextStyle.Figures = .tabular) -> ShapedLine {
        hb_buffer_clear_contents(buffer)
        let utf8 = Array(text.utf8)
        utf8.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            if let start { hb_buffer_add_utf8(buffer, start, Int32(bytes.count), 0, Int32(bytes.count)) }
        }
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
        hb_buffer_set_language(buffer, hb_language_from_string("en", -1))
        let features = figures == .tabular ? Self.features : Self.proportional
        hb_shape(font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
        let places = UnsafeBufferPointer(
            start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
        var glyphs: [ShapedLine.Glyph] = []
        glyphs.reserveCapacity(infos.count)
        var missing: Character?
        var pen = 0
        for (info, place) in zip(infos, places) {
            glyphs.append(
                .init(
                    id: info.codepoint, x: Double(pen + Int(place.x_offset)) / unitsPerEm,
                    y: Double(-place.y_offset) / unitsPerEm, byte: Int(info.cluster)))
            if info.codepoint == 0, missing == nil {
                missing = String(decoding: utf8[Int(info.cluster)...], as: UTF8.self).first
            }
            pen += Int(place.x_advance)
        }
        return ShapedLine(text: utf8, glyphs: glyphs, advance: Double(pen) / unitsPerEm, missing: missing)
    }

    /// The width of a glyph at size 1.
    func advance(of glyph: UInt32) -> Double { Double(hb_font_get_glyph_h_advance(font, glyph)) / unitsPerEm }

    /// The name of the font in files: the family and the weight, as in Inter-SemiBold.
    var postScriptName: String {
        let weight =
            switch weight {
            case .regular: "Regular"
            case .semibold: "SemiBold"
            case .bold: "Bold"
            }
        return "\(family.filter { $0 != " " })-\(weight)"
    }

    /// Makes a cairo context draw with this font.
    func select(in context: OpaquePointer) { cairo_set_font_face(context, drawn) }

    /// The HarfBuzz face, to take a subset of, for as long as the typeface lives.
    func withFace<Result>(_ body: (OpaquePointer) -> Result) -> Result { body(face) }

    /// What every text is set with, here as in CSS: figures of one width, no ligatures (they hinder those who
    /// search and copy).
    private static let features = [
        feature("kern", on: true), feature("tnum", on: true), feature("liga", on: false),
        feature("clig", on: false), feature("calt", on: false),
    ]

    /// The same with figures of their own width.
    private static let proportional = features.filter { $0.tag != hb_tag_from_string("tnum", -1) }

    private static func feature(_ name: String, on: Bool) -> hb_feature_t {
        hb_feature_t(tag: hb_tag_from_string(name, -1), value: on ? 1 : 0, start: 0, end: UInt32.max)
    }
}

/// A line of text as glyphs, at size 1.
final class ShapedLine {
    /// A glyph, the place of its origin, and the byte of the text at which its characters begin.
    struct Glyph {
        let id: UInt32
        let x: Double
        let y: Double
        let byte: Int
    }

    let text: [UInt8]
    let glyphs: [Glyph]
    let advance: Double
    /// The first character that the font has no glyph for.
    let missing: Character?

    init(text: [UInt8], glyphs: [Glyph], advance: Double, missing: Character?) {
        self.text = text
        self.glyphs = glyphs
        self.advance = advance
        self.missing = missing
    }
}
