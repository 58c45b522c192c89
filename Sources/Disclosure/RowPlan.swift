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

    /// Whether the row's measure is told.
    ///
    /// It is where no part of it is withheld, or nothing else is, so that it is the base less the others. A rounded
    /// measure would tell more than the others do.
    func showsMeasure(_ rounding: RoundingMode) -> Bool {
        let measured = Set(measured)
        if measured.isDisjoint(with: withheld) { return true }
        return rounding == .exact && !scale.isMultiple && withheld.count > 1
            && withheld.isSubset(of: measured)
    }
}

extension RowPlan {
    /// What is told of how many gave one of these answers, by those that are shown and by what the base leaves beside
    /// the others; nil where the row tells nothing.
    func told(_ answers: [String], by policy: Policy) -> ClosedRange<Int>? {
        guard showsBase, !scale.isMultiple else { return nil }
        let whole = policy.told(base)
        var (low, high, othersLow, othersHigh) = (0, 0, 0, 0)
        for (index, answer) in form.answers.enumerated() {
            let isShown = showsAnswers && !withheld.contains(index)
            let range = isShown ? policy.told(counts[index]) : 0...whole.upperBound
            let inside = answer.parts.count(where: answers.contains)
            if inside == answer.parts.count {
                low += range.lowerBound
            } else {
                othersHigh += range.upperBound
            }
            if inside == 0 { othersLow += range.lowerBound } else { high += range.upperBound }
        }
        let least = max(low, whole.lowerBound - othersHigh, 0)
        return least...max(least, min(high, whole.upperBound - othersLow))
    }

    /// How many people the row shows at least: its base, and the answers outside it that are told; nil where it shows none.
    func shownPeople(by policy: Policy) -> Int? {
        guard showsBase else { return nil }
        let outside = table.outside.indices.filter { showsAnswers && !withheldOutside.contains($0) }
        return ([base] + outside.map { table.outside[$0].count ?? 0 })
            .reduce(0) { $0 + policy.told($1).lowerBound }
    }
}
