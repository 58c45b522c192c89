package import Diagnostics
import Document
import Findings
import Survey

/// Where a figure comes from and where it stands, in lines for a person.
package struct FigureExplanation {
    package let lines: [String]

    /// Throws when there is no such figure, with the nearest one.
    package init(of text: String, in report: ComposedReport, wave: WaveFolder) throws(Failure) {
        let context = report.context
        guard let id = FigureID(text), let entry = context.book.entry(id),
            let question = context.results.instrument.question(id.question),
            let published = context.results.results(of: id.body)
        else {
            throw Failure(
                "there is no figure '\(text)'",
                hints: hints(forUnknown: text, among: context.book.ids, listing: "figures"))
        }
        var lines = [text]
        let add = { (name: String, value: String?) in if let value { lines.append("  \(name): \(value)") } }
        switch entry {
        case .share(let share): add("value", share.words)
        case .base(let base): add("value", base.words)
        case .notShown(let reason): add("value", "not shown: \(reason)")
        }
        add("question", "\(question.number.map { $0 + ". " } ?? "")\(question.wording)")
        add("body", "\(published.body.name), \(published.wave)")
        add("source", published.source ?? context.sourceLine)
        add("cell", "published/\(published.body.id).json, question '\(question.id)', '\(id.measure)'")
        let table = published.table(question.id, group: id.group, category: id.category)
        add("answers", table?.base.words.map { "\($0) (the base)" })
        add("scale", table.map { $0.form == Scale.Form.full ? "as asked" : "collapsed to '\($0.form)'" })
        add("rule", "policy '\(published.policy)': \(Self.rule(table))")
        add("rounding", Self.rounding(published.rounding))
        let estimate = table.flatMap { table in
            Estimate(id.measure == "positive" ? table.measure : table.cell(id.measure), in: table)
        }
        if let range = estimate?.range {
            add("likely range", "\(range.low.words) to \(range.high.words), \(Self.basis(range.basis))")
        }
        let places = Self.places(of: id, in: report)
        add("printed in", places.isEmpty ? "nothing" : places.joined(separator: "; "))
        self.lines = lines
    }

    private static func rule(_ table: PublishedTable?) -> String {
        switch table?.showing {
        case .shown: "shown"
        case .caution: "shown with a caution, the base is small"
        case .noPercentage: "too few answers for percentages"
        case .withheld: "withheld, to protect people’s privacy"
        case .notAvailable, nil: "not available from the publisher"
        }
    }

    private static func rounding(_ mode: RoundingMode) -> String {
        switch mode {
        case .exact: "counts exact, percentages whole, rounded once, halves up"
        case .five: "counts to the nearest 5, whole percentages made from those"
        case .asPublished: "as the publisher rounded it, never again"
        }
    }

    private static func basis(_ basis: Estimate.Basis) -> String {
        switch basis {
        case .publishersMargin: "by the publisher’s margin of error"
        case .wilson: "Wilson score interval at 95%"
        case .wilsonApproximate: "Wilson score interval at 95%, approximate because the numbers are rounded"
        }
    }

    /// The blocks whose words carry the figure, and the figures whose data hold it.
    private static func places(of id: FigureID, in report: ComposedReport) -> [String] {
        var places = report.documents.flatMap { document in
            document.manuscript.blocks.filter { $0.carries(figure: id.description) }.map {
                report.documents.count == 1
                    ? "the text '\($0.id)'" : "the text '\($0.id)' of '\(document.fileName)'"
            }
        }
        let published = report.context.results.results(of: id.body)
        for figure in report.data
        where figure.values.contains(where: { value in
            value.body == published?.body && value.wave == published?.wave && value.question.id == id.question
                && value.group == id.group && value.category == id.category && value.answer == id.measure
        }) {
            places.append("the figure '\(figure.name)' with its table and data file")
        }
        return places
    }
}

extension Block {
    /// Whether the block's own words hold the figure.
    fileprivate func carries(figure id: String) -> Bool {
        switch content {
        case .heading(_, let words), .paragraph(let words): words.carry(figure: id)
        case .numbers(let rows):
            rows.contains { $0.number.carry(figure: id) || $0.sentence.carry(figure: id) }
        case .quotation(let blocks), .callout(_, let blocks): blocks.contains { $0.carries(figure: id) }
        case .list(let list): list.items.joined().contains { $0.carries(figure: id) }
        default: false
        }
    }
}

extension [Inline] {
    fileprivate func carry(figure id: String) -> Bool {
        contains { inline in
            switch inline {
            case .figure(let own, _): own == id
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
                inside.carry(figure: id)
            default: false
            }
        }
    }
}
