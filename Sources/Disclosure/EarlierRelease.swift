package import Diagnostics
import Files
import RawResults
import Reading
package import Survey

/// Published results of the same answers that have left the house before: a draft that was sent out, or the last edition.
package struct EarlierRelease: Sendable {
    /// The name of its folder in `earlier/`.
    package let name: String
    let results: [(file: String, results: PublishedResults)]

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
            var results: [(String, PublishedResults)] = []
            for file in try FileStore.names(in: place)
            where file.hasSuffix(".json") && file != "disclosure-audit.json" {
                let path = "\(place)/\(file)"
                let read = log.collect { () throws(Failure) in
                    try PublishedResultsReader.read(DataFile.read(path), instrument: instrument)
                }
                guard let read else { continue }
                if read.wave != wave.id || read.instrument != instrument.id {
                    log.error(
                        "'\(path)' is of the wave '\(read.wave)' and the instrument '\(read.instrument)', expected "
                            + "'\(wave.id)' and '\(instrument.id)'",
                        hints: [
                            "earlier/ holds earlier releases of the same answers; another wave goes in 'last'"
                        ])
                }
                results.append((path, read))
            }
            if results.isEmpty, !log.hasErrors { log.error("'\(place)' holds no published results") }
            releases.append(EarlierRelease(name: name, results: results))
        }
        try log.check()
        return releases
    }

    /// What these releases have told of the bodies.
    ///
    /// Throws where the answers contradict it, by more than its rounding explains.
    static func numbers(
        told releases: [EarlierRelease], bodies: [RawResults], instrument: Instrument
    ) throws(Failure) -> [KnownNumber] {
        let log = DiagnosticLog()
        var numbers: [KnownNumber] = []
        for (file, results) in releases.flatMap(\.results) {
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
                        "'\(file)' told of other replies from \(response.audience) than private/ holds",
                        hints: contradiction)
                }
            }
            for number in results.tables.flatMap({
                known($0, body: body, of: results, file: file, in: instrument)
            }) {
                switch value(of: number, in: bodies[body].tables) {
                case nil:
                    log.error(
                        "'\(file)' told \(number.place), and private/ holds no such table",
                        hints: ["keep every table that has been told of: it is known, and tells of others"])
                case .some(let value) where !number.range.contains(value):
                    log.error(
                        "'\(file)' told \(number.place), and private/ has another number",
                        hints: contradiction)
                default: numbers.append(number)
                }
            }
        }
        try log.check()
        return numbers
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
