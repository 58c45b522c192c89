import RawResults
import Survey

/// The rows that one chart shows together: they share a form of their scale.
struct ChartRows: Hashable {
    var theme: String
    var audience: String
    var scale: String
    /// For rows of groups, the question: its categories stand in one chart.
    var question: String?
    var group: String?
}

extension RawTable {
    func chart(in instrument: Instrument) -> ChartRows {
        let question = instrument.question(question)
        return ChartRows(
            theme: question?.theme ?? "", audience: question?.audience ?? "", scale: question?.scale ?? "",
            question: group == nil ? nil : self.question, group: group)
    }
}

/// Chooses for each chart the finest form of its scale in which every row can be shown whole.
struct FormChoice {
    let instrument: Instrument
    let policy: Policy

    func forms(for tables: [RawTable]) -> [ChartRows: String] {
        var forms: [ChartRows: String] = [:]
        let charts = Dictionary(grouping: tables) { $0.chart(in: instrument) }
        for (chart, rows) in charts {
            guard let scale = instrument.scale(chart.scale) else { continue }
            let finest = scale.forms.first { form in rows.allSatisfy { isWhole($0, in: form, scale: scale) } }
            forms[chart] = (finest ?? scale.forms.last)?.id
        }
        return forms
    }

    /// Whether the row needs no cell withheld in this form; rows that show no percentages at all don't count.
    private func isWhole(_ table: RawTable, in form: Scale.Form, scale: Scale) -> Bool {
        guard case .replies(let base) = table.base else { return true }
        let showing = policy.showing(base: base)
        guard showing == .shown || showing == .caution else { return true }
        return form.answers.allSatisfy { answer in
            let count = table.count(of: answer)
            return !policy.protects(
                count: count, polarity: answer.polarity, base: base, isGroup: table.group != nil)
        }
    }
}

extension RawTable {
    /// How many gave an answer of a form: the sum over the questionnaire's answers that it holds.
    func count(of answer: Scale.Answer) -> Int {
        answers.filter { answer.parts.contains($0.answer) }.reduce(0) { $0 + ($1.count ?? 0) }
    }
}
