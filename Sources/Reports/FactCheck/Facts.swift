import Findings
import Language
import Survey

/// The published numbers that a text may claim.
struct Facts {
    /// Why a claim is not supported, and what would be.
    struct Fault {
        var reason: String
        var hints: [String]
    }

    fileprivate struct Share {
        enum Kind: Hashable {
            /// The share that a question's findings tell.
            case measure
            /// Of an answer, by its label.
            case answer(String)
            /// An end of the likely range of the measure.
            case range
            case rate
        }

        var id: FigureID
        var share: Percentage
        var kind: Kind
    }

    private struct Count {
        var audience: String?
        /// Empty for the number of replies.
        var question = ""
        var category: String?
        var body: String
        var count: Int
    }

    /// How far two shares lie apart: in whole points from counts, and as shown.
    private struct Gap {
        var question: String
        var body: String
        var points: Int
        var shown: Percentage?

        func isTold(as units: Int, decimals: Int) -> Bool {
            let told = Percentage(units: units, decimals: decimals)
            return decimals == 0 && points == units || shown?.rounds(to: told) == true
        }
    }

    private var shares: [Share] = []
    private var counts: [Count] = []
    /// How many tests were made, and on how many questions they ended alike, by the body that was compared.
    private var tests: [(body: String, count: Int)] = []
    private var questions: [(body: String, count: Int)] = []
    private var councils: [(isRegion: Bool, count: Int)] = []
    private var points: [Gap] = []
    private let ratios: [(question: String, words: String)]
    private let audiences: [Instrument.Audience]

    init(_ findings: FindingsReport) {
        let results = findings.results
        audiences = results.instrument.audiences
        ratios = findings.timesAsLikely
        for body in results.bodies {
            guard let published = results.results(of: body) else { continue }
            if let councils = published.body.councils {
                counts.append(Count(body: body, count: councils))
                self.councils.append((published.body.kind == .region, councils))
            }
            for response in published.responses { add(response, of: body) }
            for table in published.tables { add(table, of: body, instrument: results.instrument) }
        }
        let families = findings.bodyFamilies + findings.groupFamilies
        for family in families {
            let body = if case .comparator(let comparator, _) = family.against { comparator.body } else { "" }
            tests.append((body, family.count))
            questions.append((body, family.count))
            for one in family.differences {
                questions.append((body, family.differences.count { $0.verdict == one.verdict }))
            }
        }
        for count in [
            results.instrument.questions.count, results.own.tables.count(where: { $0.group == nil }),
        ] {
            questions.append(("this", count))
        }
        for difference in families.flatMap(\.differences) {
            guard let points = difference.points else { continue }
            self.points.append(
                Gap(question: difference.question.id, body: difference.reference.body, points: abs(points)))
        }
        let measures = shares.filter { $0.kind == .measure && $0.id.group == nil }
        let own = measures.filter { $0.id.body == "this" }
        for share in own {
            for other in measures where other.id.question == share.id.question && other.id.body != "this" {
                let shown = max(share.share - other.share, other.share - share.share)
                points.append(
                    Gap(
                        question: share.id.question, body: other.id.body,
                        points: Int(shown.double.rounded(.toNearestOrAwayFromZero)), shown: shown))
            }
        }
    }

    private mutating func add(_ response: Response, of body: String) {
        for count in [response.replies.known, response.population, response.invited].compactMap({ $0 }) {
            counts.append(Count(audience: response.audience, body: body, count: count))
        }
        guard let rate = response.rate else { return }
        let id = FigureID(audience: response.audience, question: "responses", measure: "rate", body: body)
        shares.append(Share(id: id, share: rate, kind: .rate))
    }

    private mutating func add(_ table: PublishedTable, of body: String, instrument: Instrument) {
        let question = instrument.question(table.question)
        let audience = question?.audience ?? ""
        let tell = { (count: Int) in
            Count(
                audience: audience, question: table.question, category: table.category, body: body,
                count: count)
        }
        if let base = table.base.known { counts.append(tell(base)) }
        let id = { (measure: String) in
            FigureID(
                audience: audience, question: table.question, group: table.group, category: table.category,
                measure: measure, body: body)
        }
        let scale = question.flatMap { instrument.scale(of: $0) }
        let forms = (scale?.forms ?? []).compactMap { form in
            scale.flatMap { table.collapsed(to: form, of: $0) }.map { (form, $0) }
        }
        for (form, table) in forms {
            for cell in table.cells + table.outside {
                if let count = cell.count { counts.append(tell(count)) }
                let label =
                    (form.answers + (scale?.outside ?? [])).first { $0.id == cell.answer }?.label ?? ""
                guard let share = cell.share else { continue }
                shares.append(Share(id: id(cell.answer), share: share, kind: .answer(label)))
            }
        }
        guard let measure = table.measure, let share = measure.share else { return }
        if let count = measure.count { counts.append(tell(count)) }
        shares.append(Share(id: id(measure.answer), share: share, kind: .measure))
        guard let range = Estimate(measure, in: table)?.range else { return }
        for end in [range.low, range.high] {
            shares.append(Share(id: id(measure.answer), share: end, kind: .range))
        }
    }

