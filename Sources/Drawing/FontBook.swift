package import Diagnostics
package import Scene

/// The fonts of a folder: they measure texts and draw them, the same on every machine.
///
/// Only the files named in the folder's `fonts.lock` are opened; the machine's own fonts, its font settings
/// and caches have no part. Each shaped line is kept, so measuring a text and then drawing it shapes it once.
/// One book a task: it is not to be shared.
package final class FontBook: TextMeasurer {
    let typefaces: [Typeface]
    /// The shaped lines of each typeface, those with tabular figures first, then those with proportional ones.
    private var lines: [[String: ShapedLine]]
    private var kept = 0
    private var faults: [Diagnostic] = []
    private var missings: [Missing] = []
    /// How many lines are kept: those of a long report, so that memory does not grow with every one.
    private static let mostLines = 8192

    /// Loads the fonts of a folder, all of them; reports every one that cannot be loaded.
    package init(folder: String) throws(Failure) {
        let log = DiagnosticLog()
        var typefaces: [Typeface] = []
        for entry in try FontLock(folder: folder).entries {
            if let typeface = log.collect({ () throws(Failure) in try Typeface(entry) }) {
                typefaces.append(typeface)
            }
        }
        try log.check()
        self.typefaces = typefaces
        lines = [[String: ShapedLine]](repeating: [:], count: 2 * typefaces.count)
    }

    /// The advance of one line of text, in points; proportional to the size, never rounded.
    ///
    /// A style or a character that the fonts lack counts as 0 here and is an error of `check`.
    package func width(of text: String, style: TextStyle) -> Double {
        guard let index = index(of: style) else { return 0 }
        let line = line(text, typeface: index, figures: style.figures)
        let tracking = style.tracking == 0 ? 0 : style.tracking * Double(line.clusters.count)
        return (line.advance + tracking) * style.size
    }

    package func metrics(of style: TextStyle) -> FontMetrics {
        guard let index = index(of: style) else { return FontMetrics(ascent: 0, descent: 0, capHeight: 0) }
        let metrics = typefaces[index].metrics
        return FontMetrics(
            ascent: metrics.ascent * style.size, descent: metrics.descent * style.size,
            capHeight: metrics.capHeight * style.size)
    }

    /// Fails if anything measured so far, or any text of the picture, wants what the fonts do not have.
    ///
    /// Call it before a picture is written as SVG; PNG and PDF call it themselves.
    package func check(_ picture: Picture? = nil) throws(Failure) {
        for text in picture?.texts ?? [] { _ = width(of: text.string, style: text.style) }
        guard faults.isEmpty else {
            defer { (faults, missings) = ([], []) }
            throw Failure(faults)
        }
    }

    /// A line as glyphs, and the font they belong to; nil if there is no such font.
    func shaped(_ text: String, style: TextStyle) -> (line: ShapedLine, typeface: Typeface)? {
        guard let index = index(of: style) else { return nil }
        return (line(text, typeface: index, figures: style.figures), typefaces[index])
    }

    /// The font of a family and weight, or an error that lists those there are.
    func typeface(family: String, weight: TextStyle.Weight) throws(Failure) -> Typeface {
        guard let index = index(family: family, weight: weight) else {
            throw Failure([unknown(family: family, weight: weight)])
        }
        return typefaces[index]
    }

    private func index(family: String, weight: TextStyle.Weight) -> Int? {
        typefaces.firstIndex { $0.weight == weight && $0.family == family }
    }

    private func index(of style: TextStyle) -> Int? {
        if let index = index(family: style.family, weight: style.weight) { return index }
        record(unknown(family: style.family, weight: style.weight))
        return nil
    }

    private func line(_ text: String, typeface index: Int, figures: TextStyle.Figures) -> ShapedLine {
        let shelf = 2 * index + (figures == .tabular ? 0 : 1)
        if let line = lines[shelf][text] { return line }
        if kept >= Self.mostLines {
            for shelf in lines.indices { lines[shelf].removeAll(keepingCapacity: true) }
            kept = 0
        }
        let line = typefaces[index].shape(text, figures: figures)
        if let missing = line.missing {
            let code = missing.unicodeScalars.map { "U+" + hexadecimal($0.value) }.joined(separator: " ")
            let typeface = typefaces[index]
            // A word is measured before the line that it stands in: it is told once.
            let isTold = missings.contains {
                $0.typeface == index && $0.sign == missing && text.contains($0.text)
            }
            guard !isTold else { return line }
            missings.append(Missing(typeface: index, sign: missing, text: text))
            record(
                Diagnostic(
                    .error,
                    "the font '\(typeface.family)' has no sign for '\(missing)' (\(code)) in '\(text)'",
                    hints: ["write it with other characters"]))
            return line
        }
        lines[shelf][text] = line
        kept += 1
        return line
    }

    /// A sign that a font does not have, and the words in which it was met.
    private struct Missing {
        var typeface: Int
        var sign: Character
        var text: String
    }

    private func record(_ fault: Diagnostic) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    private func unknown(family: String, weight: TextStyle.Weight) -> Diagnostic {
        let weights = typefaces.filter { $0.family == family }.map(\.weight.name)
        guard weights.isEmpty else {
            return Diagnostic(
                .error, "the font '\(family)' has no weight '\(weight.name)'",
                hints: ["weights: " + weights.joined(separator: ", ")])
        }
        var families: [String] = []
        for typeface in typefaces where !families.contains(typeface.family) {
            families.append(typeface.family)
        }
        return Diagnostic(
            .error, "unknown font family '\(family)'",
            hints: hints(forUnknown: family, among: families, listing: "families"))
    }
}

/// A code point as Unicode writes it, with at least four digits.
private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Picture {
    /// Every text line, groups opened.
    var texts: [TextLine] {
        var texts: [TextLine] = []
        func collect(_ nodes: [Node]) {
            for node in nodes {
                switch node {
                case .group(let group): collect(group.nodes)
                case .text(let line): texts.append(line)
                case .shape, .image: break
                }
            }
        }
        collect(nodes)
        return texts
    }
}
