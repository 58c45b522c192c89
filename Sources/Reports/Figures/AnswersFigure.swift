import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// Stacked bars of the answers to one or several questions of one scale.
extension FigureMaker {
    func answersChart(_ parameters: inout DirectiveParameters) -> [Block] {
        answersChart(&parameters, beside: comparators(&parameters), middle: nil)
    }

    /// The same, parted at a line; neutral answers apart, or across the line.
    func divergingChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let known = DivergingBars.Middle.allCases.map(\.rawValue)
        let middle = parameters.id("neutral", among: known, kind: "place of neutral answers")
        return answersChart(
            &parameters, beside: [], middle: middle.flatMap { DivergingBars.Middle(rawValue: $0) } ?? .apart)
    }

    private func answersChart(
        _ parameters: inout DirectiveParameters, beside wanted: [ComparedResults.Other],
        middle: DivergingBars.Middle?
    ) -> [Block] {
        let questions = parameters.questions()
        let scales = Set(questions.map(\.scale))
        guard !parameters.log.hasErrors else { return [] }
        guard let first = questions.first, scales.count == 1, let scale = instrument.scale(of: first) else {
            parameters.log.error(
                questions.isEmpty
                    ? "'\(parameters.title)' finds no questions"
                    : "'\(parameters.title)' finds questions of several scales: \(scales.sorted().joined(separator: ", "))",
                at: parameters.directive.location, hints: ["name one with 'scale='"])
            return []
        }
        if scale.isMultiple {
            parameters.log.error(
                "'\(scale.id)' lets people choose several answers, which cannot be stacked to 100%",
                at: parameters.directive.location, hints: ["ask for 'chart:bars'"])
            return []
        }
        return parted(
            questions, atMost: Self.mostRows(questions, beside: wanted.count), parameters.directive
        ) { directive, questions in
            let rows = questions.map { question in row(question, beside: wanted) }
            return sentenceInstead(of: rows)
                ?? figure(
                    directive, rows: rows, questions: questions, scale: scale, group: nil, middle: middle)
        }
    }

    /// The categories of a group, for one question.
    func groupsChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let question = parameters.required("question").flatMap { id in
            parameters.id("question", among: instrument.questions.map(\.id), kind: "question").flatMap { _ in
                instrument.question(id)
            }
        }
        let group = parameters.required("group").flatMap { id in
            parameters.id("group", among: instrument.groups.map(\.id), kind: "group").flatMap { _ in
                instrument.group(id)
            }
        }
        guard let question, let group, let scale = instrument.scale(of: question) else { return [] }
        let categories = group.allCategories.compactMap { category in
            results.own.table(question.id, group: group.id, category: category.id).map { (category, $0) }
        }
        guard !categories.isEmpty else {
            parameters.log.error(
                "there are no results of '\(question.id)' by '\(group.id)'", at: parameters.directive.location
            )
            return []
        }
        let rows = categories.map { PublishedRow($0.0.label, bars: [PublishedRow.Bar(table: $0.1)]) }
        let most = Self.mostRows(labelled: rows.map(\.label))
        return parted(rows, atMost: most, parameters.directive) { directive, some in
            figure(
                directive, rows: some, questions: [question], scale: scale, group: group,
                portion: Self.portion(of: some.map(\.label), in: rows.map(\.label)))
        }
    }

    /// The comparators that `compare=` asks for: `all,last`, or `every`.
    func comparators(_ parameters: inout DirectiveParameters) -> [ComparedResults.Other] {
        if parameters.value("compare") == "every" { return results.others }
        let known = results.others.map(\.comparator.body)
        let names = parameters.ids("compare", among: known, kind: "comparator") ?? []
        return results.others.filter { names.contains($0.comparator.body) }
    }

    func row(_ question: Instrument.Question, beside others: [ComparedResults.Other]) -> PublishedRow {
        let own = results.own.table(question.id)
        guard !others.isEmpty else { return PublishedRow(question.label, bars: [.init(table: own)]) }
        return PublishedRow(
            question.label,
            bars: [.init(name: context.bodyName, table: own)]
                + others.map { .init(name: $0.comparator.label, table: $0.table(continuing: question)) })
    }

    /// What stands in the place of a chart of which no row can be shown: which questions, and why.
    func sentenceInstead(of rows: [PublishedRow]) -> Block? {
        var reasons: [(words: String, labels: [String])] = []
        for row in rows {
            guard let words = row.bars[0].table.map(\.wordsInstead) ?? Self.notAsked
            else { return nil }
            if let index = reasons.firstIndex(where: { $0.words == words }) {
                reasons[index].labels.append(row.label)
            } else {
                reasons.append((words, [row.label]))
            }
        }
        let sentences = reasons.map { "\($0.words): \(English.list($0.labels.map { "“\($0)”" }))." }
        return Block(.paragraph([Inline](words: sentences.joined(separator: " "))))
    }

    static let notAsked = "Not asked here, or not available"

    /// The rows that there are results for, of whichever body, and a note that names the others: a line that could show
    /// nothing for anybody is not drawn.
    func answered(_ rows: [PublishedRow]) -> (rows: [PublishedRow], note: [String]) {
        let there = rows.filter { row in row.bars.contains { $0.table != nil } }
        let absent = rows.filter { row in row.bars.allSatisfy { $0.table == nil } }
        return there.isEmpty ? (rows, []) : (there, absentNote(absent.map(\.label)))
    }

    func absentNote(_ labels: [String]) -> [String] {
        labels.isEmpty ? [] : ["\(Self.notAsked): \(English.list(labels.map { "“\($0)”" }))."]
    }

    private func figure(
        _ directive: Directive, rows all: [PublishedRow], questions: [Instrument.Question], scale: Scale,
        group: Instrument.Group?, portion: String? = nil, middle: DivergingBars.Middle? = nil
    ) -> Block {
        let (rows, absent) = answered(all)
        let form = scale.commonForm(of: rows.flatMap(\.tables)) ?? scale.forms[0]
        let single = group == nil && rows.count == 1 ? rows[0].bars[0].table : nil
        let alone = questions.first { $0.id == single?.question }
        let audience = instrument.audience(questions[0].audience)
        let message: ChartMessage
        if let single, let alone {
            let table = single.collapsed(to: form, of: scale) ?? single
            message = ChartMessage(question: alone, audience: audience, table: table, form: form)
        } else {
            message = ChartMessage(
                kind: middle == nil ? "Stacked bar chart" : "Diverging bar chart",
                measure: "Percentage answering “\(scale.measureLabel)”",
                rows: rows.map { ChartMessage.Row($0.label, of: $0.bars[0].table) })
        }
        let words = group.map { group in
            questions[0].title(portion.map { "\(group.title), \($0)" } ?? message.title)
        }
        let title = title(directive, else: words ?? message.title)
        let subtitle = subtitle(alone.map { [$0] } ?? questions, group: group, audience: audience)
        let chart = StackedBars(
            rows: rows, form: form, scale: scale, title: title.plainText, subtitle: subtitle, notes: [],
            alternative: message.alternative)
        let ending = middle == nil ? "" : "-diverging"
        let name = freshName(fileName(questions, scale: scale, group: group) + ending)
        keep(
            data: data(
                name: name, title: title.plainText, questions: questions, group: group, rows: rows,
                scale: scale))
        let table = AnswersTable(rows: rows, form: form, scale: scale, header: group?.title ?? "Question")
        let notes = absent + formNote(form, of: scale) + (group.map { mergeNotes($0, questions) } ?? [])
        if let middle {
            let outside = rows.map { outsideWords($0.bars[0].table, scale: scale) }
            return figure(
                DivergingBars(chart, outside: outside, middle: middle), name: name, title: title,
                table: table.table(caption: title.plainText), notes: notes,
                pageNotes: cautions(rows))
        }
        return figure(
            chart, name: name, title: title, table: table.table(caption: title.plainText),
            notes: notes, pageNotes: cautions(rows))
    }

    /// How many gave an answer that is outside the base: "Don’t know: 12".
    private func outsideWords(_ table: PublishedTable?, scale: Scale) -> String {
        let cells = scale.outside.compactMap { answer -> String? in
            guard let cell = table?.outside.first(where: { $0.answer == answer.id }) else { return nil }
            let words = cell.share?.words ?? cell.count.flatMap { $0 > 0 ? English.number($0) : nil }
            return words.map { "\(answer.label): \($0)" }
        }
        return cells.joined(separator: "\n")
    }

    func subtitle(
        _ questions: [Instrument.Question], group: Instrument.Group?, audience: Instrument.Audience?
    ) -> String {
        let who = [English.capitalized(audience?.plural ?? ""), context.bodyName, context.waveTitle].filter {
            !$0.isEmpty
        }
        let measure: String
        if questions.count == 1 {
            measure =
                "“\(questions[0].wording)”" + (group.map { " By \(English.uncapitalized($0.title))." } ?? "")
        } else {
            measure = "Percentage giving each answer."
        }
        return measure + " " + who.joined(separator: ", ")
    }

    func fileName(_ questions: [Instrument.Question], scale: Scale, group: Instrument.Group?) -> String {
        if let group { return "\(questions[0].audience)-\(questions[0].id)-by-\(group.id)" }
        if questions.count == 1 { return "\(questions[0].audience)-\(questions[0].id)" }
        return "\(questions[0].audience)-\(questions[0].theme)-\(scale.id)"
    }

    func data(
        name: String, title: String, questions: [Instrument.Question], group: Instrument.Group?,
        rows: [PublishedRow],
        scale: Scale
    ) -> FigureData {
        var values: [FigureData.Value] = []
        for question in questions {
            if group != nil {
                for table in rows.compactMap({ $0.bars[0].table }) {
                    values += FigureData.values(
                        of: table, question: question, scale: scale, published: results.own)
                }
                continue
            }
            if let table = results.own.table(question.id) {
                values += FigureData.values(
                    of: table, question: question, scale: scale, published: results.own)
            }
            for other in results.others
            where rows.contains(where: { $0.bars.contains { $0.name == other.comparator.label } }) {
                guard let table = other.table(continuing: question) else { continue }
                values += FigureData.values(
                    of: table, question: question, scale: scale, published: other.results)
                values += coarser(table, question, rows: rows, scale: scale, published: other.results)
            }
        }
        return FigureData(name: name, title: title, values: values)
    }

    /// The answers of a finer table as the chart shows them together.
    private func coarser(
        _ table: PublishedTable, _ question: Instrument.Question, rows: [PublishedRow], scale: Scale,
        published: PublishedResults
    ) -> [FigureData.Value] {
        guard let form = scale.commonForm(of: rows.flatMap(\.tables)), form.id != table.form,
            let own = scale.form(table.form)?.answers,
            let collapsed = table.collapsed(to: form, of: scale)
        else { return [] }
        return FigureData.values(of: collapsed, question: question, scale: scale, published: published)
            .filter { value in
                let parts = form.answers.first { $0.id == value.answer }?.parts
                return parts != nil && !own.contains { $0.id == value.answer && $0.parts == parts }
            }
    }

    /// Says so where answers are shown together.
    func formNote(_ form: Scale.Form, of scale: Scale) -> [String] {
        let together = form.answers.compactMap { answer -> String? in
            let labels = scale.answers.filter { answer.parts.contains($0.id) }.map { "“\($0.label)”" }
            return labels.count > 1 ? English.list(labels) : nil
        }
        guard let first = together.first else { return [] }
        let others = together.dropFirst().map { ", and so are \($0)" }.joined()
        return ["\(first) are shown together\(others), so that no one’s answer can be worked out."]
    }

    /// Which categories of a group are shown together, and why.
    func mergeNotes(_ group: Instrument.Group, _ questions: [Instrument.Question]) -> [String] {
        group.merges.filter { merge in
            questions.contains { results.own.table($0.id, group: group.id, category: merge.id) != nil }
        }.map { merge in
            let labels = group.categories.filter { merge.parts.contains($0.id) }.map { "“\($0.label)”" }
            return
                "\(English.list(labels)) are shown together as “\(merge.label)”, because too few people answered to show "
                + "each by itself."
        }
    }

    /// The rows whose base is small.
    func cautions(_ rows: [PublishedRow]) -> [String] {
        let small = rows.filter { $0.bars.contains { $0.table?.showing == .caution } }
        guard !small.isEmpty else { return [] }
        return [Self.caution(small.count == rows.count && small.count > 1 ? [] : small.map(\.label))]
    }

    /// What stands below a figure of which few people answered some rows; all of them where none is named.
    static func caution(_ labels: [String]) -> String {
        labels.isEmpty
            ? "Few people answered: treat with caution."
            : "Few people answered, so treat with caution: \(labels.joined(separator: "; "))."
    }
}
