package import Diagnostics
package import RawResults
import Statistics
package import Survey

/// Makes the published results of a whole wave from its raw results: the only way out of `private/`.
///
/// Each row is judged by its base, each chart's rows are brought to the finest form of their scale in which all of
/// them can be shown, cells that are still too small are withheld with a second one beside them, and everything is
/// rounded once. What links rows and bodies to each other is judged over the whole release, by `LinkedRelease`.
package struct Release {
    private let instrument: Instrument
    private let policy: Policy
    private let wave: String

    package init(instrument: Instrument, policy: Policy, wave: String) {
        self.instrument = instrument
        self.policy = policy
        self.wave = wave
    }

    /// The published results of each body, in the order given.
    ///
    /// Throws what `disclose` throws.
    package func publish(_ bodies: [RawResults]) throws(Failure) -> [PublishedResults] {
        try disclose(bodies).results
    }

    /// The published results of each body, in the order given, with the audit that proves them safe.
    ///
    /// Throws when results that are published already stand in a wave whose policy protects, or the other way round:
    /// one release has one way of rounding; when a part is larger than its total; when a withheld number could be
    /// worked out in spite of everything.
    package func disclose(
        _ bodies: [RawResults]
    ) throws(Failure) -> (results: [PublishedResults], audit: DisclosureAudit) {
        try check(bodies)
        guard policy.id != Policy.asPublished else {
            let release = PublisherRelease(instrument: instrument, wave: wave)
            let audit = DisclosureAudit(policy: policy, wave: wave, bodies: bodies.map(\.body), entries: [])
            return (bodies.map { release.results(of: $0) }, audit)
        }
        let linked = LinkedRelease(instrument: instrument, policy: policy)
        let (plans, entries) = try linked.protect(self.plans(of: bodies), bodies: bodies)
        let audit = DisclosureAudit(policy: policy, wave: wave, bodies: bodies.map(\.body), entries: entries)
        try audit.check(instrument: instrument)
        let ofBody = Dictionary(grouping: plans) { $0.body }
        let results = bodies.indices.map { body in
            let rows = (ofBody[body] ?? []).map { ($0.place, $0) }
            return self.results(of: bodies[body], plans: Dictionary(uniqueKeysWithValues: rows))
        }
        return (results, audit)
    }

    /// Whether the results can be one release.
    private func check(_ bodies: [RawResults]) throws(Failure) {
        let log = DiagnosticLog()
        var files: [String: String] = [:]
        for raw in bodies {
            let isPublished = raw.control == .asPublished
            if isPublished != (policy.id == Policy.asPublished) {
                log.error(
                    "'\(raw.file)' is \(isPublished ? "published already" : "not published yet"), "
                        + "and the wave's policy is '\(policy.id)'",
                    hints: ["a release has one way of rounding: put these results in a wave of their own"])
            }
            if let first = files[raw.body.id] {
                log.error("'\(raw.file)' and '\(first)' are both about the body '\(raw.body.id)'")
            }
            files[raw.body.id] = raw.file
        }
        try log.check()
    }

    /// What each table of counts is meant to show, judged by itself.
    private func plans(of bodies: [RawResults]) -> [RowPlan] {
        bodies.indices.flatMap { body -> [RowPlan] in
            guard !isTooFew(body, of: bodies) else { return [] }
            let forms = FormChoice(instrument: instrument, policy: policy).forms(for: bodies[body].tables)
            return bodies[body].tables.enumerated().compactMap { place, table in
                guard let question = instrument.question(table.question),
                    case .replies(let base) = table.base,
                    let scale = instrument.scale(of: question),
                    let form = scale.form(forms[table.chart(in: instrument)] ?? Scale.Form.full)
                else { return nil }
                return RowPlan(
                    body: body, place: place, table: table, question: question, scale: scale, form: form,
                    base: base,
                    policy: policy)
            }
        }
    }

    /// Whether a total holds too few councils, or leaves too few when others are taken from it.
    private func isTooFew(_ index: Int, of bodies: [RawResults]) -> Bool {
        let body = bodies[index].body
        if let councils = body.councils, councils < policy.minimumCouncils { return true }
        let others = bodies.indices.filter { $0 != index }.map { bodies[$0].body }
        return body.leavesTooFew(beside: others, least: policy.minimumCouncils)
    }

    private func results(of raw: RawResults, plans: [Int: RowPlan]) -> PublishedResults {
        let tables = raw.tables.enumerated().map { place, table in
            plans[place].map(published) ?? unshown(table, .withheld, base: .withheld)
        }
        let responses = raw.responses.map { response in
            var response = response
            if case .exact(let count) = response.replies { response.replies = base(count) }
            return response
        }
        return PublishedResults(
            instrument: instrument.id, wave: wave, body: raw.body, policy: policy.id,
            rounding: policy.rounding,
            source: raw.source, responses: responses, tables: tables)
    }

    private func published(_ plan: RowPlan) -> PublishedTable {
        switch plan.showing {
        case .withheld: return unshown(plan.table, .withheld, base: .withheld)
        case .noPercentage: return unshown(plan.table, .noPercentage, base: base(plan.base))
        default: break
        }
        let row = ProtectedRow(plan, policy: policy)
        return PublishedTable(
            question: plan.table.question, group: plan.table.group, category: plan.table.category,
            showing: plan.showing, base: base(plan.base), form: plan.form.id, cells: row.cells,
            measure: row.measure,
            outside: row.outside)
    }

    private func unshown(_ table: RawTable, _ showing: PublishedTable.Showing, base: Base) -> PublishedTable {
        PublishedTable(
            question: table.question, group: table.group, category: table.category, showing: showing,
            base: base,
            form: Scale.Form.full, cells: [], measure: nil)
    }

    private func base(_ count: Int) -> Base {
        policy.rounding == .five
            ? .rounded(Rounding.nearest(multipleOf: 5, to: count) ?? count, to: 5) : .exact(count)
    }
}
