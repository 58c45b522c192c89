package import Diagnostics
package import Findings
import Reading
import Survey
package import Templates

extension FindingsReport {
    /// The findings of a report folder of a wave.
    ///
    /// Throws totals that contradict their parts, beside the faults of the folder.
    package init(of folder: String, in wave: WaveFolder) throws(Failure) {
        let settings = try WaveReader.report(DataFile.read(folder + "/report.yaml"))
        self.init(try wave.results(for: settings.body, at: SourceLocation(file: folder + "/report.yaml")))
        try check()
    }

    /// The findings as names of a template, to be set in a context's record.
    ///
    /// - `findings`: at most six for a summary; `allFindings`: every one
    /// - `working`, `notWorking`, `compared`, `changed`, `groupFindings`, `audienceFindings`, `processFindings`, `cautions`
    /// - `findingNotes`: how it was tested, texts
    /// - `hasFindings`, `hasWorking`, … for each of the lists
    ///
    /// A finding has `id`, `kind`, `text` (plain words) and `pieces`: `{{#pieces}}{{.}}{{/pieces}}` prints the sentence
    /// with every number a figure.
    package var templateValues: [(name: String, value: TemplateValue)] {
        let lists: [(String, [Finding])] = [
            ("findings", summary), ("allFindings", findings), ("working", working),
            ("notWorking", notWorking),
            ("compared", compared), ("changed", changed), ("groupFindings", findings(.groups)),
            ("audienceFindings", findings(.audiences)), ("processFindings", findings(.process)),
            ("cautions", findings(.caution)),
        ]
        return lists.flatMap { name, findings -> [(name: String, value: TemplateValue)] in
            [
                (name, .list(findings.map(\.templateValue))),
                ("has" + name.prefix(1).uppercased() + name.dropFirst(), .boolean(!findings.isEmpty)),
            ]
        } + [("findingNotes", .list(notes.map { .text($0) }))]
    }

    /// The opening sentences of a theme, as a list of findings.
    package func templateOpening(of theme: String) -> TemplateValue {
        .list(opening(of: theme).map(\.templateValue))
    }
}

extension Finding {
    /// `id`, `kind`, `text`, and `pieces`: texts and figures in order.
    package var templateValue: TemplateValue {
        var pieces: [TemplateValue] = []
        for (index, sentence) in sentences.enumerated() {
            if index > 0 { pieces.append(.text(" ")) }
            pieces += sentence.parts.map { part in
                if case .figure(let id, let words) = part {
                    .figure(id: id.description, text: words)
                } else {
                    .text(part.words)
                }
            }
        }
        return .object(
            [
                "id": .text(id), "kind": .text(kind.rawValue), "text": .text(plain), "pieces": .list(pieces),
            ] as TemplateRecord)
    }
}
