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

    /// A figure of each portion of the rows; of all of them where a page holds these.
    ///
    /// A caption that the text gives says which part it stands above.
    func parted<Row>(
        _ rows: [Row], atMost most: Int, _ directive: Directive, figure: (Directive, [Row]) -> Block
    ) -> [Block] {
        let portions = ReportContext.portions(of: rows, atMost: most)
        return portions.enumerated().map { index, portion in
            var part = directive
            if portions.count > 1, !part.caption.isEmpty {
                part.caption.append(.text(" (\(index + 1) of \(portions.count))"))
            }
            return figure(part, portion)
        }
    }
}
