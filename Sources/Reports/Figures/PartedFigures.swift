import Document
import Survey

// Charts of so many rows that no page holds them, as several figures.
extension FigureMaker {
    /// The most rows of pairs of dots, each with three lines of words.
    static let mostPairs = 10

    /// The most rows of a chart by the bars of each: with the words around it, a page has 1000 pixels; a row takes about 48, with
    /// bars that compare 84 and 31 for each of these.
    static func mostRows(_ questions: [Instrument.Question], beside others: Int) -> Int {
        others == 0
            ? ReportContext.portions(of: questions).map(\.count).max() ?? 1 : max(2, 30 / (3 + others))
    }

    /// The most rows of single bars by the length of their labels.
    static func mostRows(labelled labels: [String]) -> Int {
        labels.contains { $0.count > 36 } ? 10 : 16
    }

    /// The most panels of a chart: with the words around them a page has 1000 pixels; three stand side by side, each with a
    /// head of about 64 and rows of 34.
    static func mostPanels(rows: Int) -> Int { 3 * max(1, 900 / (64 + 34 * rows)) }

    /// Which rows a portion holds, "3 to 5 of 8"; nil where it holds them all.
    ///
    /// It stands in the title, which cannot say which row is the highest of all.
    static func portion(of some: [String], in all: [String]) -> String? {
        guard some.count < all.count, let first = some.first.flatMap(all.firstIndex) else { return nil }
        return "\(first + 1) to \(first + some.count) of \(all.count)"
    }

    /// A figure of each portion of the rows; of all of them where a page holds these.
    ///
    /// A caption that the text gives says which part it stands above.
    func parted<Row>(
        _ rows: [Row], atMost most: Int, _ directive: Directive, figure: (Directive, [Row]) -> Block
    ) -> [Block] {
        figures(of: ReportContext.portions(of: rows, atMost: most), directive, figure: figure)
    }

    func figures<Portion>(
        of portions: [Portion], _ directive: Directive, figure: (Directive, Portion) -> Block
    ) -> [Block] {
        portions.enumerated().map { index, portion in
            var part = directive
            if portions.count > 1, !part.caption.isEmpty {
                part.caption.append(.text(" (\(index + 1) of \(portions.count))"))
            }
            return figure(part, portion)
        }
    }
}
