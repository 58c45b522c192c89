import RawResults
import Survey

/// What a release means to show of one table: begun row by row, carried on over all that is linked to it.
struct RowPlan {
    /// Why a row is in the system although nothing of it is published.
    enum Silence {
        /// Its body has not consented to publication.
        case withoutConsent
        /// Its category is shown together with others.
        case merged
        /// Its body is a total of too few councils, of which an earlier release has told.
        case tooFew
    }

    /// The place of the body and of the table in the raw results.
    var body: Int
    var place: Int
    var table: RawTable
    var question: Instrument.Question
    var scale: Scale
    var form: Scale.Form
    var base: Int
    var showing: PublishedTable.Showing
    /// What the row's own base allows, whatever is linked to it.
    let judged: PublishedTable.Showing
    var silence: Silence?
    /// The categories that are shown together in the row; empty where it is one.
    var merged: [String] = []
    /// The answers of the form that the policy protects for their own sake.
    var primary: Set<Int> = []
    /// All the answers of the form that are withheld.
    var withheld: Set<Int> = []
    /// The same for the answers outside the base, by their place in the raw table.
    var withheldOutside: Set<Int> = []
    /// Whether the measure, where it adds up several answers, is one of the numbers that the policy protects.
    var protectsMeasure = false
    /// Whether it is withheld.
    var withholdsMeasure = false
    /// How wide the range of a withheld number must stay.
    var threshold: Int

    init(
        body: Int, place: Int, table: RawTable, question: Instrument.Question, scale: Scale, form: Scale.Form,
        base: Int, policy: Policy, silence: Silence? = nil, merged: [String] = []
    ) {
        self.body = body
        self.place = place
        self.table = table
        self.question = question
        self.scale = scale
        self.form = form
        self.base = base
        self.silence = silence
        self.merged = merged
        judged = policy.showing(base: base)
        showing = silence == nil ? judged : .withheld
        threshold = table.group == nil ? policy.protectWhole : policy.protectGroups
        let counts = counts
        primary = Set(
            form.answers.indices.filter { index in
                policy.protects(
                    count: counts[index], polarity: form.answers[index].polarity, base: base,
                    isGroup: table.group != nil)
            })
        withheld = primary
        if !scale.isMultiple { ProtectedRow.complete(&withheld, counts: counts, threshold: threshold) }
        withheldOutside = Set(table.outside.indices.filter { isSmall(table.outside[$0].count ?? 0) })
        protectsMeasure = addsUpMeasure && (isSmall(measureCount) || primary.isSuperset(of: measured))
        withholdsMeasure = protectsMeasure
    }

    /// Whether the row shows answers at all.
    var showsAnswers: Bool { showing == .shown || showing == .caution }
    /// Whether the row's base is told.
    var showsBase: Bool { showing != .withheld }
    var isGroup: Bool { table.group != nil }
    var counts: [Int] { form.answers.map { table.count(of: $0) } }
    /// Everybody, or the category; with the question, what the rows of several bodies have in common.
    var key: [String] { [table.question, table.group ?? "", table.category ?? ""] }

    /// The answers of the form that make up the measure.
    var measured: [Int] {
        form.answers.indices.filter { form.answers[$0].parts.allSatisfy(scale.measure.contains) }
    }

    /// Whether a count is one that the policy protects wherever it stands.
    func isSmall(_ count: Int) -> Bool { (1..<max(1, threshold)).contains(count) }

    /// How many gave an answer that makes up the measure.
    var measureCount: Int { measured.reduce(0) { $0 + table.count(of: form.answers[$1]) } }

    /// Whether the measure is a number of its own: the sum of several answers of the form.
    var addsUpMeasure: Bool { measured.count > 1 && !scale.isMultiple }

    /// Whether the row's measure is told: as the answer that it is, or as a sum by its own plan.
    var showsMeasure: Bool {
        addsUpMeasure ? !withholdsMeasure : withheld.isDisjoint(with: measured)
    }
}

extension RowPlan {
    /// What is told of how many gave one of these answers, by those that are shown, by the measure, and by what the base
    /// leaves beside the others; nil where the row tells nothing.
    func told(_ answers: [String], by policy: Policy) -> ClosedRange<Int>? {
        guard showsBase, !scale.isMultiple else { return nil }
        let whole = policy.told(base)
        let measured = Set(measured)
        let among = Told(of: self, form.answers.indices.filter(measured.contains), answers, by: policy)
        let others = Told(
            of: self, form.answers.indices.filter { !measured.contains($0) }, answers, by: policy)
        guard showsAnswers, addsUpMeasure, showsMeasure else {
            return among.joined(others).range(within: whole)
        }
        let measure = policy.told(measureCount)
        let rest =
            max(0, whole.lowerBound - measure.upperBound)...max(0, whole.upperBound - measure.lowerBound)
        let (one, other) = (among.range(within: measure), others.range(within: rest))
        let all = among.joined(others).range(within: whole)
        let least = max(all.lowerBound, one.lowerBound + other.lowerBound)
        return least...max(least, min(all.upperBound, one.upperBound + other.upperBound))
    }

    /// How many people the row shows at least: its base, and the answers outside it that are told; nil where it shows none.
    func shownPeople(by policy: Policy) -> Int? {
        guard showsBase else { return nil }
        let outside = table.outside.indices.filter { showsAnswers && !withheldOutside.contains($0) }
        return ([base] + outside.map { table.outside[$0].count ?? 0 })
            .reduce(0) { $0 + policy.told($1).lowerBound }
    }
}

/// What some answers of a row's form tell of those that are asked for among them.
private struct Told {
    /// The least and the greatest number of those who are asked for, and of those who are not.
    private var (low, high, othersLow, othersHigh) = (0, 0, 0, 0)

    init(of row: RowPlan, _ some: [Int], _ answers: [String], by policy: Policy) {
        let most = policy.told(row.base).upperBound
        let counts = row.counts
        for index in some {
            let isShown = row.showsAnswers && !row.withheld.contains(index)
            let range = isShown ? policy.told(counts[index]) : 0...most
            let parts = row.form.answers[index].parts
            let inside = parts.count(where: answers.contains)
            if inside == parts.count { low += range.lowerBound } else { othersHigh += range.upperBound }
            if inside == 0 { othersLow += range.lowerBound } else { high += range.upperBound }
        }
    }

    func joined(_ other: Told) -> Told {
        var sum = self
        sum.low += other.low
        sum.high += other.high
        sum.othersLow += other.othersLow
        sum.othersHigh += other.othersHigh
        return sum
    }

    /// How many are asked for, where all these answers together are so many.
    func range(within whole: ClosedRange<Int>) -> ClosedRange<Int> {
        let least = max(low, whole.lowerBound - othersHigh, 0)
        return least...max(least, min(high, whole.upperBound - othersLow))
    }
}
