import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// One share over the waves, and one question as people or as a number.
extension FigureMaker {
    /// A wave in a trend.
    private struct Wave {
        var label: String
        var table: PublishedTable?
        var results: PublishedResults
    }

    func trendChart(_ parameters: inout DirectiveParameters) -> [Block] {
        guard let question = question(&parameters) else { return [] }
        let body = results.own.body.id
        let read = parameters.log.collect { () throws(Failure) in
            try wave.history(of: body, library: library)
        }
        guard let read else { return [] }
        var waves = [Wave(label: "", table: results.own.table(question.id), results: results.own)]
        var asked = (instrument.id, question)
        for (index, past) in read.reversed().enumerated() {
            // The chain ends with the wave that did not ask it.
            let id = past.instrument.id == asked.0 ? asked.1.id : asked.1.continues?.question
            let isSame = past.instrument.id == asked.0 || asked.1.continues?.instrument == past.instrument.id
            guard isSame, let id, let earlier = past.instrument.question(id) else { break }
            asked = (past.instrument.id, earlier)
            let last = results.others.first { $0.comparator.body == "last" }?.comparator.label
            let label = index == 0 ? last : nil
            waves.insert(
                Wave(
                    label: label ?? past.wave.collectedTo.map { String($0.prefix(4)) } ?? past.wave.title,
                    table: past.results.table(id), results: past.results), at: 0)
        }
        guard waves.count > 1 else {
            parameters.log.error(
                "'\(parameters.title)' finds no earlier wave that asked it",
                at: parameters.directive.location,
                hints: ["name the wave before with 'last:' in wave.yaml"])
            return []
        }
        waves[waves.count - 1].label = ownYear(beside: waves[waves.count - 2].label)
        return [figure(parameters.directive, question, waves)]
    }

    private func figure(_ directive: Directive, _ question: Instrument.Question, _ waves: [Wave]) -> Block {
        let shown = waves.compactMap { wave in
            wave.table.flatMap { Estimate($0.measure, in: $0)?.share }.map { (wave.label, $0) }
        }
        let message =
            if let first = shown.first, let last = shown.last, shown.count > 1 {
                ChartMessage(
                    trend: question.label, first: first, last: last,
                    step: context.findings.difference(of: question.id, against: "last"),
                    since: waves[waves.count - 2].label)
            } else {
                ChartMessage(
                    kind: "Column chart", measure: "Share on “\(question.label)”",
                    rows: shown.map { .init($0.0, $0.1) })
            }
        let title = title(directive, else: message.title)
        let chart = ColumnTrend(
            words: ChartWords(
                title: title.plainText, subtitle: measureSubtitle([question]),
                alternative: message.alternative),
            columns: waves.map { wave in
                .init(
                    wave.label, base: wave.table?.base.rowWords ?? "",
                    content: bar(wave.table, label: nil).content)
            })
        return figure(
            chart, lines: waves.map { .init(question: question, who: $0.label, table: $0.table) },
            header: "Survey", name: "\(question.audience)-\(question.id)-trend", title: title,
            in: { line in waves.first { $0.label == line.who }?.results ?? self.results.own }, pageNotes: [])
    }

    /// The one question that a chart is about.
    func question(_ parameters: inout DirectiveParameters) -> Instrument.Question? {
        let known = instrument.questions.map(\.id)
        return parameters.required("question").flatMap { _ in
            parameters.id("question", among: known, kind: "question").flatMap { instrument.question($0) }
        }
    }
}
