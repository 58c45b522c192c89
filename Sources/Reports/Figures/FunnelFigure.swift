import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// A funnel plot of the councils of a wave: only of those that agreed, none named but the report's own.
extension FigureMaker {
    /// Fewer dots show no funnel, and are easier to recognise.
    private static let fewestDots = 10

    func funnelChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let place = parameters.directive.location
        guard let question = question(&parameters) else { return [] }
        guard let all = results.others.first(where: { $0.comparator.body == "all" }),
            let total = all.table(continuing: question),
            let target = Estimate(total.measure, in: total)?.share, target.double > 0, target.double < 100
        else {
            parameters.log.error(
                "'\(parameters.title)' needs the share of all bodies together", at: place,
                hints: ["name 'all' in the wave's comparators"])
            return []
        }
        guard let bodies = consenting(parameters.log) else { return [] }
        let own = results.own.table(question.id).flatMap { point($0) }
        let others = bodies.compactMap { $0.table(question.id).flatMap { point($0) } }
        guard others.count + (own == nil ? 0 : 1) >= Self.fewestDots else {
            parameters.log.error(
                "'\(parameters.title)' has \(others.count) other bodies with results that may be dots, too few for a funnel",
                at: place,
                hints: [
                    "it needs \(Self.fewestDots) dots; 'points:' in wave.yaml says whose results may be dots"
                ])
            return []
        }
        let shares = (others + [own].compactMap(\.self)).map { ($0.percent / 100, $0.base) }
        guard let funnel = FunnelLimits(target: target.double / 100, points: shares) else {
            parameters.log.error("'\(parameters.title)' finds no limits for these shares", at: place)
            return []
        }
        return [figure(parameters.directive, question, all, target: target, own: own, others: others, funnel)]
    }

    /// The councils beside this one whose results may be dots; nil with a fault.
    private func consenting(_ log: DiagnosticLog) -> [PublishedResults]? {
        guard let everybody = log.collect({ () throws(Failure) in try wave.everybody() }) else { return nil }
        let councils = everybody.filter {
            $0.body.kind == results.own.body.kind && $0.body.id != results.own.body.id
        }
        switch context.wave.points {
        case .all: return councils
        case .only(let ids):
            let known = everybody.map(\.body.id)
            for id in ids where !known.contains(id) {
                log.error(
                    "'points' names '\(id)', of which there are no results",
                    at: context.wave.places["points"],
                    hints: hints(forUnknown: id, among: known, listing: "bodies"))
            }
            return log.hasErrors ? nil : councils.filter { ids.contains($0.body.id) }
        }
    }

    /// A dot, where both the share and the question's own base are published.
    private func point(_ table: PublishedTable) -> FunnelPlot.Point? {
        guard let share = Estimate(table.measure, in: table)?.share, let base = table.base.count, base > 0
        else { return nil }
        return .init(base: Double(base), percent: share.double)
    }

    private func figure(
        _ directive: Directive, _ question: Instrument.Question, _ all: ComparedResults.Other,
        target: Percentage,
        own: FunnelPlot.Point?, others: [FunnelPlot.Point], _ funnel: FunnelLimits
    ) -> Block {
        let table = results.own.table(question.id)
        let places = (others + [own].compactMap(\.self)).map { funnel.place(of: ($0.percent / 100, $0.base)) }
        let ownPlace = own.map { funnel.place(of: ($0.percent / 100, $0.base)) }
        let message = ChartMessage(
            funnel: question.label, body: context.bodyName, place: ownPlace,
            isHigher: (own?.percent ?? 0) > target.double, places: places, of: noun)
        let title = title(directive, else: message.title)
        let ownShare = table.flatMap { Estimate($0.measure, in: $0)?.share.words }
        let bases = (others + [own].compactMap(\.self)).map(\.base)
        var chart = FunnelPlot(
            words: ChartWords(
                title: title.plainText, subtitle: measureSubtitle([question]),
                alternative: message.alternative),
            labels: .init(
                own: "\(context.bodyName)\(ownShare.map { ", \($0)" } ?? "")",
                others: "Other \(noun.plural), one dot each",
                target: "\(all.comparator.label), \(target.words)",
                inner: "95 in 100 would lie here by chance",
                outer: "998 in 1,000 would lie here by chance", axis: "How many people answered"),
            own: own, others: others.sorted { ($0.base, $0.percent) < ($1.base, $1.percent) },
            target: target.double, limits: samples(funnel, bases: bases))
        chart.readingNotes = notes(funnel, places: places)
        let name = freshName("\(question.audience)-\(question.id)-funnel")
        let scale = instrument.scale(of: question)
        var values: [FigureData.Value] = []
        for (table, published) in [(table, results.own), (all.table(continuing: question), all.results)] {
            guard let table else { continue }
            values.append(.init(measureOf: table, question: question, scale: scale, in: published))
        }
        keep(data: FigureData(name: name, title: title.plainText, values: values))
        return figure(
            chart, name: name, title: title,
            table: self.table(
                own, ownShare: ownShare, target: target, all: all, funnel, places, title.plainText))
    }

    /// What the dots are.
    private var noun: Noun {
        results.own.body.kind == .nhsArea ? Body.Kind.nhsArea.noun : Body.Kind.council.noun
    }

    /// Limits at forty bases from half the smallest to the largest.
    private func samples(_ funnel: FunnelLimits, bases: [Double]) -> [FunnelPlot.Limits] {
        guard let least = bases.min(), let most = bases.max() else { return [] }
        let (from, to) = (max(least / 2, 1), most * 1.04)
        let percent = { (range: ClosedRange<Double>) in range.lowerBound * 100...range.upperBound * 100 }
        return (0...40).map { step in
            // Closer together where the limits bend most.
            let part = Double(step) / 40
            let base = from + (to - from) * part * part
            let (inner, outer) = funnel.limits(base: base)
            return .init(base: base, inner: percent(inner), outer: percent(outer))
        }
    }

    private func notes(_ funnel: FunnelLimits, places: [FunnelLimits.Place]) -> [String] {
        var notes = [
            "This is no ranking. Limits as if those who answered had been drawn at random (Spiegelhalter 2005)."
        ]
        if funnel.variance > 0 {
            notes.append(
                "These \(noun.plural) differ more than chance alone would make them; the limits allow for that."
            )
        }
        return notes
    }

    private func table(
        _ own: FunnelPlot.Point?, ownShare: String?, target: Percentage, all: ComparedResults.Other,
        _ funnel: FunnelLimits, _ places: [FunnelLimits.Place], _ caption: String
    ) -> DataTable {
        let count = { (place: FunnelLimits.Place) in
            DataTable.Cell.number([Inline](words: English.number(places.count { $0 == place })))
        }
        let words = { (text: String) in DataTable.Cell.text([Inline](words: text)) }
        let number = { (text: String) in DataTable.Cell.number([Inline](words: text)) }
        let range = { (range: ClosedRange<Double>) in
            let ends = [range.lowerBound, range.upperBound].map {
                Percentage(proportion: $0, decimals: 0).words
            }
            return number("\(ends[0]) to \(ends[1])")
        }
        var rows: [[DataTable.Cell]] = []
        if let own, let ownShare {
            let (inner, outer) = funnel.limits(base: own.base)
            rows += [
                [words(context.bodyName), number(ownShare)],
                [
                    words("How many people answered in \(context.bodyName)"),
                    number(English.number(Int(own.base))),
                ],
                [words("95% limits there"), range(inner)], [words("99.8% limits there"), range(outer)],
            ]
        }
        rows += [
            [words(all.comparator.label), number(target.words)],
            [words("Councils inside the 95% limits"), count(.inside)],
            [words("Councils between the 95% and the 99.8% limits"), count(.betweenLimits)],
            [words("Councils outside both limits"), count(.outside)],
        ]
        return DataTable(
            caption: [Inline](words: caption),
            columns: [
                .init([Inline](words: "What"), isNumeric: false),
                .init([Inline](words: "Figure"), isNumeric: true),
            ], rows: rows)
    }
}