    // MARK: Holding a claim against them

    /// What is wrong with a claim; nil where a figure of what it speaks of supports it.
    func fault(of claim: NumberClaim, about scope: Subjects.Scope) -> Fault? {
        switch claim.kind {
        case .percentage(let units, let decimals):
            let wanted = Percentage(units: units, decimals: decimals)
            return fault(scope, near: wanted.double, what: "figure", claim.text) {
                $0.isSaid(scope) { $0.rounds(to: wanted) }
            }
        case .quantity(let quantity):
            // "Everybody agreed" of a meeting is no claim about the answers.
            if quantity.isOfAll, scope.questions.isEmpty { return nil }
            let target = quantity.fraction.map { 100 * Double($0.numerator) / Double($0.denominator) } ?? 100
            return fault(scope, near: target, what: "share", claim.text) { share in
                share.isSaid(scope) { share in
                    ShownPercentage(units: share.units, decimals: share.decimals).map(quantity.holds) ?? false
                }
            }
        case .count(let count): return fault(count, of: claim, about: scope)
        case .points(let units, let decimals):
            let bodies = scope.bodies.count > 1 ? scope.bodies.subtracting(["this"]) : Set(points.map(\.body))
            let near = points.filter {
                (scope.questions.isEmpty || scope.questions.contains($0.question)) && bodies.contains($0.body)
            }
            if near.contains(where: { $0.isTold(as: units, decimals: decimals) }) { return nil }
            return Fault(
                reason: "no two published figures of what it speaks of lie so far apart",
                hints: Self.nearest(
                    to: Int(Percentage(units: units, decimals: decimals).double.rounded()),
                    among: near.map(\.points), "the nearest difference is"))
        case .ratio(let words):
            let near = ratios.filter { scope.questions.isEmpty || scope.questions.contains($0.question) }
            if near.contains(where: { $0.words == words + " as likely" }) { return nil }
            return Fault(
                reason: "the figures do not say so",
                hints: near.first.map { ["they say “\($0.words)”"] }
                    ?? ["give both percentages instead, by their figures"])
        case .multiple(let multiple):
            // "Costs rose by a third": of no share, and of no question.
            if claim.people == nil, multiple.form.isChange, scope.questions.isEmpty { return nil }
            return fault(multiple, about: scope)
        }
    }

    /// Whether two figures of what the sentence speaks of, now and then or of two groups, stand in such a ratio.
    private func fault(_ multiple: MultipleClaim, about scope: Subjects.Scope) -> Fault? {
        let measures = shares.filter {
            $0.kind == .measure && scope.questions.contains($0.id.question) && $0.share.units > 0
        }
        var nearest: (gap: Double, words: String)?
        for first in measures where first.id.body == "this" {
            for second in measures where second.id.question == first.id.question && second.id != first.id {
                let isOther = first.id.category == second.id.category && second.id.body != "this"
                let isGroup = first.id.group == second.id.group && second.id.body == "this"
                let isMeant =
                    multiple.form.isChange
                    ? isOther && second.id.body == "last"
                    : isOther && scope.bodies.contains(second.id.body) || isGroup
                guard isMeant, first.id.category.map(scope.categories.contains) ?? scope.hasEverybody else {
                    continue
                }
                let ratio = first.share.double / second.share.double
                if multiple.holds(for: ratio) || !multiple.form.isChange && multiple.holds(for: 1 / ratio) {
                    return nil
                }
                let gap = abs(ratio - multiple.amount)
                if gap < nearest?.gap ?? .infinity {
                    let words =
                        multiple.form.isChange
                        ? "it is \(first.share.words) now, {{\(first.id)}}, and was \(second.share.words), {{\(second.id)}}"
                        : "the nearest figures are \(first.share.words), {{\(first.id)}}, and \(second.share.words), {{\(second.id)}}"
                    nearest = (gap, words)
                }
            }
        }
        return Fault(
            reason: "the figures do not say so",
            hints: [nearest?.words ?? "give both percentages instead, by their figures"])
    }

