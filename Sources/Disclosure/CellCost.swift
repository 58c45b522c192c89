import Survey

/// What it costs a report to lose a number: totals of all councils are dearer than a region's, a region's than a
/// council's, everybody's than a group's, the measure and headline questions than other answers, large numbers than
/// small ones.
struct CellCost {
    private let row: RowPlan
    private let weight: Int
    private let counts: [Int]
    private let measured: [Int]

    init(row: RowPlan, body: Body) {
        self.row = row
        var weight = row.isGroup ? 10 : 30
        switch body.kind {
        case .council, .nhsArea: break
        case .region: weight *= 4
        case .all, .rest: weight *= 16
        }
        self.weight = row.question.isHeadline ? 2 * weight : weight
        counts = row.counts
        measured = row.measured
    }

    /// The row with all it holds.
    var ofBase: Int { weight * (row.showsAnswers ? 60 : 15) }

    func ofAnswer(_ index: Int) -> Int {
        let size = row.base == 0 ? 0 : 10 * counts[index] / row.base
        return weight * (10 + size) * (measured.contains(index) ? 2 : 1)
    }

    /// The measure, which the findings rest on: dearer than its answers.
    var ofMeasure: Int { 3 * weight * (10 + (row.base == 0 ? 0 : 10 * row.measureCount / row.base)) }
}
