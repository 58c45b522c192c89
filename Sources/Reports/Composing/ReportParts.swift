import Diagnostics
import Files
import Findings
import Language
import Reading
import Survey

/// What people bring to a report beside its figures: quotations and the action plan of its folder, and what became of
/// the plan of the wave before.
package struct ReportParts: Sendable {
    /// The plan of the wave before, for the same body.
    struct Earlier: Sendable {
        var plan: ActionPlan
        var instrument: Instrument
    }

    var quotations: Quotations?
    var plan: ActionPlan?
    var earlier: Earlier?

    /// Nothing.
    init() {}

    /// Reads the files of a report folder, and of the same body's in the wave before; a file that is not there is no fault.
    ///
    /// Throws every fault of all of them. The log has the warnings: what in a quotation may tell who somebody is, and
    /// promises of the wave before without a word on what was done.
    init(of context: ReportContext, in folder: String, wave: WaveFolder, log: DiagnosticLog) throws(Failure) {
        let faults = DiagnosticLog()
        let instrument = context.instrument
        quotations =
            faults.collect { () throws(Failure) in
                try Self.data("quotations.yaml", in: folder).map { node throws(Failure) in
                    try Quotations.read(node, instrument: instrument)
                }
            } ?? nil
        plan =
            faults.collect { () throws(Failure) in
                try Self.data("action-plan.yaml", in: folder).map(ActionPlan.read)
            } ?? nil
        earlier = faults.collect { () throws(Failure) in try Self.earlier(context, of: wave) } ?? nil
        if let quotations { Self.check(quotations, context: context, wave: wave, faults: faults, log: log) }
        if let plan { Self.check(plan, context: context, log: faults) }
        if let earlier { Self.check(earlier, log: log) }
        try faults.check()
    }

    private static func data(_ file: String, in folder: String) throws(Failure) -> DataNode? {
        let path = "\(folder)/\(file)"
        return FileStore.exists(path) ? try DataFile.read(path) : nil
    }

    private static func earlier(_ context: ReportContext, of wave: WaveFolder) throws(Failure) -> Earlier? {
        guard let name = wave.wave.last, let last = wave.last else { return nil }
        for folder in try WaveFolder.reportFolders(in: "\(wave.folder)/\(name)") {
            let body = try WaveReader.report(DataFile.read(folder + "/report.yaml")).body
            guard body == context.settings.body else { continue }
            if let plan = try data("action-plan.yaml", in: folder).map(ActionPlan.read) {
                return Earlier(plan: plan, instrument: last.instrument)
            }
        }
        return nil
    }

    // MARK: Quotations

    /// An audience must have this many replies before one of them is printed word for word.
    static let fewestReplies = 30

    private static func check(
        _ quotations: Quotations, context: ReportContext, wave: WaveFolder, faults: DiagnosticLog,
        log: DiagnosticLog
    ) {
        let bodies = wave.published.values.map(\.body)
        let details = IdentifyingDetails(places: (bodies.map(\.name) + bodies.compactMap(\.region)).sorted())
        for quotation in quotations.quotations {
            let audience = context.instrument.audience(quotation.audience)
            let replies = context.results.own.response(quotation.audience)?.replies.known
            if (replies ?? 0) < fewestReplies {
                let found = replies.map { "\($0) replied" } ?? "it is not published how many replied"
                faults.error(
                    "the words of a \(audience?.singular ?? quotation.audience) may not be printed: \(found), expected at "
                        + "least \(fewestReplies)", at: quotation.location,
                    hints: ["tell in your own words what people said"])
            }
            let found = details.details(in: quotation.text).filter { detail in
                !quotation.kept.contains { $0.lowercased() == detail.words.lowercased() }
            }
            if !found.isEmpty {
                let list = found.map { "'\($0.words)' (\($0.kind.rawValue))" }.joined(separator: ", ")
                log.warning(
                    "these words may tell who somebody is: \(list)", at: quotation.location,
                    hints: [
                        "take them out and say 'shortened: true', or name them under 'keep:' when nobody can be known by them"
                    ])
            }
        }
    }

    // MARK: Action plan

    private static func check(_ plan: ActionPlan, context: ReportContext, log: DiagnosticLog) {
        for area in plan.areas {
            switch area.link {
            case .figure(let name):
                if let id = FigureID(name), let entry = context.book.entry(id) {
                    if case .base = entry {
                        log.error("the figure '\(name)' is a base, expected a share", at: area.location)
                    }
                    continue
                }
                log.error(
                    "the area '\(area.title)' names the figure '\(name)', which the results do not have",
                    at: area.location,
                    hints: hints(forUnknown: name, among: context.book.ids, listing: "figures"))
            case .finding(let name):
                let findings = context.findings.findings
                guard !findings.contains(where: { $0.id == name && !$0.figures.isEmpty }) else { continue }
                log.error(
                    "the area '\(area.title)' names the finding '\(name)', which the results do not give",
                    at: area.location,
                    hints: hints(
                        forUnknown: name, among: findings.filter { !$0.figures.isEmpty }.map(\.id),
                        listing: "findings"))
            }
        }
    }

    private static func check(_ earlier: Earlier, log: DiagnosticLog) {
        for action in earlier.plan.areas.flatMap(\.actions) where action.done == nil {
            log.warning(
                "the plan of the wave before promised '\(action.action)' and does not say what was done",
                at: action.location, hints: ["add 'done:' to the action, also where nothing was"])
        }
    }
}

extension Base {
    /// How many replied, also where that is the number of the whole survey.
    fileprivate var known: Int? {
        if case .surveyWide(let count) = self { count } else { count }
    }
}