    private func fault(
        _ scope: Subjects.Scope, near target: Double, what: String, _ text: String,
        _ supports: (Share) -> Bool
    ) -> Fault? {
        var named = shares.filter { isNamed($0, in: scope) }
        if named.isEmpty, scope.hasOnlyAnswers {
            // The answer is not shown, or its words are said of something else.
            var measured = scope
            measured.hasOnlyAnswers = false
            named = shares.filter { isNamed($0, in: measured) }
        }
        if named.isEmpty, !scope.wider.isEmpty {
            // That group is shown together with another alone.
            var together = scope
            together.categories = scope.wider
            named = shares.filter { isNamed($0, in: together) }
        }
        if named.isEmpty, !scope.hasEverybody {
            // The question is not shown by that group: the words of a category may be words of something else.
            var everybody = scope
            (everybody.categories, everybody.hasEverybody) = ([], true)
            named = shares.filter { isNamed($0, in: everybody) }
        }
        // Where nothing that is spoken of is known, any figure of the audience may be meant.
        let scoped = named.isEmpty ? ofAudience(shares, scope) : named
        if scoped.contains(where: supports) || sums(of: scope).contains(where: supports) { return nil }
        let elsewhere = shares.first(where: supports)
        let near = scoped.min { abs($0.share.double - target) < abs($1.share.double - target) }
        let isInWords = what == "share"
        var hints =
            near.map { near -> [String] in
                let words = isInWords ? near.share.quantity.map { ", “\($0)”" } ?? "" : ""
                return ["the nearest figure is \(near.share.words)\(words): {{\(near.id)}}"]
            } ?? []
        guard let elsewhere else {
            return Fault(reason: "no published \(what) is that", hints: hints)
        }
        hints.append("what it says is true of {{\(elsewhere.id)}}: \(elsewhere.share.words)")
        return Fault(reason: "no \(what) of what it speaks of is that", hints: hints)
    }

    private func ofAudience(_ shares: [Share], _ scope: Subjects.Scope) -> [Share] {
        let told = shares.filter {
            ($0.kind != .range || scope.isRange) && ($0.kind != .rate || scope.isResponse)
                && scope.bodies.contains($0.id.body)
        }
        let own = told.filter { $0.id.audience == scope.audience }
        return own.isEmpty ? told.isEmpty ? shares : told : own
    }

    private func isNamed(_ share: Share, in scope: Subjects.Scope) -> Bool {
        if share.kind == .rate {
            return scope.isResponse && scope.bodies.contains(share.id.body)
                && scope.audience ?? share.id.audience == share.id.audience
        }
        guard scope.questions.contains(share.id.question), scope.bodies.contains(share.id.body) else {
            return false
        }
        if let category = share.id.category {
            guard scope.categories.contains(category) else { return false }
        } else if !scope.hasEverybody {
            return false
        }
        switch share.kind {
        case .measure: return !scope.hasOnlyAnswers
        case .range: return scope.isRange
        case .answer(let label): return scope.answers.contains(label.plainWords)
        case .rate: return false
        }
    }

    /// Of several answers that the sentence names, their shares together: "no difference or worse".
    private func sums(of scope: Subjects.Scope) -> [Share] {
        guard scope.answers.count > 1 else { return [] }
        let named = shares.filter {
            if case .answer = $0.kind { isNamed($0, in: scope) } else { false }
        }
        var sums: [[String?]: (labels: Set<Share.Kind>, sum: Share)] = [:]
        for share in named {
            let key = [share.id.question, share.id.body, share.id.category]
            guard var (labels, sum) = sums[key] else {
                sums[key] = ([share.kind], share)
                continue
            }
            guard labels.insert(share.kind).inserted else { continue }
            sum.share = sum.share + share.share
            sums[key] = (labels, sum)
        }
        return sums.values.filter { $0.labels.count > 1 }.map(\.sum)
    }

