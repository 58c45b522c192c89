import RawResults
import Statistics
import Survey

/// One row of counts fit to publish, at its form: what its plan withholds is marked, the rest rounded once.
struct ProtectedRow {
    let cells: [PublishedCell]
    let measure: PublishedCell?
    let outside: [PublishedCell]

    init(_ row: RowPlan, policy: Policy) {
        let number = Number(base: row.base, rounding: policy.rounding)
        let counts = row.counts
        cells = row.form.answers.indices.map { index in
            number.cell(row.form.answers[index].id, count: row.withheld.contains(index) ? nil : counts[index])
        }
        let measured = row.measured
        measure =
            measured.isEmpty || row.scale.isMultiple && measured.count > 1
            ? nil : number.cell("positive", count: row.showsMeasure ? row.measureCount : nil)
        outside = row.table.outside.indices.map { index in
            let cell = row.table.outside[index]
            return number.countOnly(
                cell.answer, count: row.withheldOutside.contains(index) ? nil : cell.count ?? 0)
        }
    }

    /// Withholds more cells beside a withheld one, which alone would be the base less the others.
    ///
    /// The next smallest ones go, until there are two and their sum is no small number itself. Ties go to the later
    /// answer.
    static func complete(_ withheld: inout Set<Int>, counts: [Int], threshold: Int) {
        guard !withheld.isEmpty else { return }
        while withheld.count < counts.count,
            withheld.count < 2 || withheld.reduce(0, { $0 + counts[$1] }) < threshold
        {
            let open = counts.indices.filter { !withheld.contains($0) }
            guard let next = open.min(by: { (counts[$0], -$0) < (counts[$1], -$1) }) else { return }
            withheld.insert(next)
        }
    }
}

/// Writes counts as a release writes them, rounding once by integer arithmetic.
private struct Number {
    let base: Int
    let rounding: RoundingMode

    /// The cell of a count, or of a withheld one.
    func cell(_ answer: String, count: Int?) -> PublishedCell {
        guard let count else { return PublishedCell(answer: answer, value: .withheld(.confidential)) }
        let whole = rounded(base)
        let shown = min(rounded(count), whole)
        let share = Rounding.percentage(shown, of: whole).map { Percentage(units: $0, decimals: 0) }
        return PublishedCell(answer: answer, value: .shown(share: share, count: shown))
    }

    /// The cell of an answer outside the base: a count without a share.
    func countOnly(_ answer: String, count: Int?) -> PublishedCell {
        guard let count else { return PublishedCell(answer: answer, value: .withheld(.confidential)) }
        return PublishedCell(answer: answer, value: .shown(share: nil, count: rounded(count)))
    }

    private func rounded(_ count: Int) -> Int {
        rounding == .five ? Rounding.nearest(multipleOf: 5, to: count) ?? count : count
    }
}
