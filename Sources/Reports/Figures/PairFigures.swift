import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// Pairs of shares: this wave beside the last, and those for whom a process went well beside the others.
extension FigureMaker {
    /// A row of a chart of pairs, with all that its table and data need.
    private struct Pair {
        var question: Instrument.Question
        var first: PublishedTable?
        var second: PublishedTable?
        var difference: TestedDifference
        /// The first share where no single table holds it.
        var firstShare: Percentage?
        var firstBase: String
    }

    func changeChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions()
        guard let last = results.others.first(where: { $0.comparator.body == "last" }) else {
            parameters.log.error(
                "'\(parameters.title)' has no wave before to compare with", at: parameters.directive.location,
                hints: ["name 'last' in the wave's comparators"])
            return []
        }
        let pairs = questions.compactMap { question -> Pair? in
            guard let difference = context.findings.difference(of: question.id, against: "last") else {
                return nil
            }
            let earlier = last.table(continuing: question)
            return Pair(
                question: question, first: earlier, second: results.own.table(question.id),
                difference: difference,
                firstShare: earlier.flatMap { Estimate($0.measure, in: $0)?.share },
                firstBase: earlier?.base.words ?? "")
        }
        guard !pairs.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' finds no questions with results", at: parameters.directive.location)
            return []
        }
        return parted(pairs, atMost: Self.mostPairs, parameters.directive) {
            changeFigure($0, $1, since: last)
        }
    }

    private func changeFigure(_ directive: Directive, _ pairs: [Pair], since last: ComparedResults.Other)
        -> Block
    {
        let label = last.comparator.label
        let now = ownYear(beside: label)
        let message = ChartMessage(changes: pairs.map(\.difference), since: Self.since(last.comparator))
        let title = title(directive, else: message.title)
        let rows = pairs.map { pair in
            row(pair, difference: changeWords(pair.difference), before: label)
        }
        var chart = PairedDots(
            words: ChartWords(
                title: title.plainText, subtitle: measureSubtitle(pairs.map(\.question)),
                alternative: message.alternative),
            labels: .init(
                first: label, second: now, clear: "Clear change", unclear: "No clear change, or not tested"),
            rows: rows)
        chart.mayBeSlopes = true
        let name = freshName("\(pairs[0].question.audience)-change")
        keep(
            data: FigureData(
                name: name, title: title.plainText, values: values(pairs, firstIn: last.results)))
        return figure(
            chart, name: name, title: title,
            table: table(pairs, first: label, second: now, words: "Change", caption: title.plainText),
            notes: pointNotes(pairs),
            tableNotes: context.findings.bodyFamilies.filter(isAgainstLast).compactMap {
                $0.note(body: context.bodyInText)
            })
    }

    /// "What goes with better outcomes": the first category of a group that says how the process went, beside the others.
    func processChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions().filter { instrument.isOutcome($0) }
        let known = instrument.groups.filter(\.isProcess).map(\.id)
        guard let id = parameters.required("group") else { return [] }
        guard let group = instrument.group(id), group.isProcess else {
            parameters.log.error(
                "'\(id)' is no group that says how the process went", at: parameters.directive.location,
                hints: hints(forUnknown: id, among: known, listing: "such groups"))
            return []
        }
        let best = group.categories[0]
        let family = context.findings.groupFamilies.first { family in
            family.differences.contains { $0.figure.group == group.id }
        }
        let pairs = questions.compactMap { question -> Pair? in
            guard
                let difference = family?.differences.first(where: {
                    $0.question.id == question.id && $0.figure.category == best.id
                })
            else { return nil }
            return processPair(question, group: group, difference: difference)
        }.sorted {
            ($0.difference.points ?? .min, $1.question.id) > ($1.difference.points ?? .min, $0.question.id)
        }
        guard !pairs.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' finds no outcomes by '\(group.id)'", at: parameters.directive.location)
            return []
        }
        return parted(pairs, atMost: Self.mostPairs, parameters.directive) {
            processFigure($0, $1, of: group, family: family)
        }
    }

    private func processFigure(
        _ directive: Directive, _ pairs: [Pair], of group: Instrument.Group, family: TestFamily?
    ) -> Block {
        let best = group.categories[0]
        let isPair = group.categories.count == 2
        let others = isPair ? group.categories[1].label : "Everybody else"
        let message = ChartMessage(
            outcomes: pairs.map(\.difference), of: best.label,
            beside: isPair ? "“\(others)”" : "everybody else")
        let title = title(directive, else: message.title)
        var chart = PairedDots(
            words: ChartWords(
                title: title.plainText,
                subtitle: measureSubtitle(pairs.map(\.question))
                    + ". By \(English.uncapitalized(group.title))",
                alternative: message.alternative),
            labels: .init(
                first: others, second: best.label, clear: "Clear difference",
                unclear: "No clear difference, or not tested"),
            rows: pairs.map { row($0, difference: differenceWords($0.difference), before: nil) })
        chart.readingNotes = [
            "The largest difference first. That two things go together does not show that one led to the other."
        ]
        let name = freshName("\(group.audience)-outcomes-by-\(group.id)")
        let inGroup = pairs.flatMap { pair in
            group.categories.compactMap { category in
                results.own.table(pair.question.id, group: group.id, category: category.id).map { table in
                    FigureData.Value(
                        measureOf: table, question: pair.question, scale: instrument.scale(of: pair.question),
                        in: results.own)
                }
            }
        }
        keep(data: FigureData(name: name, title: title.plainText, values: inGroup))
        return figure(
            chart, name: name, title: title,
            table: table(
                pairs, first: others, second: best.label, words: "Difference", caption: title.plainText),
            notes: pointNotes(pairs),
            tableNotes: [family?.note(body: context.bodyInText)].compactMap(\.self))
    }

    /// The second of two categories, or all others together where every count is published.
    private func processPair(
        _ question: Instrument.Question, group: Instrument.Group, difference: TestedDifference
    ) -> Pair? {
        let tables = group.categories.compactMap {
            results.own.table(question.id, group: group.id, category: $0.id)
        }
        guard tables.count == group.categories.count, tables.count > 1 else { return nil }
        var pair = Pair(
            question: question, first: tables.count == 2 ? tables[1] : nil, second: tables[0],
            difference: difference, firstBase: "")
        if tables.count == 2 {
            pair.firstShare = Estimate(tables[1].measure, in: tables[1])?.share
            pair.firstBase = tables[1].base.words ?? ""
            return pair
        }
        if let others = EverybodyElse(Array(tables.dropFirst())) {
            pair.firstShare = others.share
            pair.firstBase = English.number(others.base)
        }
        return pair
    }

    // MARK: Words

    private func row(_ pair: Pair, difference: String, before: String?) -> PairedDots.Row {
        let isRangeShown = before == nil || pair.difference.verdict.isClear
        let share = { (share: Percentage) in DotPlot.Share(share.double, share.words) }
        let second = pair.second.flatMap { Estimate($0.measure, in: $0)?.share }
        let bases = [pair.second?.base.words ?? "", pair.firstBase]
        let base: String
        switch (bases[0].isEmpty, bases[1].isEmpty) {
        case (false, false):
            base = "n \(bases[0])\(before.map { ", in \($0) \(bases[1])" } ?? " and \(bases[1])")"
        case (false, true): base = "n \(bases[0])"
        default: base = ""
        }
        let range = pair.difference.verdict.isTested ? pair.difference.intervalWords : nil
        let lines = [isRangeShown ? range.map { "likely \($0)" } ?? "" : "", base].filter { !$0.isEmpty }
        guard pair.firstShare != nil || second != nil else {
            return .init(
                pair.question.label, base: base, content: .words(pair.second?.wordsInstead ?? "Not shown"))
        }
        return .init(
            pair.question.label, base: lines.joined(separator: "\n"),
            content: .pair(
                first: pair.firstShare.map(share), second: second.map(share), difference: difference,
                isClear: pair.difference.verdict.isClear))
    }

    private func changeWords(_ difference: TestedDifference) -> String {
        guard let points = difference.points, difference.verdict.isClear else {
            return difference.verdict == .noClearDifference ? "No clear change" : difference.verdict.words
        }
        return "\(points > 0 ? "Up" : "Down") \(Self.points(abs(points)))"
    }

    private func differenceWords(_ difference: TestedDifference) -> String {
        guard let points = difference.points else { return difference.verdict.words }
        let words = difference.verdict.isClear ? "" : "Not clear: "
        return "\(words)\(points > 0 ? "+" : "")\(Self.points(points))"
    }

    /// "+36 (+16 to +51): higher".
    private func tableWords(_ difference: TestedDifference) -> String {
        guard let points = difference.points else { return difference.verdict.words }
        let interval = difference.intervalWords.map { " (\($0))" } ?? ""
        let verdict = English.uncapitalized(difference.verdict.words)
        return "\(points > 0 ? "+" : "")\(English.number(points))\(interval): \(verdict)"
    }

    private static func points(_ points: Int) -> String {
        "\(English.number(points)) \(abs(points) == 1 ? "point" : "points")"
    }

    /// Shares are rounded each for itself, differences once.
    private func pointNotes(_ pairs: [Pair]) -> [String] {
        let differs = pairs.contains { pair in
            guard let points = pair.difference.points, let first = pair.firstShare,
                let second = pair.second.flatMap({ Estimate($0.measure, in: $0)?.share })
            else { return false }
            return abs((second - first).double - Double(points)) > 1e-9
        }
        return differs
            ? [
                "Differences are worked out before rounding, so they can be a point off those of the shares shown."
            ] : []
    }

    func isAgainstLast(_ family: TestFamily) -> Bool {
        if case .comparator(let comparator, _) = family.against { comparator.body == "last" } else { false }
    }

    /// "2024", else "the results of the pilot".
    static func since(_ last: Survey.Wave.Comparator) -> String {
        isYear(last.label) ? last.label : last.inText
    }

    private static func isYear(_ label: String) -> Bool { label.count == 4 && label.allSatisfy(\.isNumber) }

    /// "2026" beside "2024", else words.
    func ownYear(beside label: String) -> String {
        Self.isYear(label)
            ? context.wave.collectedTo.map { String($0.prefix(4)) } ?? "This survey" : "This survey"
    }

    /// The statistical title of measures: what, who, where, when.
    func measureSubtitle(_ questions: [Instrument.Question]) -> String {
        let audiences = questions.map(\.audience).reduce(into: [String]()) { list, id in
            let plural = instrument.audience(id)?.plural ?? ""
            if !list.contains(plural) { list.append(plural) }
        }
        let scales = Set(questions.map(\.scale))
        let measure = scales.count == 1 ? instrument.scale(of: questions[0])?.measureLabel : nil
        let what = measure.map { "Percentage answering “\($0)”" } ?? "Share on each question"
        let who = [English.capitalized(English.list(audiences)), context.bodyName, context.waveTitle]
        return "\(what). \(who.filter { !$0.isEmpty }.joined(separator: ", "))"
    }

    // MARK: Table and data

    private func table(
        _ pairs: [Pair], first: String, second: String, words: String, caption: String
    ) -> DataTable {
        var columns = [DataTable.Column([Inline](words: "Question"), isNumeric: false)]
        columns += [first, second].map { DataTable.Column([Inline](words: $0), isNumeric: true) }
        columns.append(.init([Inline](words: "\(words) in points"), isNumeric: false))
        let rows = pairs.map { pair -> [DataTable.Cell] in
            let label = instrument.label(ofMeasure: pair.question, among: pairs.map(\.question))
            let first =
                pair.firstShare.map { DataTable.Cell.number([Inline](words: $0.words)) }
                ?? .share(of: pair.first?.measure, in: pair.first)
            return [
                .text([Inline](words: label)), first.with(base: pair.firstBase),
                DataTable.Cell.share(of: pair.second?.measure, in: pair.second)
                    .with(base: pair.second?.base.words ?? ""),
                .text([Inline](words: tableWords(pair.difference))),
            ]
        }
        let note = [Inline](words: "In brackets after a share: how many people answered.")
        return DataTable(caption: [Inline](words: caption), columns: columns, rows: rows, notes: [note])
    }

    private func values(_ pairs: [Pair], firstIn last: PublishedResults) -> [FigureData.Value] {
        pairs.flatMap { pair -> [FigureData.Value] in
            let scale = instrument.scale(of: pair.question)
            return [(pair.second, results.own), (pair.first, last)].compactMap { table, published in
                table.map { .init(measureOf: $0, question: pair.question, scale: scale, in: published) }
            }
        }
    }
}

extension DataTable.Cell {
    /// "44% (34)"; a marker stays as it is.
    fileprivate func with(base: String) -> Self {
        guard case .number(let words) = self, !base.isEmpty else { return self }
        return .number(words + [.text(" (\(base))")])
    }
}
