internal import CCairo
internal import Diagnostics
internal import Files
internal import PDFFinishing

/// A font that PDFs embed their glyphs from.
///
/// The glyphs of the usual characters stand in a small font made once, in which they have numbers of their own: a subset of it
/// costs a tenth of one of the whole font.
final class EmbeddingFont {
    let isCFF: Bool
    private let face: OpaquePointer
    /// The numbers here of the font's glyphs, by their numbers there; nil where this is the whole font.
    private let numbers: [UInt16]?
    /// The program of the everyday characters, made when first needed.
    private var everyday: (glyphs: Set<UInt16>, program: FontProgram)?

    /// The whole font.
    init(whole face: OpaquePointer) {
        self.face = hb_face_reference(face)
        numbers = nil
        isCFF = Self.holdsCFF(face)
    }

    /// The font of the usual characters; nil where none can be made.
    init?(usualOf face: OpaquePointer) {
        guard let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        let wanted = hb_subset_input_unicode_set(input)
        for scalar in FontSubset.repertoire.unicodeScalars { hb_set_add(wanted, scalar.value) }
        keepFeatures(of: input)
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        guard let plan = hb_subset_plan_create_or_fail(face, input) else { return nil }
        defer { hb_subset_plan_destroy(plan) }
        guard let small = hb_subset_plan_execute_or_fail(plan) else { return nil }
        let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
        numbers = (0..<hb_face_get_glyph_count(face)).map { glyph in
            UInt16(exactly: hb_map_get(map, glyph)) ?? .max
        }
        self.face = small
        isCFF = Self.holdsCFF(face)
    }

    deinit { hb_face_destroy(face) }

    /// The number that a glyph of the font has here; nil where it is not here.
    func number(of glyph: UInt32) -> UInt16? {
        guard let numbers else { return UInt16(exactly: glyph) }
        guard numbers.indices.contains(Int(glyph)), numbers[Int(glyph)] != .max else { return nil }
        return numbers[Int(glyph)]
    }

    /// The font program with some of its glyphs, under the numbers that they have; where the everyday ones will do, with all of these.
    func program(of glyphs: [UInt16], everyday characters: () -> [UInt32]) throws(Failure) -> FontProgram {
        if everyday == nil {
            let ids = Set(characters().compactMap { number(of: $0) })
            everyday = (ids, try program(of: ids))
        }
        if let everyday, everyday.glyphs.isSuperset(of: glyphs) { return everyday.program }
        return try program(of: glyphs)
    }

    /// The font program with some of its glyphs, under the numbers that they have.
    func program(of glyphs: some Sequence<UInt16>) throws(Failure) -> FontProgram {
        guard let bytes = subset(of: glyphs) else { throw Failure("no subset of a font could be made") }
        let compressed = try Deflater(level: 9, wrapping: .zlib).compress(bytes)
        return FontProgram(compressed: compressed, size: bytes.count, isCFF: isCFF)
    }

    /// The CFF table of a subset, or a TrueType file.
    private func subset(of glyphs: some Sequence<UInt16>) -> [UInt8]? {
        guard let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        let wanted = hb_subset_input_glyph_set(input)
        for glyph in glyphs { hb_set_add(wanted, UInt32(glyph)) }
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for table in ["GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "STAT", "DSIG", "kern"] {
            hb_set_add(dropped, hb_tag_from_string(table, -1))
        }
        hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue)
        guard let subset = hb_subset_or_fail(face, input) else { return nil }
        defer { hb_face_destroy(subset) }
        let blob =
            isCFF ? hb_face_reference_table(subset, Self.cff) : hb_face_reference_blob(subset)
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return nil }
        return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
    }

    private static let cff = hb_tag_from_string("CFF ", -1)

    private static func holdsCFF(_ face: OpaquePointer) -> Bool {
        let table = hb_face_reference_table(face, cff)
        defer { hb_blob_destroy(table) }
        return hb_blob_get_length(table) > 0
    }
}
