import Findings
import Language
package import Survey

/// A row of published answers: a question, or a category of a group, with the bodies that are drawn for it.
package struct PublishedRow: Hashable, Sendable {
    package struct Bar: Hashable, Sendable {
        /// Whom it is about; nil where a row has one bar.
        package var name: String?
        /// Nil where that body has no such table.
        package var table: PublishedTable?

        package init(name: String? = nil, table: PublishedTable?) {
            self.name = name
            self.table = table
        }
    }

    package var label: String
    package var bars: [Bar]

    package init(_ label: String, bars: [Bar]) {
        self.label = label
        self.bars = bars
    }

    /// The tables that show numbers.
    package var tables: [PublishedTable] { bars.compactMap(\.table).filter { $0.wordsInstead == nil } }
}

extension StackedBars {
    /// The chart of published answers, each row brought to the form.
    ///
    /// Everything that is drawn is a published value at its published precision.
    package init(
        rows: [PublishedRow], form: Scale.Form, scale: Scale, title: String, subtitle: String,
        notes: [String],
        alternative: String
    ) {
        self.init(
            title: title, subtitle: subtitle,
            answers: form.answers.map { Answer($0.label, Polarity($0.polarity)) },
            rows: rows.map { row in
                Row(row.label, bars: row.bars.map { Bar($0, form: form, scale: scale) })
            },
            notes: notes, alternative: alternative)
    }
}

extension StackedBars.Bar {
    fileprivate init(_ bar: PublishedRow.Bar, form: Scale.Form, scale: Scale) {
        guard let table = bar.table else {
            self.init(label: bar.name, base: "", content: .words("Not asked here, or not available"))
            return
        }
        if let words = table.wordsInstead {
            self.init(label: bar.name, base: table.base.rowWords, content: .words(words))
            return
        }
        if table.cells.isEmpty, let share = table.measure?.share {
            let words =
                "\(English.capitalized(scale.measureLabel)): \(share.words); no other answers are published"
            self.init(label: bar.name, base: table.base.rowWords, content: .words(words))
            return
        }
        let cells = table.collapsed(to: form, of: scale)?.cells ?? []
        var total = Percentage(units: 0, decimals: 0)
        var segments: [StackedBars.Segment] = []
        for (index, cell) in cells.enumerated() {
            guard let share = cell.share else { continue }
            total = total + share
            segments.append(StackedBars.Segment(answer: index, percent: share.double, label: share.words))
        }
        let hidden =
            segments.count < cells.count ? max(0, (Percentage(units: 100, decimals: 0) - total).double) : nil
        self.init(
            label: bar.name, base: table.base.rowWords, content: .shares(segments, notShown: hidden))
    }
}

extension Polarity {
    package init(_ polarity: Scale.Polarity) {
        switch polarity {
        case .positive: self = .positive
        case .neutral: self = .neutral
        case .negative: self = .negative
        }
    }
}
