import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// A body's measures beside its comparators'.
extension FigureMaker {
    func comparisonChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions()
        let comparisons = questions.compactMap { results.comparison(of: $0) }
        guard !comparisons.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' finds no questions with results", at: parameters.directive.location)
            return []
        }
        guard !results.others.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' has nothing to compare with", at: parameters.directive.location,
                hints: ["name comparators in wave.yaml"])
            return []
        }
        return parted(
            comparisons, atMost: Self.mostRows(comparisons.map(\.question), beside: 0), parameters.directive,
            figure: figure)
    }

    private func figure(_ directive: Directive, _ comparisons: [Comparison]) -> Block {
        let others = results.others.map(\.comparator)
        let message = ChartMessage(
            comparisons: comparisons, body: context.bodyInText, others: others,
            families: context.findings.bodyFamilies.filter { !isAgainstLast($0) })
        let title = title(directive, else: message.title)
        let audience = instrument.audience(comparisons[0].question.audience)?.plural ?? ""
        let subtitle =
            "Share on each question, with its likely range (95%). "
            + "\(English.capitalized(audience)), \(context.bodyName), \(context.waveTitle)"
        let plot = DotPlot(
            comparisons: comparisons, body: context.bodyName, others: others, title: title.plainText,
            subtitle: subtitle, notes: [], alternative: message.alternative)
        let name = freshName("\(comparisons[0].question.audience)-comparison")
        keep(data: data(name: name, title: title.plainText, comparisons))
        let caution = comparisons.filter { $0.table.showing == .caution }.map(\.question.label)
        let notes =
            untested(comparisons)
            + (caution.isEmpty ? [] : [Self.caution(caution.count == comparisons.count ? [] : caution)])
        return figure(
            plot, name: name, title: title, table: table(comparisons, caption: title.plainText),
            pageNotes: notes, tableNotes: familyNotes)
    }

    private func table(_ comparisons: [Comparison], caption: String) -> DataTable {
        var columns = [
            DataTable.Column([Inline](words: "Question"), isNumeric: false),
            DataTable.Column([Inline](words: context.bodyName), isNumeric: true),
            DataTable.Column([Inline](words: "Likely range"), isNumeric: true),
        ]
        columns += results.others.map {
            DataTable.Column(
                [Inline](words: $0.comparator.label), isNumeric: !isTested($0.comparator, in: comparisons))
        }
        columns.append(DataTable.Column([Inline](words: "People who answered"), isNumeric: true))
        let rows = comparisons.map { comparison -> [DataTable.Cell] in
            [
                .text([Inline](words: instrument.label(ofMeasure: comparison.question))),
                .share(of: comparison.table.measure, in: comparison.table),
                .range(comparison.estimate?.range),
            ] + comparison.others.map { cell(of: $0, in: comparison) } + [.base(comparison.table.base)]
        }
        return DataTable(caption: [Inline](words: caption), columns: columns, rows: rows)
    }

    /// "57%", and what the test says with the interval of the difference: "57%: no clear difference (−16 to +5)".
    ///
    /// Changes since last time are told by their own figure.
    private func cell(of other: Comparison.Other, in comparison: Comparison) -> DataTable.Cell {
        guard let share = other.estimate?.share.words else { return .notAvailable }
        let difference = context.findings.difference(
            of: comparison.question.id, against: other.comparator.body)
        guard let difference, other.comparator.body != "last", difference.verdict.isTested else {
            return .number([Inline](words: share))
        }
        let interval = difference.intervalWords.map { " (\($0))" } ?? ""
        return .text(
            [Inline](words: "\(share): \(English.uncapitalized(difference.verdict.words))\(interval)"))
    }

    private func isTested(_ other: Wave.Comparator, in comparisons: [Comparison]) -> Bool {
        comparisons.contains {
            context.findings.difference(of: $0.question.id, against: other.body)?.verdict.isTested ?? false
        }
    }

    /// How the differences were tested, if any were.
    private var familyNotes: [String] {
        let notes = context.findings.bodyFamilies.filter { !isAgainstLast($0) }.compactMap {
            $0.note(body: context.bodyInText)
        }
        guard !notes.isEmpty else { return [] }
        return [
            "The words after a share say whether \(English.possessive(context.bodyInText)) is higher or lower. The numbers in brackets "
                + "are the likely range of the difference in percentage points, for that question by itself."
        ] + notes
    }

    /// Says which comparators are shown and not tested.
    private func untested(_ comparisons: [Comparison]) -> [String] {
        let labels = results.others.map(\.comparator).filter { !isTested($0, in: comparisons) }.map(\.inText)
        return labels.isEmpty ? [] : ["Shown, not tested: \(English.list(labels))."]
    }

    private func data(name: String, title: String, _ comparisons: [Comparison]) -> FigureData {
        var values: [FigureData.Value] = []
        for comparison in comparisons {
            let (question, scale) = (comparison.question, instrument.scale(of: comparison.question))
            values.append(
                .init(measureOf: comparison.table, question: question, scale: scale, in: results.own))
            for other in results.others {
                guard let table = other.table(continuing: question) else { continue }
                values.append(.init(measureOf: table, question: question, scale: scale, in: other.results))
            }
        }
        return FigureData(name: name, title: title, values: values)
    }
}
