package import Diagnostics
package import Findings
import Survey

// What one report of a wave compares with.
extension WaveFolder {
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
