import DataFiles
import Findings
import Language
import Survey

/// A column of a sheet: its heading, and what it says of a row.
struct SheetColumn<Row> {
    var title: String
    var isNumeric = false
    /// Whether it stays where no row says anything in it.
    var isAlwaysThere = true
    /// What the cell holds; nil where the row has nothing to say there.
    var value: (Row) -> Workbook.Cell?
    /// What stands in the place of nothing: a sheet has no blank cells.
    var instead: (Row) -> Workbook.Cell = { _ in .mark(Marker.notApplicable.rawValue) }

    func says(_ row: Row) -> Bool { value(row) != nil }

    func cell(_ row: Row) -> Workbook.Cell { value(row) ?? instead(row) }
}

extension SheetColumn<FigureData.Value> {
    /// The numbered notes of the columns, for the sheet of notes: the first is [note 1].
    static func notes(_ context: ReportContext) -> [String] {
        let range =
            "The likely range is where the percentage would probably lie if everybody had answered, at 95% confidence. "
            + "Where the publisher gives a margin of error, the range is made from it; else it is Wilson’s score interval."
        let base: String
        switch context.results.own.rounding {
        case .exact: base = "Numbers of people are exact. Percentages are rounded to whole numbers, once."
        case .five: base = "Numbers of people are rounded to the nearest 5, and percentages made from these."
        case .asPublished:
            base = "Numbers of people and percentages are rounded as their publisher rounded them."
        }
        return [range, base]
    }

    /// The columns of a figure's values, in order.
    static func values(_ values: [FigureData.Value], context: ReportContext) -> [Self] {
        let hasSeveralBodies = Set(values.map(\.body.name)).count > 1
        let hasSeveralWaves = Set(values.map(\.wave)).count > 1
        let unshown: (Row) -> Workbook.Cell = { .mark(($0.marker ?? .notAvailable).rawValue) }
        let number = { (percentage: Percentage) -> Workbook.Cell in
            .number(percentage.literal, decimals: percentage.decimals)
        }
        let people = { (count: Int) -> Workbook.Cell in .number(String(count), decimals: 0) }
        let range = { (row: Row) in Estimate(row.cell, in: row.table)?.range }
        var columns = [Self(title: "Question") { .text($0.question.label) }]
        let group = values.lazy.compactMap(\.group).first.flatMap { context.instrument.group($0) }
        if let group {
            columns.append(
                Self(title: group.title) { row in
                    let category = row.category.map { id in
                        group.allCategories.first { $0.id == id }?.label ?? id
                    }
                    return .text(category ?? "Everybody")
                })
        }
        if hasSeveralBodies { columns.append(Self(title: "Results of") { .text($0.body.name) }) }
        if hasSeveralWaves { columns.append(Self(title: "Round of the survey") { .text($0.wave) }) }
        columns += [
            Self(title: "Answer") { .text(English.capitalized($0.answerLabel)) },
            Self(
                title: "Percentage", isNumeric: true, value: { $0.shownCell?.share.map(number) },
                instead: unshown),
            Self(
                title: "Likely range: lower end (%) [note 1]", isNumeric: true, isAlwaysThere: false,
                value: { range($0).map { number($0.low) } }, instead: unshown),
            Self(
                title: "Likely range: upper end (%) [note 1]", isNumeric: true, isAlwaysThere: false,
                value: { range($0).map { number($0.high) } }, instead: unshown),
            Self(
                title: "People who gave this answer [note 2]", isNumeric: true, isAlwaysThere: false,
                value: { $0.shownCell?.count.map(people) }, instead: unshown),
            Self(
                title: "People who answered the question [note 2]", isNumeric: true,
                value: { $0.table.base.toldCount.map(people) },
                instead: {
                    .mark(($0.table.base == .withheld ? Marker.confidential : .notAvailable).rawValue)
                }),
            Self(
                title: "Remarks", isAlwaysThere: false,
                value: { row in
                    let caution =
                        row.table.showing == .caution ? "few people answered, treat with caution" : nil
                    let remarks = [caution, row.table.base.remark].compactMap(\.self)
                    return remarks.isEmpty ? nil : .text(English.capitalized(remarks.joined(separator: "; ")))
                }, instead: { _ in .text("None") }),
        ]
        return columns
    }
}

extension SheetColumn<Response> {
    /// The columns of the table that tells how many replied.
    static func responses(_ context: ReportContext) -> [Self] {
        let people = { (count: Int) -> Workbook.Cell in .number(String(count), decimals: 0) }
        let number = { (percentage: Percentage) -> Workbook.Cell in
            .number(percentage.literal, decimals: percentage.decimals)
        }
        let missing: (Row) -> Workbook.Cell = { _ in .mark(Marker.notAvailable.rawValue) }
        return [
            Self(title: "Who was asked") { row in
                .text(English.capitalized(context.instrument.audience(row.audience)?.plural ?? row.audience))
            },
            Self(
                title: "People who could have been asked", isNumeric: true, isAlwaysThere: false,
                value: { $0.population.map(people) }, instead: missing),
            Self(
                title: "People asked", isNumeric: true, isAlwaysThere: false,
                value: { $0.invited.map(people) }, instead: missing),
            Self(
                title: "People who replied [note 2]", isNumeric: true,
                value: { $0.replies.toldCount.map(people) },
                instead: { .mark(($0.replies == .withheld ? Marker.confidential : .notAvailable).rawValue) }),
            Self(
                title: "Response rate (%)", isNumeric: true, isAlwaysThere: false,
                value: { $0.rate.map(number) }, instead: missing),
            Self(
                title: "Margin of error, at most (percentage points)", isNumeric: true, isAlwaysThere: false,
                value: { context.results.own.margin(of: $0).map(number) }, instead: missing),
        ]
    }
}

extension FigureData.Value {
    /// The cell, where its table shows numbers.
    fileprivate var shownCell: PublishedCell? { marker == nil ? cell : nil }
}

extension Base {
    /// The number that may be told, whatever it counts.
    fileprivate var toldCount: Int? {
        if case .surveyWide(let count) = self { count } else { count }
    }

    fileprivate var remark: String? {
        if case .surveyWide = self { "people who answered: all replies to the survey" } else { nil }
    }
}
