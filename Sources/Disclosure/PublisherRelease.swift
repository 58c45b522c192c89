import RawResults
import Statistics
import Survey

/// Passes results that their publisher has controlled already: values, decimals and markers as they are.
struct PublisherRelease {
    /// Bases below this are marked: the publisher shows them, and they want care.
    private static let caution = 50

    let instrument: Instrument
    let wave: String

    func results(of raw: RawResults) -> PublishedResults {
        PublishedResults(
            instrument: instrument.id, wave: wave, body: raw.body, policy: Policy.asPublished,
            rounding: .asPublished, source: raw.source, responses: raw.responses,
            tables: raw.tables.map { table($0, of: raw) })
    }

    private func table(_ table: RawTable, of raw: RawResults) -> PublishedTable {
        let scale = instrument.question(table.question).flatMap { instrument.scale(of: $0) }
        let count: Int? = if case .replies(let count) = table.base { count } else { nil }
        let cells = table.answers.map { cell($0, base: count, decimals: raw.decimals) }
        let measured = cells.filter { scale?.measure.contains($0.answer) ?? false }
        let measure =
            table.positiveShare.map {
                PublishedCell(answer: "positive", value: .shown(share: $0, count: nil))
            }
            ?? self.measure(of: measured, isMultiple: scale?.isMultiple ?? false)
        let isAvailable = cells.contains { $0.share != nil } || measure?.share != nil
        let showing: PublishedTable.Showing =
            !isAvailable ? .notAvailable : (count ?? Self.caution) < Self.caution ? .caution : .shown
        return PublishedTable(
            question: table.question, group: table.group, category: table.category, showing: showing,
            base: base(table.base, precision: raw.basePrecision), form: Scale.Form.full, cells: cells,
            measure: measure, outside: table.outside.map { cell($0, base: nil, decimals: raw.decimals) })
    }

    private func cell(_ cell: RawCell, base: Int?, decimals: Int) -> PublishedCell {
        let value: PublishedCell.Value =
            switch cell.value {
            case .share(let share): .shown(share: share, count: nil)
            case .marked(let marker): .withheld(marker)
            case .count(let count):
                .shown(
                    share: base.flatMap { Rounding.percentage(count, of: $0) }.map {
                        Percentage(units: $0, decimals: 0)
                    }, count: count)
            }
        return PublishedCell(answer: cell.answer, value: value, margin: cell.margin)
    }

    /// The measure is the exact decimal sum of the shown shares; a single answer keeps its publisher's
    /// margin.
    ///
    /// Where people could choose several answers, shares of several overlap and have no sum.
    private func measure(of cells: [PublishedCell], isMultiple: Bool) -> PublishedCell? {
        guard let first = cells.first, !(isMultiple && cells.count > 1) else { return nil }
        var total = Percentage(units: 0, decimals: 0)
        for cell in cells {
            guard let share = cell.share else {
                if case .withheld(let marker) = cell.value {
                    return PublishedCell(answer: "positive", value: .withheld(marker))
                }
                return nil
            }
            total = total + share
        }
        return PublishedCell(
            answer: "positive", value: .shown(share: total, count: nil),
            margin: cells.count == 1 ? first.margin : nil)
    }

    private func base(_ base: RawTable.RawBase, precision: Int) -> Base {
        switch base {
        case .replies(let count): precision == 1 ? .exact(count) : .rounded(count, to: precision)
        case .surveyWide(let count): .surveyWide(count)
        case .notPublished, .marked: .unknown
        }
    }
}
