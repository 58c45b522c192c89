internal import CCairo
package import Diagnostics
package import Scene

/// The part of a font that a page embeds: the glyphs of some characters, and what sets them.
///
/// Kept are kerning, tabular figures, and the placing of accents; hinting is dropped. The same font and the same
/// characters give the same bytes.
package struct FontSubset: Sendable {
    package let family: String
    package let weight: TextStyle.Weight
    /// An OpenType font file.
    package let bytes: [UInt8]

    /// The characters of English and Welsh text and of the signs that reports use; more only where a document
    /// needs it.
    package static let repertoire: String = {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0xFF, 0x100...0x17F, 0x2013...0x2014, 0x2018...0x201A, 0x201C...0x201E,
        ]
        let letters = ranges.joined().compactMap(Unicode.Scalar.init).map(Character.init)
        return String(letters) + "ẀẁẂẃẄẅỲỳ‑•…′″€™−×÷≈≠≤≥←↑→↓↗✓✗●■▲▼"
    }()

    /// The subset of a font for `characters`, or for the repertoire and the characters `adding` to it.
    ///
    /// Of the repertoire a font may lack some; of characters that the caller names, each one that it lacks is an
    /// error.
    package init(
        family: String, weight: TextStyle.Weight, characters: String? = nil, adding: String = "",
        from fonts: FontBook
    ) throws(Failure) {
        let typeface = try fonts.typeface(family: family, weight: weight)
        let named = (characters ?? "") + adding
        _ = fonts.width(of: named, style: TextStyle(family: family, weight: weight, size: 1, color: .white))
        try fonts.check()
        let wanted = (characters ?? Self.repertoire) + adding
        guard let bytes = typeface.withFace({ subset(of: $0, to: wanted) }) else {
            throw Failure("no subset of the font '\(family)' \(weight.name) could be made")
        }
        self.family = family
        self.weight = weight
        self.bytes = bytes
    }

    /// The rule that embeds the subset in a page or an SVG.
    package func css() throws(Failure) -> String {
        "@font-face{font-family:'\(family)';font-weight:\(weight.rawValue);"
            + "src:url(data:font/woff;base64,\(base64(try webFont(bytes))))}"
    }
}

extension FontSubset {
    /// The rules that embed exactly what a picture needs, for an SVG of its own: far less than the repertoire.
    package static func css(for picture: Picture, from fonts: FontBook) throws(Failure) -> String {
        var styles: [(family: String, weight: TextStyle.Weight, characters: String)] = []
        for line in picture.texts {
            let (family, weight) = (line.style.family, line.style.weight)
            if let index = styles.firstIndex(where: { $0.family == family && $0.weight == weight }) {
                styles[index].characters += line.string
            } else {
                styles.append((family, weight, line.string))
            }
        }
        var css = ""
        for style in styles {
            css += try FontSubset(
                family: style.family, weight: style.weight, characters: style.characters, from: fonts
            ).css()
        }
        return css
    }
}

/// The features that stay, beside those that the characters themselves call for.
private let keptFeatures = ["kern", "tnum", "mark", "mkmk", "ccmp", "locl"]

func keepFeatures(of input: OpaquePointer) {
    let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    hb_set_clear(features)
    for feature in keptFeatures { hb_set_add(features, hb_tag_from_string(feature, -1)) }
}

private func subset(of face: OpaquePointer, to characters: String) -> [UInt8]? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_unicode_set(input)
    for scalar in characters.unicodeScalars { hb_set_add(wanted, scalar.value) }
    keepFeatures(of: input)
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    guard let subset = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(subset) }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    return UnsafeRawBufferPointer(start: data, count: Int(length)).map { $0 }
}
