package import Diagnostics
package import RawResults
import Statistics
package import Survey

/// Makes the published results of a whole wave from its raw results: the only way out of `private/`.
///
/// Categories that are too small are shown together where the instrument permits it. Each row is judged by its base, each
/// chart's rows are brought to the finest form of their scale in which all of them can be shown, cells that are still too
/// small are withheld with a second one beside them, and everything is rounded once. What links rows and bodies to each
/// other is judged over the whole release, by `LinkedRelease`.
package struct Release {
    /// What a release makes.
    package struct Disclosed {
        /// The published results of each body that has consented, in the order given.
        package var results: [PublishedResults]
        package var audit: DisclosureAudit
        /// What whoever makes the release should know: totals that had to go.
        package var warnings: [Diagnostic]
    }

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

    /// The published results of each body that has consented, with the audit that proves them safe.
    ///
    /// Throws when results that are published already stand in a wave whose policy protects, or the other way round:
    /// one release has one way of rounding; when numbers contradict each other, in this release or between it and earlier
    /// ones; when a withheld number could be worked out in spite of everything.
    ///
    /// - Parameters:
    ///   - consent: the bodies that have not consented to publication.
    ///   - earlier: what has been told of these answers before.
    package func disclose(
        _ bodies: [RawResults], consent: MissingConsent = MissingConsent(), earlier: [EarlierRelease] = []
    ) throws(Failure) -> Disclosed {
        try check(bodies, consent: consent)
        let isSilent = bodies.map { consent.bodies.contains($0.body.id) }
        let shown = bodies.indices.filter { !isSilent[$0] }
        guard policy.id != Policy.asPublished else {
            let release = PublisherRelease(instrument: instrument, wave: wave)
            let audit = DisclosureAudit(
                policy: policy, wave: wave, bodies: shown.map { bodies[$0].body }, entries: [])
            return Disclosed(
                results: shown.map { release.results(of: bodies[$0]) }, audit: audit, warnings: [])
        }
        let known = try EarlierRelease.numbers(
            told: earlier, bodies: bodies, instrument: instrument, rounding: policy.rounding)
        let tooFew = tooFew(in: bodies, isSilent: isSilent)
        let frame = ReleaseFrame(instrument: instrument, policy: policy, bodies: bodies, known: known)
        var notes: [Int: [String]] = [:]
        // What a withheld total has told before stays known, and tells of the councils in it.
        let told = Set(known.map(\.body))
        let silences: [RowPlan.Silence?] = bodies.indices.map { body in
            isSilent[body] ? .withoutConsent : tooFew.contains { $0.body == body } ? .tooFew : nil
        }
        let some = bodies.indices.filter { silences[$0] != .tooFew || told.contains($0) }
        let begun = plans(of: some, in: bodies, silences: silences, notes: &notes)
        let (plans, entries) = LinkedRelease(frame: frame).protect(begun)
        let audit = DisclosureAudit(
            policy: policy, wave: wave, bodies: shown.map { bodies[$0].body }, entries: entries,
            silent: bodies.indices.filter { isSilent[$0] }.map { bodies[$0].body },
            earlier: earlier.map(\.name))
        try audit.check(instrument: instrument)
        let ofBody = Dictionary(grouping: plans.filter { $0.silence == nil }) { $0.body }
        let results = shown.map { body in
            self.results(
                of: bodies[body], plans: ofBody[body] ?? [], notes: notes[body] ?? [],
                isTooFew: tooFew.contains { $0.body == body })
        }
        return Disclosed(results: results, audit: audit, warnings: tooFew.compactMap(\.warning))
    }

    /// Whether the results can be one release.
    private func check(_ bodies: [RawResults], consent: MissingConsent) throws(Failure) {
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
        consent.check(against: bodies.map(\.body), log: log)
        TotalsCheck(instrument: instrument, bodies: bodies, judgesCounts: policy.id != Policy.asPublished)
            .check(log: log)
        try log.check()
    }

    /// What each table of counts is meant to show, judged by itself.
    private func plans(
        of some: [Int], in bodies: [RawResults], silences: [RowPlan.Silence?], notes: inout [Int: [String]]
    ) -> [RowPlan] {
        var plans: [RowPlan] = []
        for body in some {
            var tables = bodies[body].tables.map { (table: $0, merged: [String](), isPart: false) }
            if silences[body] == nil {
                let outcome = MergeChoice(instrument: instrument, policy: policy).merged(bodies[body].tables)
                tables = outcome.tables
                notes[body] = outcome.merges.map { ReleaseNote.merge($0.merge, of: $0.group) }
            }
            let forms = FormChoice(instrument: instrument, policy: policy)
                .forms(for: tables.filter { !$0.isPart }.map(\.table))
            for (place, (table, merged, isPart)) in tables.enumerated() {
                guard let question = instrument.question(table.question),
                    case .replies(let base) = table.base,
                    let scale = instrument.scale(of: question),
                    let form = scale.form(forms[table.chart(in: instrument)] ?? Scale.Form.full)
                else { continue }
                plans.append(
                    RowPlan(
                        body: body, place: place, table: table, question: question, scale: scale, form: form,
                        base: base, policy: policy,
                        silence: silences[body] ?? (isPart ? .merged : nil), merged: merged))
            }
        }
        return plans
    }

    /// The totals that hold too few councils, or that leave too few when others are taken from them.
    ///
    /// Nobody can take away what is not published: a body without consent, or a total that is withheld itself.
    private func tooFew(in bodies: [RawResults], isSilent: [Bool]) -> [(body: Int, warning: Diagnostic?)] {
        var found: [(body: Int, warning: Diagnostic?)] = []
        var hidden = Set(bodies.indices.filter { isSilent[$0] })
        let all = bodies.map(\.body)
        // A lone council behind a total is that council, whatever the policy says of totals.
        let least = max(policy.minimumCouncils, hidden.isEmpty ? 0 : 2)
        let order = bodies.indices.filter { all[$0].isTotal && !isSilent[$0] }
            .sorted { (all[$0].kind == .region ? 0 : 1, $0) < (all[$1].kind == .region ? 0 : 1, $1) }
        for index in order {
            let body = all[index]
            let others = all.indices.filter { $0 != index && !hidden.contains($0) }.map { all[$0] }
            let isSmall = body.councils.map { $0 < policy.minimumCouncils } ?? false
            let leaves = body.leavesTooFew(beside: others, least: least)
            let silent = body.kind == .rest ? all.indices.filter { all[$0].id == body.without } : []
            let leavesSilent = silent.contains { isSilent[$0] }
            guard isSmall || leaves || leavesSilent else { continue }
            hidden.insert(index)
            let cause = all.indices.filter { isSilent[$0] && (body.contains(all[$0]) || silent.contains($0)) }
            let warning =
                cause.isEmpty || isSmall
                ? nil
                : Diagnostic(
                    .warning,
                    "'\(body.id)' is withheld whole: with the others taken from it, it would tell of "
                        + cause.map { "'\(all[$0].id)'" }.joined(separator: ", ")
                        + ", which \(cause.count == 1 ? "has" : "have") not consented to publication",
                    hints: ["a total can be shown where at least \(least) of its councils are not"])
            found.append((index, warning))
        }
        return found
    }

    private func results(
        of raw: RawResults, plans: [RowPlan], notes: [String], isTooFew: Bool
    ) -> PublishedResults {
        let places = Dictionary(uniqueKeysWithValues: plans.map { ($0.place, $0) })
        let parts = Set(
            plans.filter { !$0.merged.isEmpty }.flatMap { plan in
                plan.merged.map { [plan.table.question, plan.table.group ?? "", $0] }
            })
        let own = raw.tables.enumerated().compactMap { place, table -> PublishedTable? in
            let key = [table.question, table.group ?? "", table.category ?? ""]
            if parts.contains(key) { return nil }
            return places[place].map(published) ?? unshown(table, .withheld, base: .withheld)
        }
        let merged = plans.filter { !$0.merged.isEmpty }.sorted { $0.place < $1.place }.map(published)
        let responses = raw.responses.map { response in
            var response = response
            if case .exact(let count) = response.replies { response.replies = base(count) }
            if isTooFew { response = Response(audience: response.audience, replies: .withheld) }
            return response
        }
        return PublishedResults(
            instrument: instrument.id, wave: wave, body: raw.body, policy: policy.id,
            rounding: policy.rounding, source: raw.source, responses: responses,
            tables: PublishedTable.beside(own, merged), notes: notes)
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

extension PublishedTable {
    /// The tables with each merged one where its question's last table of the group stands.
    fileprivate static func beside(_ tables: [PublishedTable], _ merged: [PublishedTable]) -> [PublishedTable]
    {
        var tables = tables
        for table in merged {
            let place =
                tables.lastIndex { $0.question == table.question && $0.group == table.group }
                ?? tables.lastIndex { $0.question == table.question } ?? tables.count - 1
            tables.insert(table, at: place + 1)
        }
        return tables
    }
}

/// What the published results say of themselves in words, for pages to print.
enum ReleaseNote {
    /// Says which categories are shown together, and why.
    static func merge(_ merge: Instrument.Category, of group: Instrument.Group) -> String {
        let labels = merge.parts.map { part in
            "“\(group.categories.first { $0.id == part }?.label ?? part)”"
        }
        let list = labels.dropLast().joined(separator: ", ") + " and " + (labels.last ?? "")
        return
            "\(group.title): \(list) are shown together as “\(merge.label)”, because too few people answered to "
            + "show each by itself."
    }
}
