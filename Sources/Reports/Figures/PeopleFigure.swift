import Charts
import Diagnostics
import Document
import Findings
import Language
import Statistics
import Survey

// Questions as ten people, and one as a large number.
extension FigureMaker {
    /// Ten people a question: those in the measure, or with `answers=all` every answer of one scale.
    func peopleChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions()
        let wanted =
            parameters.id("answers", among: ["measure", "all"], kind: "choice of answers") ?? "measure"
        guard !parameters.log.hasErrors else { return [] }
        let scales = Set(questions.map(\.scale))
        guard let first = questions.first, scales.count == 1, let scale = instrument.scale(of: first) else {
            parameters.log.error(
                questions.isEmpty
                    ? "'\(parameters.title)' finds no questions"
                    : "'\(parameters.title)' finds questions of several scales",
                at: parameters.directive.location, hints: ["name one with 'scale='"])
            return []
        }
        let rows = questions.map { row($0, beside: []) }
        if let sentence = sentenceInstead(of: rows) { return [sentence] }
        if wanted == "all", scale.isMultiple {
            parameters.log.error(
                "'\(scale.id)' lets people choose several answers, which ten people cannot share out",
                at: parameters.directive.location)
            return []
        }
        let form = wanted == "all" ? scale.commonForm(of: rows.flatMap(\.tables)) : nil
        let answers =
            form.map { $0.answers.map { StackedBars.Answer($0.label, Polarity($0.polarity)) } }
            ?? [.init(English.capitalized(scale.measureLabel), .positive)]
        let message =
            questions.count == 1
            ? rows[0].bars[0].table.map { table in
                ChartMessage(
                    question: first, audience: instrument.audience(first.audience),
                    table: form.flatMap { table.collapsed(to: $0, of: scale) } ?? table,
                    form: form ?? scale.form(table.form) ?? scale.forms[0])
            }
            : nil
        let several = ChartMessage(
            kind: "Ten people for each question", measure: "Percentage answering “\(scale.measureLabel)”",
            rows: rows.map { .init($0.label, of: $0.bars[0].table) })
        let title = title(parameters.directive, else: (message ?? several).title)
        let chart = PeopleChart(
            words: ChartWords(
                title: title.plainText, subtitle: measureSubtitle(questions),
                alternative: (message ?? several).alternative),
            answers: answers,
            rows: rows.map { row in
                let table = row.bars[0].table
                return PeopleChart.Row(
                    row.label, base: table?.base.rowWords ?? "",
                    content: people(table, form: form, scale: scale, isAlone: rows.count == 1))
            })
        let lines = zip(questions, rows).map { question, row in
            SharesTable.Line(
                question: question,
                who: English.capitalized(instrument.audience(question.audience)?.plural ?? ""),
                table: row.bars[0].table)
        }
        return [
            figure(
                chart, lines: lines, header: "Who was asked",
                name: fileName(questions, scale: scale, group: nil) + "-people", title: title, pageNotes: [])
        ]
    }

    /// How many of ten people: of the measure to the nearest one, of all answers by largest remainders.
    ///
    /// - Parameter isAlone: whether it is the only row, which then says "about 7 in 10" too where seven are drawn.
    private func people(
        _ table: PublishedTable?, form: Scale.Form?, scale: Scale, isAlone: Bool
    ) -> PeopleChart.Content {
        guard let table, let share = Estimate(table.measure, in: table)?.share else {
            return .words(table?.wordsInstead ?? Self.notAsked)
        }
        if let form {
            let shares = (table.collapsed(to: form, of: scale)?.cells ?? []).compactMap(\.share)
            guard shares.count == form.answers.count, let counts = Self.tenPeople(shares) else {
                return .words("Some answers may not be shown, so no ten people are drawn")
            }
            return .people(counts, words: share.words)
        }
        let filled = Pictogram.filled(share.double)
        let shown = ShownPercentage(units: share.units, decimals: share.decimals)
        let inTen = shown.map { English.quantityWords($0).inTen } ?? ""
        let isDrawn = ["", "about ", "nearly "].contains { inTen == $0 + "\(filled) in 10" }
        return .people([filled], words: isAlone && isDrawn ? "\(inTen), \(share.words)" : share.words)
    }

    /// Ten people shared out by largest remainders.
    private static func tenPeople(_ shares: [Percentage]) -> [Int]? {
        let decimals = shares.map(\.decimals).max() ?? 0
        let units = shares.map { share in
            (share.decimals..<decimals).reduce(share.units) { units, _ in units * 10 }
        }
        return units.contains { $0 > 0 } ? Rounding.shared(Self.people, by: units) : nil
    }

    private static let people = 10

    /// One share as a large number with its base, to be used alone.
    func numberChart(_ parameters: inout DirectiveParameters) -> [Block] {
        guard let question = question(&parameters) else { return [] }
        guard let table = results.own.table(question.id), let scale = instrument.scale(of: question),
            let estimate = Estimate(table.measure, in: table)
        else {
            return sentenceInstead(of: [row(question, beside: [])]).map { [$0] } ?? []
        }
        let audience = instrument.audience(question.audience)
        let message = ChartMessage(
            question: question, audience: audience, table: table,
            form: scale.form(table.form) ?? scale.forms[0])
        // The number says the message; the title above it on a page says what it is about.
        let title = title(parameters.directive, else: question.label)
        let caption = parameters.directive.caption
        let says =
            instrument.says(question)
        let sentence = caption.isEmpty ? "of \(audience?.plural ?? "people") \(says)." : caption.plainText
        var base = table.base.words.map { ["\(English.capitalized($0)) people answered."] } ?? []
        if let range = estimate.range {
            base.append("Likely range: \(range.low.words) to \(range.high.words).")
        }
        let chart = BigNumber(
            words: ChartWords(
                title: title.plainText, subtitle: subtitle([question], group: nil, audience: audience),
                alternative: message.alternative),
            number: estimate.share.words, sentence: sentence, base: base.joined(separator: " "))
        return [
            figure(
                chart,
                lines: [
                    .init(question: question, who: English.capitalized(audience?.plural ?? ""), table: table)
                ], header: "Who was asked", name: "\(question.audience)-\(question.id)-number", title: title,
                pageNotes: [])
        ]
    }
}
