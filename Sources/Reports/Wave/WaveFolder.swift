package import Diagnostics
import Files
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
        last = try Self.last(before: wave, in: folder, texts: earlier, library: library)
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
        last = try Self.last(before: wave, in: folder, bodies: bodies, library: library)
    }

    /// Reads the wave that comes before one, if it names one.
    private static func last(
        before wave: Wave, in folder: String, texts: [String: String]? = nil, bodies: Set<String>? = nil,
        library: Library
    ) throws(Failure) -> Earlier? {
        guard let name = wave.last else { return nil }
        let folder = folder + "/" + name
        let instrument = try settings(of: folder, library: library).instrument
        return Earlier(
            instrument: instrument,
            published: try published(in: folder, texts: texts, instrument: instrument, bodies: bodies))
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
}
