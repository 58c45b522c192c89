import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// Measures of several questions by group, side by side or a panel a group; and of two audiences.
extension FigureMaker {
    private static let mostSideBySide = 4

    /// Bars of a group's categories side by side, a cluster a question.
    func groupedChart(_ parameters: inout DirectiveParameters) -> [Block] {
        guard let found = grouped(&parameters) else { return [] }
        if found.categories.isEmpty { return [nothing(of: found)] }
        guard found.categories.count <= Self.mostSideBySide else {
            parameters.log.error(
                "'\(parameters.title)' has \(found.categories.count) groups side by side, at most "
                    + "\(Self.mostSideBySide) can be told apart",
                at: parameters.directive.location, hints: ["ask for 'chart:multiples'"])
            return []
        }
        let most = Self.mostRows(found.questions, beside: found.categories.count - 1)
        return parted(found, atMost: most, parameters.directive, ending: "grouped") { found, words in
            var chart = ShareBars(
                title: words.title, subtitle: words.subtitle,
                rows: found.questions.map { question in
                    ShareBars.Row(
                        question.label,
                        bars: found.categories.map { category in
                            bar(found.table(question, category), label: category.label)
                        })
                }, alternative: words.alternative)
            chart.series = .groups
            chart.readingNotes = found.note
            return chart
        }
    }

    /// A panel a category, a row a question.
    func multiplesChart(_ parameters: inout DirectiveParameters) -> [Block] {
        guard let found = grouped(&parameters) else { return [] }
        if found.categories.isEmpty { return [nothing(of: found)] }
        let most = Self.mostRows(found.questions, beside: 0)
        let panels = Self.mostPanels(rows: min(most, found.questions.count))
        return parted(found, atMost: most, panels: panels, parameters.directive, ending: "multiples") {
            found, words in
            var chart = SmallMultiples(
                words: words,
                panels: found.categories.map { category in
                    SmallMultiples.Panel(
                        category.label,
                        base: bases(found.questions.map { found.table($0, category)?.base }))
                },
                rows: found.questions.map { question in
                    SmallMultiples.Row(
                        question.label,
                        cells: found.categories.map { cell(found.table(question, $0)) })
                })
            chart.readingNotes = ["Every panel has the same scale, from 0% to 100%."] + found.note
            return chart
        }
    }

