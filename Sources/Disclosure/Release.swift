package import Diagnostics
package import RawResults
import Statistics
package import Survey

/// Makes the published results of a whole wave from its raw results: the only way out of `private/`.
///
/// Each row is judged by its base, each chart's rows are brought to the finest form of their scale in which all of
/// them can be shown, cells that are still too small are withheld with a second one beside them, and everything is
/// rounded once. What links rows and bodies to each other is judged over the whole release, in `links`.
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
    /// Throws when results that are published already stand in a wave whose policy protects, or the other way round:
    /// one release has one way of rounding.
    package func publish(_ bodies: [RawResults]) throws(Failure) -> [PublishedResults] {
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
        return bodies.map { raw in
            raw.control == .asPublished
                ? PublisherRelease(instrument: instrument, wave: wave).results(of: raw) : results(of: raw)
        }
    }

    private func results(of raw: RawResults) -> PublishedResults {
        let forms = FormChoice(instrument: instrument, policy: policy).forms(for: raw.tables)
        let isTooFewCouncils = raw.body.councils.map { $0 < policy.minimumCouncils } ?? false
        let tables = raw.tables.map { table in
            published(table, form: forms[table.chart(in: instrument)], hidden: isTooFewCouncils)
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

    private func published(_ table: RawTable, form: String?, hidden: Bool) -> PublishedTable {
        guard let question = instrument.question(table.question), let scale = instrument.scale(of: question),
            let form = scale.form(form ?? Scale.Form.full), case .replies(let count) = table.base, !hidden
        else { return unshown(table, .withheld, base: .withheld) }
        let showing = policy.showing(base: count)
        switch showing {
        case .withheld: return unshown(table, .withheld, base: .withheld)
        case .noPercentage: return unshown(table, .noPercentage, base: base(count))
        default: break
        }
        let row = ProtectedRow(table: table, scale: scale, form: form, base: count, policy: policy)
        return PublishedTable(
            question: table.question, group: table.group, category: table.category, showing: showing,
            base: base(count), form: form.id, cells: row.cells, measure: row.measure, outside: row.outside)
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
