import Charts
import Document

// A chart of whatever kind as a figure of the page, and as files of its own.
extension FigureMaker {
    /// The figure of a chart, whose own notes are empty; its data must be kept first, so that its name stays free.
    ///
    /// - Parameters:
    ///   - notes: stand on the page and in the chart's files.
    ///   - pageNotes: stand on the page alone, after what the drawing calls for.
    ///   - tableNotes: stand with the table alone: how what only the table tells was found.
    func figure(
        _ chart: some Chart, name: String, title: [Inline], table: DataTable, notes: [String] = [],
        pageNotes: [String] = [], tableNotes: [String] = []
    ) -> Block {
        var table = table
        table.notes += tableNotes.map { [Inline](words: $0) }
        var file = chart
        file.notes = notes + fileNotes
        let (drawings, footNotes) = drawings(name) {
            file.picture(width: fileWidth, measurer: measurer, theme: theme)
        } page: { width, isTight in
            chart.drawn(width: width, isTight: isTight, measurer: measurer, theme: theme, parts: .marksOnly)
        }
        return Block(
            .figure(
                Figure(
                    name: name, title: title, subtitle: [Inline](words: chart.subtitle), drawings: drawings,
                    alternative: chart.alternative ?? chart.spoken, table: table,
                    notes: (notes + footNotes + pageNotes).map { [Inline](words: $0) }, source: source)))
    }
}
