package import Diagnostics
import Files
import RawResults
package import Survey

/// The disclosure of a wave's folder: reads `private/`, writes `published/`.
package struct WaveRelease {
    /// The file names of `published/` and their texts.
    package let files: [(name: String, text: String)]
    /// What an outsider can work out from them.
    package let audit: DisclosureAudit
    /// What whoever makes the release should know.
    package let warnings: [Diagnostic]
    private let folder: String
    private static let auditName = "disclosure-audit.json"

    /// Makes the published results of every body in the wave's `private/` folder; writes nothing yet.
    ///
    /// - Parameters:
    ///   - schema: the RELAX NG schema for results in XML.
    /// - Throws: the faults of every file.
    package init(
        folder: String, wave: Wave, instrument: Instrument, policy: Policy, schema: String
    ) throws(Failure) {
        self.folder = folder
        let log = DiagnosticLog()
        var bodies: [RawResults] = []
        let names = try FileStore.names(in: folder + "/private")
        for name in names where RawFile.isResults(name, among: names) {
            let path = "\(folder)/private/\(name)"
            let results = log.collect { () throws(Failure) in
                try RawResultsReader.read(RawFile.read(path, schema: schema), instrument: instrument)
            }
            if let results { bodies.append(results) }
        }
        if bodies.isEmpty, !log.hasErrors {
            log.error(
                "'\(folder)/private' holds no results",
                hints: ["put each body's results there: .json, .csv or .xml"])
        }
        try log.check()
        let places = wave.withoutConsent.map { ($0, wave.places["withoutConsent.\($0)"]) }
        let consent = MissingConsent(
            wave.withoutConsent,
            places: Dictionary(places.compactMap { id, place in place.map { (id, $0) } }) { first, _ in first
            })
        let published = try Release(instrument: instrument, policy: policy, wave: wave.id).disclose(
            bodies, consent: consent,
            earlier: EarlierRelease.all(in: folder, wave: wave, instrument: instrument))
        audit = published.audit
        warnings = published.warnings
        files =
            published.results.map { ("\($0.body.id).json", $0.fileText) } + [
                (Self.auditName, audit.publicText(of: published.results))
            ]
    }

    /// Whether `published/` holds exactly these results already.
    package var isUpToDate: Bool {
        let present = (try? FileStore.names(in: folder + "/published")) ?? []
        guard present.filter({ $0.hasSuffix(".json") }).sorted() == files.map(\.name).sorted() else {
            return false
        }
        guard (try? FileStore.bytes(of: privateAudit)) == Array(audit.fullText.utf8) else { return false }
        return files.allSatisfy { file in
            (try? FileStore.bytes(of: "\(folder)/published/\(file.name)")) == Array(file.text.utf8)
        }
    }

    /// The full audit, beside the raw results.
    private var privateAudit: String { "\(folder)/private/\(Self.auditName)" }

    /// Writes the full audit into `private/`, and `published/` whole or not at all.
    ///
    /// What stands there already is only marked as fresh.
    package func write() throws(Failure) {
        if isUpToDate {
            FileStore.touch(files.map { "\(folder)/published/\($0.name)" })
            return
        }
        try FileStore.write(Array(audit.fullText.utf8), to: privateAudit)
        let output = try OutputFolder(replacing: folder + "/published", madeWith: files.first?.name ?? "")
        for file in files { try output.write(file.text, to: file.name) }
        try output.commit()
    }
}