    /// Questions that two audiences were asked the same, side by side.
    func audiencesChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions()
        var pairs: [[Instrument.Question]] = []
        for question in questions {
            guard let other = question.beside.flatMap({ instrument.question($0) }),
                [question, other].allSatisfy({ results.own.table($0.id) != nil })
            else { continue }
            if let index = pairs.firstIndex(where: { $0[0].id == other.id }) {
                pairs[index].append(question)
            } else {
                pairs.append([other, question])
            }
        }
        let audiences = pairs.joined().map(\.audience).reduce(into: [String]()) { list, id in
            if !list.contains(id) { list.append(id) }
        }
        guard !pairs.isEmpty, audiences.count <= Self.mostSideBySide else {
            parameters.log.error(
                "'\(parameters.title)' finds no questions that two audiences were asked the same",
                at: parameters.directive.location, hints: ["a question says so with 'beside:'"])
            return []
        }
        let most = Self.mostRows(pairs.map { $0[0] }, beside: audiences.count - 1)
        return parted(pairs, atMost: most, parameters.directive, figure: audiencesFigure)
    }

    private func audiencesFigure(_ directive: Directive, _ pairs: [[Instrument.Question]]) -> Block {
        let plural = { [instrument] (id: String) in instrument.audience(id)?.plural ?? id }
        let message = ChartMessage(
            pairs: pairs.flatMap { pair in
                pair.dropFirst().compactMap { other in
                    let shares = [pair[0], other].compactMap { question in
                        results.own.table(question.id).flatMap { Estimate($0.measure, in: $0)?.share }
                    }
                    guard shares.count == 2 else { return nil }
                    return (
                        pair[0].label, (plural(pair[0].audience), shares[0]),
                        (plural(other.audience), shares[1])
                    )
                }
            })
        let title = title(directive, else: message.title)
        var chart = ShareBars(
            title: title.plainText, subtitle: measureSubtitle(pairs.flatMap(\.self)),
            rows: pairs.map { pair in
                ShareBars.Row(
                    pair[0].label,
                    bars: pair.map {
                        bar(results.own.table($0.id), label: English.capitalized(plural($0.audience)))
                    })
            }, alternative: message.alternative)
        chart.series = .groups
        let lines = pairs.joined().map {
            SharesTable.Line(
                question: $0, who: English.capitalized(plural($0.audience)), table: results.own.table($0.id))
        }
        return figure(
            chart, lines: lines, header: "Who was asked", name: "audiences", title: title,
            pageNotes: [
                "Answers of different audiences are shown side by side. They are not tested against each other."
            ])
    }

    /// What stands in the place of a chart of groups that are all too small.
    private func nothing(of found: Grouped) -> Block {
        let title = English.uncapitalized(found.group.title)
        return Block(.paragraph([Inline](words: "Too few people answered for results by \(title).")))
    }

    // MARK: What groups have

    private struct Grouped {
        var questions: [Instrument.Question]
        var group: Instrument.Group
        var categories: [Instrument.Category]
        var tables: [PublishedTable]
        /// Those of which no share can be shown, by label: named in a note and not drawn.
        var left: [String] = []

        var note: [String] {
            left.isEmpty ? [] : ["Not drawn, since too few people answered: \(left.joined(separator: "; "))."]
        }

        func table(_ question: Instrument.Question, _ category: Instrument.Category) -> PublishedTable? {
            tables.first { $0.question == question.id && $0.category == category.id }
        }
    }

    private func grouped(_ parameters: inout DirectiveParameters) -> Grouped? {
        let asked = parameters.questions()
        let group = parameters.required("group").flatMap { id in
            parameters.id("group", among: instrument.groups.map(\.id), kind: "group").flatMap { _ in
                instrument.group(id)
            }
        }
        guard let group, !parameters.log.hasErrors else { return nil }
        let tables = results.own.tables.filter { $0.group == group.id }
        let questions = asked.filter { question in tables.contains { $0.question == question.id } }
        let all = group.allCategories.filter { category in
            tables.contains { $0.category == category.id }
        }
        let categories = all.filter { category in
            tables.contains { table in
                table.category == category.id && questions.contains { $0.id == table.question }
                    && Estimate(table.measure, in: table) != nil
            }
        }
        guard !questions.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' finds no results by '\(group.id)'", at: parameters.directive.location)
            return nil
        }
        let left = all.filter { !categories.contains($0) }.map(\.label)
        return Grouped(questions: questions, group: group, categories: categories, tables: tables, left: left)
    }

    /// The figures of portions of the questions, and of the categories where each has a panel.
    private func parted(
        _ found: Grouped, atMost most: Int, panels: Int = .max, _ directive: Directive, ending: String,
        chart: (Grouped, ChartWords) -> some Chart
    ) -> [Block] {
        let portions = ReportContext.portions(of: found.categories, atMost: panels).flatMap { categories in
            ReportContext.portions(of: found.questions, atMost: most).map { questions in
                var part = found
                (part.categories, part.questions) = (categories, questions)
                return part
            }
        }
        return figures(of: portions, directive) { directive, part in
            figure(part, ending: ending, directive: directive) { chart(part, $0) }
        }
    }

    private func figure<Drawn: Chart>(
        _ found: Grouped, ending: String, directive: Directive, chart: (ChartWords) -> Drawn
    ) -> Block {
        let family = context.findings.groupFamilies.first { family in
            family.differences.contains { $0.figure.group == found.group.id }
        }
        let differences = family?.differences ?? []
        let inside = differences.filter { difference in
            found.questions.contains { $0.id == difference.question.id }
                && found.categories.contains { $0.id == difference.figure.category }
        }
        let tested = { (some: [TestedDifference]) in some.count { $0.verdict.isTested } }
        let message = ChartMessage(
            groups: inside, title: found.group.title, isWhole: tested(inside) == tested(differences)
        ) { difference in found.categories.first { $0.id == difference.figure.category }?.label }
        let title = title(directive, else: message.title)
        let words = ChartWords(
            title: title.plainText,
            subtitle: measureSubtitle(found.questions) + ". By \(English.uncapitalized(found.group.title))",
            alternative: message.alternative)
        let lines = found.questions.flatMap { question in
            found.categories.map {
                SharesTable.Line(question: question, who: $0.label, table: found.table(question, $0))
            }
        }
        return figure(
            chart(words), lines: lines, header: found.group.title,
            name: "\(found.group.audience)-\(found.group.id)-\(ending)", title: title,
            pageNotes: mergeNotes(found.group, found.questions),
            tableNotes: [family?.note(body: context.bodyInText)].compactMap(\.self))
    }

    /// The figure of a chart of measures with its table and data.
    func figure(
        _ chart: some Chart, lines: [SharesTable.Line], header: String, name: String, title: [Inline],
        in published: ((SharesTable.Line) -> PublishedResults)? = nil, pageNotes: [String] = [],
        tableNotes: [String] = []
    ) -> Block {
        let name = freshName(name)
        let values = lines.compactMap { line in
            line.table.map { table in
                FigureData.Value(
                    measureOf: table, question: line.question, scale: instrument.scale(of: line.question),
                    in: published?(line) ?? results.own)
            }
        }
        keep(data: FigureData(name: name, title: title.plainText, values: values))
        let table = SharesTable(lines: lines, header: header, instrument: instrument)
        return figure(
            chart, name: name, title: title, table: table.table(caption: title.plainText),
            pageNotes: pageNotes + caution(lines), tableNotes: tableNotes)
    }

    /// "Few people answered, so treat with caution: 65 and over; Quality of life, Women.": a group of which all is small by its
    /// name alone.
    private func caution(_ lines: [SharesTable.Line]) -> [String] {
        let shown = lines.filter { $0.table.map { Estimate($0.measure, in: $0) != nil } ?? false }
        let small = shown.filter { $0.table?.showing == .caution }
        guard !small.isEmpty else { return [] }
        if small.count == shown.count { return [Self.caution([])] }
        var names: [String] = []
        for line in small {
            let isWhole = shown.allSatisfy { $0.who != line.who || $0.table?.showing == .caution }
            let name = isWhole ? line.who : "\(line.question.label), \(line.who)"
            if !names.contains(name) { names.append(name) }
        }
        return [Self.caution(names)]
    }

    /// A cell of a panel has room for few words; the table has them all.
    private func cell(_ table: PublishedTable?) -> ShareBars.Content {
        let content = bar(table, label: nil).content
        guard case .words = content else { return content }
        return .words(table?.showing == .noPercentage ? "Too few people" : "Not shown")
    }

    func bar(_ table: PublishedTable?, label: String?) -> ShareBars.Bar {
        ShareBars.Bar(measureOf: PublishedRow.Bar(name: label, table: table))
    }

    /// "n 41", "n 38 to 41": the bases of several questions.
    private func bases(_ bases: [Base?]) -> String {
        let counts = bases.compactMap { $0?.count }
        guard let least = counts.min(), let most = counts.max() else { return "" }
        let isRounded = bases.contains { if case .rounded = $0 { true } else { false } }
        let words =
            least == most ? English.number(most) : "\(English.number(least)) to \(English.number(most))"
        return isRounded ? "about \(words)" : "n \(words)"
    }
}
