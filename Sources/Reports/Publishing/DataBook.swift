import DataFiles
import Document
import Findings
import Language
import Survey

/// The data of a report as a workbook for people: a cover, the contents, the notes, and a sheet a figure.
struct DataBook {
    let context: ReportContext
    /// The day of making, YYYY-MM-DD.
    let date: String
    /// Each figure as the page has it, with its values.
    let figures: [(figure: Figure, data: FigureData)]

    /// What the file is called: whose data it is, and of when, so that it keeps its meaning on a reader's disk.
    static func fileName(_ context: ReportContext) -> String {
        "\(context.results.own.body.id)-\(context.results.own.wave)-data.ods"
    }

    private var title: String { "Data behind “\(context.title)”" }

    var workbook: Workbook {
        var others = 0
        let sheets = figures.map { figure, data in
            guard figure.number == nil else {
                let name = figure.label.split(separator: " ").joined(separator: "_")
                return sheet(figure, data, name: name, title: "\(figure.label). \(figure.title.plainText)")
            }
            // It stands in a document beside the main one only, which has its own count.
            others += 1
            return sheet(figure, data, name: "Other_\(others)", title: figure.title.plainText)
        }
        return Workbook(
            title: title, subject: "\(context.instrument.title), \(context.waveTitle)",
            creator: context.sourceLine,
            language: "en-GB", date: date, sheets: [cover, contents(sheets), notes, questions] + sheets)
    }

    private var cover: Workbook.Sheet {
        var lines: [Workbook.Cell] = []
        if let notice = context.notice { lines.append(.text("Please note. \(notice)")) }
        lines += [
            .text(
                "The published numbers behind every chart and table of the report “\(context.title)”, one table a sheet."
            ),
            .text("Results of: \(context.bodyName)"),
            .text("Survey: \(context.instrument.title), \(context.waveTitle)"),
        ]
        if let collected = context.collected { lines.append(.text("Answers collected: \(collected)")) }
        lines.append(.text("Date of this workbook: \(English.date(iso: date) ?? date)"))
        let attribution = context.wave.attribution
        if attribution?.hasPrefix("Source:") != true { lines.append(.text("Source: \(context.sourceLine)")) }
        if let attribution { lines.append(.text(attribution)) }
        if !context.results.others.isEmpty {
            let names = English.list(context.results.others.map(\.comparator.inText))
            lines.append(.text("Compared with: \(names)"))
        }
        lines += [
            .text(
                "Numbers that could identify a person are left out of every sheet: a mark in square brackets stands in their place."
            ),
            .link("Contents: all tables of this workbook", toSheet: "Contents"),
            .link("Notes: what the marks and the columns mean", toSheet: "Notes"),
            .text(
                "The same numbers, as plain files for programs, stand beside this workbook in the folder “data”."
            ),
        ]
        return Workbook.Sheet(name: "Cover", title: title, lines: lines)
    }

    private func contents(_ sheets: [Workbook.Sheet]) -> Workbook.Sheet {
        let rows =
            [("Notes", notes.title), ("Questions", questions.title)] + sheets.map { ($0.name, $0.title) }
        return Workbook.Sheet(
            name: "Contents", title: "Contents",
            lines: [
                .text("This sheet has one table. It lists the sheets with tables, each with a link."),
                .link("Back to the cover", toSheet: "Cover"),
            ],
            table: .init(
                columns: [.init("Sheet"), .init("What it shows")],
                rows: rows.map { [.link($0.0, toSheet: $0.0), .text($0.1)] }))
    }

    private var notes: Workbook.Sheet {
        var rows: [(String, String)] = Marker.allCases.map {
            ($0.rawValue, English.capitalized($0.spoken) + ".")
        }
        rows += SheetColumn.notes(context).enumerated().map { ("[note \($0.offset + 1)]", $0.element) }
        return Workbook.Sheet(
            name: "Notes", title: "Notes: what the marks and the columns mean",
            lines: [
                .text("This sheet has one table. It tells what marks and numbered notes mean."),
                .link("Back to the contents", toSheet: "Contents"),
            ],
            table: .init(
                columns: [.init("Mark or note"), .init("What it means")],
                rows: rows.map { [.text($0.0), .text($0.1)] }))
    }

    /// The questions of the figures as they were asked; the other sheets have their short labels.
    private var questions: Workbook.Sheet {
        let asked = Set(figures.flatMap(\.data.values).map(\.question.id))
        let rows = context.instrument.questions.filter { asked.contains($0.id) }.map { question in
            let audience = context.instrument.audience(question.audience)?.plural ?? question.audience
            return [
                Workbook.Cell.text(question.label), .text(English.capitalized(audience)),
                .text(question.wording),
            ]
        }
        return Workbook.Sheet(
            name: "Questions", title: "Questions as they were asked",
            lines: [
                .text("This sheet has one table. It gives the full wording of each question."),
                .link("Back to the contents", toSheet: "Contents"),
            ],
            table: .init(
                columns: [.init("Question"), .init("Who was asked"), .init("As it was asked")], rows: rows))
    }

    private func sheet(_ figure: Figure, _ data: FigureData, name: String, title: String) -> Workbook.Sheet {
        let table =
            data.responses.isEmpty
            ? Self.table(SheetColumn.values(data.values, context: context), of: data.values)
            : Self.table(SheetColumn.responses(context), of: data.responses)
        var lines: [Workbook.Cell] = []
        if !figure.subtitle.isEmpty { lines.append(.text(figure.subtitle.plainText)) }
        let marks = Set(table.rows.joined().filter(\.isMark).map(\.shown))
        for marker in Marker.allCases where marks.contains(marker.rawValue) {
            lines.append(.text("\(marker.rawValue) means: \(marker.spoken)."))
        }
        lines += figure.notes.map { .text($0.plainText) }
        let bases = data.values.map(\.table.base) + data.responses.map(\.replies)
        if let step = bases.lazy.compactMap(\.step).first {
            lines.append(.text("Numbers of people are rounded to the nearest \(step)."))
        }
        lines.append(.text(figure.source.isEmpty ? "Source: \(context.sourceLine)" : figure.source.plainText))
        if let notice = context.notice { lines.append(.text(notice)) }
        lines.append(
            .text(
                "This sheet has one table of \(English.countInDigits(table.rows.count, Noun("row", "rows")))."
            ))
        lines.append(.link("Back to the contents", toSheet: "Contents"))
        return Workbook.Sheet(
            name: name, title: title, lines: lines, table: table)
    }

    /// The table of some rows, without the columns in which none of them has anything to say.
    private static func table<Row>(_ columns: [SheetColumn<Row>], of rows: [Row]) -> Workbook.Table {
        let columns = columns.filter { column in column.isAlwaysThere || rows.contains { column.says($0) } }
        return Workbook.Table(
            columns: columns.map { .init($0.title, isNumeric: $0.isNumeric) },
            rows: rows.map { row in columns.map { $0.cell(row) } })
    }
}

extension Workbook.Cell {
    fileprivate var isMark: Bool {
        if case .mark = self { true } else { false }
    }
}

extension Base {
    fileprivate var step: Int? {
        if case .rounded(_, let step) = self { step } else { nil }
    }
}
