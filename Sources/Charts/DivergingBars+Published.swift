extension DivergingBars {
    /// The first bar of each row of a stacked chart, parted at the line.
    ///
    /// - Parameter outside: how many gave an answer outside the base, a text a row, empty for none.
    package init(_ stacked: StackedBars, outside: [String], middle: Middle) {
        self.init(
            words: stacked.words, answers: stacked.answers,
            rows: zip(stacked.rows, outside).compactMap { row, outside in
                row.bars.first.map { bar in
                    let base = [bar.base, outside].filter { !$0.isEmpty }.joined(separator: "\n")
                    return Row(row.label, base: base, content: bar.content)
                }
            }, middle: middle)
    }
}