    private func fault(_ count: Int, of claim: NumberClaim, about scope: Subjects.Scope) -> Fault? {
        if let counted = claim.counted {
            let known = counted == "councils" ? councils(of: scope) : surveyed(counted, scope)
            if known.contains(count) { return nil }
            return Fault(
                reason: "there are not so many \(counted)",
                hints: Self.nearest(to: count, among: Array(known), "the nearest number is"))
        }
        // A count that people stand behind is of that audience; of a question that the sentence names, or of all replies.
        let isOfPeople = (claim.people != nil || scope.isAnswering) && scope.audience != nil
        var near = counts.filter { one in
            !isOfPeople || one.audience == scope.audience && scope.bodies.contains(one.body)
        }
        if isOfPeople {
            near = near.filter { one in
                scope.isOfGroups || one.category.map { scope.categories.contains($0) } ?? scope.hasEverybody
            }
            let bases = near.filter { !$0.question.isEmpty }.map(\.count)
            let isEdge = { (count: Int) in count == bases.min() || count == bases.max() }
            near = near.filter {
                $0.question.isEmpty || scope.questions.contains($0.question) || scope.isOfGroups
                    || scope.questions.isEmpty && scope.isEdge && isEdge($0.count)
            }
        }
        if near.contains(where: { $0.count == count }) { return nil }
        return Fault(
            reason: isOfPeople && counts.contains { $0.count == count }
                ? "no number of what it speaks of is that" : "no published number is that",
            hints: Self.nearest(to: count, among: near.map(\.count), "the nearest published number is"))
    }

    /// How many councils a total holds; of a region where the words say so, else of all where there is such a total.
    private func councils(of scope: Subjects.Scope) -> Set<Int> {
        let meant = councils.filter { $0.isRegion == scope.isOfRegion }
        return Set((meant.isEmpty ? councils : meant).map { $0.count - (scope.isOfOthers ? 1 : 0) })
    }

    /// The numbers of questions or tests: against the bodies that are named, where any are.
    private func surveyed(_ counted: String, _ scope: Subjects.Scope) -> Set<Int> {
        let all = counted == "tests" ? tests : questions
        let named = all.filter { $0.body != "this" && scope.bodies.contains($0.body) }
        return Set((named.isEmpty ? all : named).map(\.count))
    }

    private static func nearest(to count: Int, among all: [Int], _ words: String) -> [String] {
        all.min { (abs($0 - count), $0) < (abs($1 - count), $1) }.map { ["\(words) \(English.number($0))"] }
            ?? []
    }
}

extension Base {
    /// The number told, of whatever kind.
    fileprivate var known: Int? {
        switch self {
        case .exact(let count), .rounded(let count, _), .surveyWide(let count): count
        case .unknown, .withheld: nil
        }
    }
}

extension String {
    /// As `Subjects` knows the labels of answers.
    fileprivate var plainWords: String { " " + Word.all(in: self).map(\.core).joined(separator: " ") + " " }
}

extension Percentage {
    /// Whether this is the other at the other's decimals, rounded half up once.
    fileprivate func rounds(to other: Percentage) -> Bool {
        guard decimals >= other.decimals else { return false }
        let scale = (other.decimals..<decimals).reduce(1) { scale, _ in scale * 10 }
        return (2 * units + scale) / (2 * scale) == other.units
    }

    /// The words that are true of it.
    fileprivate var quantity: String? {
        ShownPercentage(units: units, decimals: decimals).map { English.quantityWords($0).phrase }
    }

    /// What is left of 100%.
    fileprivate var complement: Percentage { Percentage(units: 100, decimals: 0) - self }
}

extension Facts.Share {
    /// Whether something holds of the share, or of those who did not say so, as the sentence speaks of these or may.
    fileprivate func isSaid(_ scope: Subjects.Scope, _ holds: (Percentage) -> Bool) -> Bool {
        guard kind == .measure else { return holds(share) }
        return switch scope.negation {
        case .none: holds(share)
        case .possible: holds(share) || holds(share.complement)
        case .certain: holds(share.complement)
        }
    }
}

extension QuantityClaim {
    /// Whether it is true of a percentage as somebody typed it.
    func holds(forTyped units: Int, decimals: Int) -> Bool {
        ShownPercentage(units: units, decimals: decimals).map(holds) ?? false
    }

    /// Whether it is "all", "none", or "few" of those who spoke.
    fileprivate var isOfAll: Bool {
        guard case .exactly(let fraction) = self else { return false }
        return fraction.denominator == 1
    }

    /// The fraction that the claim is about.
    fileprivate var fraction: Fraction? {
        switch self {
        case .exactly(let fraction), .about(let fraction), .justOver(let fraction), .moreThan(let fraction),
            .atLeast(let fraction), .justUnder(let fraction), .nearly(let fraction), .fewerThan(let fraction):
            fraction
        case .almostAll: nil
        }
    }
}
