package import Diagnostics
import Files
package import Findings
import Reading
package import Survey

/// A wave's folder, read whole: what `wave.yaml` says, the instrument, the published results, the reports.
package struct WaveFolder: Sendable {
    /// A report folder of the wave.
    package struct Report: Sendable {
        package var folder: String
        package var settings: ReportSettings
    }

    package let folder: String
    package let wave: Wave
    package let instrument: Instrument
    /// The published results by body.
    package let published: [String: PublishedResults]
    /// The wave before: its label comes from the comparators.
    package let last: Earlier?
    /// Whether `published` holds every body of the wave.
    private let isWhole: Bool

    /// The published results of an earlier wave.
    package struct Earlier: Sendable {
        package var instrument: Instrument
        package var published: [String: PublishedResults]
    }

    /// The file that says what a wave is: `wave.yaml`, or the `report.yaml` of a report that stands alone.
    package static func settingsFile(of folder: String) -> String {
        let wave = folder + "/wave.yaml"
        return !FileStore.exists(wave) && FileStore.exists(folder + "/report.yaml")
            ? folder + "/report.yaml" : wave
    }

    /// Reads what a wave is, without its instrument.
    package static func wave(of folder: String) throws(Failure) -> Wave {
        let path = settingsFile(of: folder)
        let node = try DataFile.read(path)
        return path.hasSuffix("/report.yaml")
            ? try WaveReader.wave(ofReport: node) : try WaveReader.wave(node)
    }

    /// Reads what a wave is, and the instrument that it names.
    package static func settings(of folder: String, library: Library) throws(Failure) -> (
        wave: Wave, instrument: Instrument
    ) {
        let wave = try wave(of: folder)
        let file = try library.file(
            wave.instrument, kind: "instruments", beside: folder,
            at: wave.places["instrument"] ?? SourceLocation(file: settingsFile(of: folder)))
        return (wave, try InstrumentReader.read(DataFile.read(file)))
    }

    /// Reads the folder.
    ///
    /// Throws every fault of `wave.yaml`, the instrument, the published results and the wave before.
    ///
    /// - Parameters:
    ///   - published: the published results by file name, where they are not to be read from the folder.
    ///   - earlier: the same for the wave before.
    package init(
        _ folder: String, library: Library, published: [String: String]? = nil,
        earlier: [String: String]? = nil
    ) throws(Failure) {
        self.folder = folder
        let (wave, instrument) = try Self.settings(of: folder, library: library)
        self.wave = wave
        self.instrument = instrument
        self.published = try Self.published(in: folder, texts: published, instrument: instrument)
        isWhole = true
        last = try wave.last.map { name throws(Failure) in
            let folder = folder + "/" + name
            let (_, instrument) = try Self.settings(of: folder, library: library)
            return Earlier(
                instrument: instrument,
                published: try Self.published(in: folder, texts: earlier, instrument: instrument))
        }
    }

    /// Reads the folder, of the published results only those that some of its reports speak of.
    package init(_ folder: String, library: Library, for reports: [String]) throws(Failure) {
        self.folder = folder
        let (wave, instrument) = try Self.settings(of: folder, library: library)
        self.wave = wave
        self.instrument = instrument
        var bodies: Set<String> = []
        for report in reports {
            bodies.insert(try WaveReader.report(DataFile.read(report + "/report.yaml")).body)
        }
        var published = try Self.published(in: folder, instrument: instrument, bodies: bodies)
        var others: Set<String> = []
        for comparator in wave.comparators where comparator.body != "last" {
            if comparator.body == "region" {
                others.formUnion(bodies.compactMap { published[$0]?.body.region })
            } else {
                others.insert(comparator.body)
            }
        }
        published.merge(
            try Self.published(
                in: folder, instrument: instrument, bodies: others.subtracting(bodies), takesGroups: false)
        ) { first, _ in first }
        self.published = published
        isWhole = false
        last = try wave.last.map { name throws(Failure) in
            let folder = folder + "/" + name
            let (_, instrument) = try Self.settings(of: folder, library: library)
            return Earlier(
                instrument: instrument,
                published: try Self.published(in: folder, instrument: instrument, bodies: bodies))
        }
    }

    /// Reads every file of `published/`, or the texts that stand for it.
    private static func published(
        in folder: String, texts: [String: String]? = nil, instrument: Instrument, bodies: Set<String>? = nil,
        takesGroups: Bool = true
    ) throws(Failure) -> [String: PublishedResults] {
        let log = DiagnosticLog()
        var published: [String: PublishedResults] = [:]
        var names = texts?.keys.sorted() ?? []
        if texts == nil { names = try FileStore.names(in: folder + "/published") }
        for name in names where name.hasSuffix(".json") && name != "disclosure-audit.json" {
            if let bodies, !bodies.contains(String(name.dropLast(5))) { continue }
            let path = "\(folder)/published/\(name)"
            let results = log.collect { () throws(Failure) in
                if let text = texts?[name] {
                    return try PublishedResultsReader.read(
                        JSONReader.read(SourceText(text, file: path)), instrument: instrument)
                }
                return try PublishedResultsReader.read(
                    DataFile.read(path, cuttingAfter: takesGroups ? nil : "group"), instrument: instrument,
                    takesGroups: takesGroups)
            }
            guard let results else { continue }
            if results.instrument != instrument.id {
                log.error(
                    "'\(path)' holds results of the instrument '\(results.instrument)', expected '\(instrument.id)'"
                )
            }
            published[results.body.id] = results
        }
        try log.check()
        return published
    }

    /// The published results of every body of the wave, by id; without their groups where they had to be read.
    func everybody() throws(Failure) -> [PublishedResults] {
        let all =
            isWhole
            ? published : try Self.published(in: folder, instrument: instrument, takesGroups: false)
        return all.keys.sorted().compactMap { all[$0] }
    }

    /// A body's results in the waves before this one, the oldest first, as far as each wave names one before it.
    func history(of body: String, library: Library) throws(Failure) -> [(
        wave: Wave, instrument: Instrument, results: PublishedResults
    )] {
        var history: [(wave: Wave, instrument: Instrument, results: PublishedResults)] = []
        var seen: Set<String> = [folder]
        var next = wave.last.map { folder + "/" + $0 }
        while let earlier = next, seen.insert(earlier).inserted, history.count < 40 {
            let (wave, instrument) = try Self.settings(of: earlier, library: library)
            let isLast = history.isEmpty
            let published =
                isLast
                ? last?.published ?? [:]
                : try Self.published(in: earlier, instrument: instrument, bodies: [body])
            guard let results = published[body] else { break }
            history.insert((wave, instrument, results), at: 0)
            next = wave.last.map { earlier + "/" + $0 }
        }
        return history
    }

    /// The report folders of a wave: those that hold a `report.yaml`, by name.
    package static func reportFolders(in folder: String) throws(Failure) -> [String] {
        try FileStore.names(in: folder).map { "\(folder)/\($0)" }
            .filter { FileStore.exists($0 + "/report.yaml") }
    }

    /// What one report speaks of: its body's results beside the comparators'.
    package func results(for body: String, at location: SourceLocation) throws(Failure) -> ComparedResults {
        if wave.withoutConsent.contains(body) {
            throw Failure(
                "'\(body)' has not consented to publication, so it gets no report", at: location,
                hints: [
                    "it counts in totals; once it consents, take it out of 'withoutConsent' in wave.yaml and disclose again"
                ])
        }
        guard let own = published[body] else {
            throw Failure(
                "there are no published results of '\(body)'", at: location,
                hints: hints(forUnknown: body, among: published.keys.sorted(), listing: "bodies"))
        }
        let log = DiagnosticLog()
        var others: [ComparedResults.Other] = []
        for comparator in wave.comparators {
            guard let (results, instrument) = comparison(comparator, with: own.body, log: log) else {
                continue
            }
            let other = ComparedResults.Other(
                comparator: comparator, instrument: instrument, results: results)
            checkScales(of: other, log: log)
            others.append(other)
        }
        try log.check()
        return ComparedResults(instrument: instrument, own: own, others: others)
    }

    private func comparison(
        _ comparator: Wave.Comparator, with body: Body, log: DiagnosticLog
    ) -> (PublishedResults, Instrument)? {
        let place =
            wave.places["comparators.\(comparator.body)"]
            ?? SourceLocation(file: Self.settingsFile(of: folder))
        if comparator.body == "last" {
            guard let last, let results = last.published[body.id] else {
                log.warning("the wave before has no results of '\(body.id)'", at: place)
                return nil
            }
            return (results, last.instrument)
        }
        let id = comparator.body == "region" ? body.region ?? "" : comparator.body
        // A region lies in no region, and nobody stands beside itself.
        if id == body.id || comparator.body == "region" && body.kind != .council && body.region == nil {
            return nil
        }
        if comparator.body == "region", body.region == nil {
            log.error(
                "the results of '\(body.id)' do not say which region it is in", at: place,
                hints: ["add 'region' to the body in its results, or take the comparator out"])
            return nil
        }
        guard let results = published[id] else {
            log.error(
                "there are no published results of the comparator '\(id)'", at: place,
                hints: hints(forUnknown: id, among: published.keys.sorted(), listing: "bodies"))
            return nil
        }
        return (results, instrument)
    }

    /// A comparator of another instrument is compared only where questions continue its own, on the same scale.
    private func checkScales(of other: ComparedResults.Other, log: DiagnosticLog) {
        guard other.instrument.id != instrument.id else { return }
        let place =
            wave.places["comparators.\(other.comparator.body)"]
            ?? SourceLocation(file: Self.settingsFile(of: folder))
        let continued = instrument.questions.filter { $0.continues?.instrument == other.instrument.id }
        if continued.isEmpty {
            log.error(
                "the comparator '\(other.comparator.body)' is of the instrument '\(other.instrument.id)', "
                    + "and no question of '\(instrument.id)' continues one of it",
                at: place, hints: ["add 'continues:' to the questions that carry on"])
        }
        for question in continued {
            guard let earlier = question.continues.flatMap({ other.instrument.question($0.question) }) else {
                log.error(
                    "'\(question.id)' continues '\(question.continues?.question ?? "")', which '\(other.instrument.id)' does not ask",
                    at: place)
                continue
            }
            let labels = instrument.scale(of: question)?.answers.map(\.label)
            if labels != other.instrument.scale(of: earlier)?.answers.map(\.label) {
                log.error(
                    "'\(question.id)' continues '\(earlier.id)' of '\(other.instrument.id)' with another scale",
                    at: place,
                    hints: ["only questions with the same answers can be compared"])
            }
        }
    }
}
