import RawResults
import Statistics
import Survey

/// One row of counts made fit to publish, at its form: small cells withheld, the rest rounded once.
struct ProtectedRow {
    let cells: [PublishedCell]
    let measure: PublishedCell?
    let outside: [PublishedCell]

    init(table: RawTable, scale: Scale, form: Scale.Form, base: Int, policy: Policy) {
        let counts = form.answers.map { table.count(of: $0) }
        let isGroup = table.group != nil
        var withheld = Set(
            form.answers.indices.filter { index in
                policy.protects(
                    count: counts[index], polarity: form.answers[index].polarity, base: base, isGroup: isGroup
                )
            })
        let threshold = isGroup ? policy.protectGroups : policy.protectWhole
        if !scale.isMultiple { Self.complete(&withheld, counts: counts, threshold: threshold) }

        let number = Number(base: base, rounding: policy.rounding)
        cells = form.answers.indices.map { index in
            number.cell(form.answers[index].id, count: withheld.contains(index) ? nil : counts[index])
        }
        let measured = form.answers.indices.filter {
            form.answers[$0].parts.allSatisfy(scale.measure.contains)
        }
        let isWhole = measured.allSatisfy { !withheld.contains($0) }
        let measureCount = isWhole ? measured.reduce(0) { $0 + counts[$1] } : nil
        measure =
            measured.isEmpty || scale.isMultiple && measured.count > 1
            ? nil : number.cell("positive", count: measureCount)
        outside = table.outside.map { cell in
            let count = cell.count ?? 0
            let isSmall = count > 0 && count < threshold
            return number.countOnly(cell.answer, count: isSmall ? nil : count)
        }
    }

    /// A cell that is withheld alone is the base less the others: withholds the next smallest ones too,
    /// until there are two and their sum is no small number itself.
    ///
    /// Ties go to the later answer.
    private static func complete(_ withheld: inout Set<Int>, counts: [Int], threshold: Int) {
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
