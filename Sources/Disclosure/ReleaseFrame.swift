import RawResults
import Survey

/// What all the rows of a release have in common when they are linked to each other.
struct ReleaseFrame {
    let instrument: Instrument
    let policy: Policy
    let bodies: [RawResults]
    /// What earlier releases of the same answers have told.
    let known: [KnownNumber]

    /// How many of an audience replied, of a body.
    func replies(_ body: Int, _ audience: String) -> Int? {
        bodies[body].responses.first { $0.audience == audience }?.replies.count
    }

    /// All questions, those first that groups come from.
    var questionsBySource: [String] {
        let sources = Set(instrument.groups.compactMap(\.question))
        let ids = instrument.questions.map(\.id)
        return ids.filter(sources.contains) + ids.filter { !sources.contains($0) }
    }
}
