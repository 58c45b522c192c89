package import Diagnostics
import Files
import RawResults
import Reading
package import Survey

/// Published results of the same answers that have left the house before: a draft that was sent out, or the last edition.
package struct EarlierRelease: Sendable {
    /// The name of its folder in `earlier/`.
    package let name: String
    let results: [Results]

    /// What a release told of one body.
    struct Results {
        var file: String
        var results: PublishedResults
        /// Where each of its tables stands, as far as that is known.
        var places: [SourceLocation] = []
    }

    /// Every earlier release that a wave's folder keeps in `earlier/`, in the order of their names.
    package static func all(
        in folder: String, wave: Wave, instrument: Instrument
    ) throws(Failure) -> [EarlierRelease] {
        guard FileStore.isFolder(folder + "/earlier") else { return [] }
        let log = DiagnosticLog()
        var releases: [EarlierRelease] = []
        for name in try FileStore.names(in: folder + "/earlier") where !name.hasPrefix(".") {
            let place = "\(folder)/earlier/\(name)"
            guard FileStore.isFolder(place) else {
                log.error(
                    "'\(place)' is a file, expected a folder for each earlier release",
                    hints: ["copy published/ to earlier/<name>/ when it leaves the house"])
                continue
            }
            var results: [Results] = []
            for file in try FileStore.names(in: place)
            where file.hasSuffix(".json") && file != "disclosure-audit.json" {
                let path = "\(place)/\(file)"
                let file = log.collect { () throws(Failure) in
                    let node = try DataFile.read(path)
                    let read = try PublishedResultsReader.read(node, instrument: instrument)
                    return Results(file: path, results: read, places: node.places(of: "tables"))
                }
                guard let file else { continue }
                let read = file.results
                if read.wave != wave.id || read.instrument != instrument.id {
                    log.error(
                        "'\(path)' is of the wave '\(read.wave)' and the instrument '\(read.instrument)', expected "
                            + "'\(wave.id)' and '\(instrument.id)'",
                        hints: [
                            "earlier/ holds earlier releases of the same answers; another wave goes in 'last'"
                        ])
                }
                results.append(file)
            }
            if results.isEmpty, !log.hasErrors { log.error("'\(place)' holds no published results") }
            releases.append(EarlierRelease(name: name, results: results))
        }
        try log.check()
        return releases
    }

    /// What these releases have told of the bodies.
    ///
    /// Throws where the answers contradict it, by more than its rounding explains, and where it has another rounding.
    static func numbers(
        told releases: [EarlierRelease], bodies: [RawResults], instrument: Instrument, rounding: RoundingMode
    ) throws(Failure) -> [KnownNumber] {
        let log = DiagnosticLog()
        checkRounding(of: releases, against: rounding, log: log)
        var numbers: [KnownNumber] = []
        for release in releases.flatMap(\.results) {
            let (file, results) = (release.file, release.results)
            guard let body = bodies.firstIndex(where: { $0.body.id == results.body.id }) else {
                log.error(
                    "'\(file)' is about '\(results.body.id)', of which private/ holds no results",
                    hints: hints(forUnknown: results.body.id, among: bodies.map(\.body.id), listing: "bodies")
                )
                continue
            }
            for response in results.responses {
                let now = bodies[body].responses.first { $0.audience == response.audience }?.replies.count
                if let told = response.replies.range, let now, !told.contains(now) {
                    log.error(
                        "\(words(told)) replies from \(response.audience) were told, and private/ has \(now)",
                        at: SourceLocation(file: file), hints: contradiction)
                }
            }
            for (index, table) in results.tables.enumerated() {
                let place =
                    release.places.indices.contains(index)
                    ? release.places[index] : SourceLocation(file: file)
                var told: Set<String> = []
                for number in known(table, body: body, of: results, file: file, in: instrument) {
                    guard let value = value(of: number, in: bodies[body].tables) else {
                        log.error(
                            "'\(table.question)'\(table.group.map { " for \($0)=\(table.category ?? "")" } ?? "") was told, "
                                + "and private/ holds no such table", at: place,
                            hints: [
                                "keep every table that has been told of: it is known, and tells of others"
                            ])
                        break
                    }
                    if number.range.contains(value) {
                        numbers.append(number)
                    } else if told.insert(number.place).inserted {
                        log.error(
                            "\(number.place) was told as \(words(number.range)), and private/ has \(value)",
                            at: place, hints: contradiction)
                    }
                }
            }
        }
        try log.check()
        return numbers
    }

    /// The same numbers in two roundings tell more than either.
    private static func checkRounding(
        of releases: [EarlierRelease], against rounding: RoundingMode, log: DiagnosticLog
    ) {
        for release in releases {
            guard let other = release.results.first(where: { $0.results.rounding != rounding }) else {
                continue
            }
            log.error(
                "the earlier release '\(release.name)' has the rounding '\(other.results.rounding.rawValue)', and this one "
                    + "'\(rounding.rawValue)'", at: SourceLocation(file: other.file),
                hints: [
                    "the same numbers in two roundings tell more than either: take a policy with the rounding of what has "
                        + "been told, or take the earlier release out of earlier/ if nobody has seen it"
                ])
        }
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    private static let contradiction = [
        "whoever has both could tell who was added or taken away: correct private/, or take the earlier release out of "
            + "earlier/ if nobody has seen it"
    ]

    /// The numbers of one published table.
    private static func known(
        _ table: PublishedTable, body: Int, of results: PublishedResults, file: String,
        in instrument: Instrument
    ) -> [KnownNumber] {
        guard let scale = instrument.question(table.question).flatMap({ instrument.scale(of: $0) }) else {
            return []
        }
        let merge = table.group.flatMap { instrument.group($0) }?.merges.first { $0.id == table.category }
        let slack = results.rounding == .five ? 2 : 0
        var numbers: [KnownNumber] = []
        func add(_ range: ClosedRange<Int>, answers: [String] = [], outside: String? = nil) {
            numbers.append(
                KnownNumber(
                    body: body, question: table.question, group: table.group,
                    categories: merge?.parts ?? table.category.map { [$0] } ?? [], answers: answers,
                    outside: outside, range: range, source: file))
        }
        func range(_ cell: PublishedCell) -> ClosedRange<Int>? {
            if let count = cell.count { return max(0, count - slack)...count + slack }
            guard case .exact(let base) = table.base else { return nil }
            return cell.share?.counts(of: base)
        }
        if let base = table.base.range { add(base) }
        for answer in scale.form(table.form)?.answers ?? [] {
            if let told = table.cell(answer.id).flatMap(range) { add(told, answers: answer.parts) }
        }
        if let told = table.measure.flatMap(range), !scale.isMultiple { add(told, answers: scale.measure) }
        for cell in table.outside { if let told = range(cell) { add(told, outside: cell.answer) } }
        return numbers
    }

    /// The number as it is now; nil where a table is not there.
    private static func value(of number: KnownNumber, in tables: [RawTable]) -> Int? {
        let categories: [String?] = number.categories.isEmpty ? [nil] : number.categories
        var sum = 0
        for category in categories {
            guard
                let table = tables.first(where: {
                    $0.question == number.question && $0.group == number.group && $0.category == category
                })
            else { return nil }
            if let outside = number.outside {
                sum += table.outside.first { $0.answer == outside }?.count ?? 0
            } else if !number.answers.isEmpty {
                sum += table.count(of: number.answers)
            } else if case .replies(let base) = table.base {
                sum += base
            }
        }
        return sum
    }
}

extension Base {
    /// The counts that it may stand for; nil where it tells none.
    fileprivate var range: ClosedRange<Int>? {
        switch self {
        case .exact(let count): count...count
        case .rounded(let count, let step): max(0, count - step / 2)...count + step / 2
        case .surveyWide, .unknown, .withheld: nil
        }
    }
}

extension DataNode {
    /// Where each item of a list stands.
    fileprivate func places(of name: String) -> [SourceLocation] {
        guard case .object(let members) = value,
            case .list(let items)? = members.first(where: { $0.name == name })?.node.value
        else { return [] }
        return items.map(\.location)
    }
}
