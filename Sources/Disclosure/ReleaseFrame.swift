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

    /// The questions whose numbers hang together: those that a group parts, and the question that the group comes from.
    func linkedQuestions(of plans: [RowPlan]) -> [[String]] {
        var parts = instrument.questions.map { [$0.id] }
        for plan in plans {
            guard let source = plan.table.group.flatMap({ instrument.group($0)?.question }),
                let one = parts.firstIndex(where: { $0.contains(plan.question.id) }),
                let other = parts.firstIndex(where: { $0.contains(source) }), one != other
            else { continue }
            let moved = parts.remove(at: max(one, other))
            parts[min(one, other)] += moved
        }
        return parts
    }
}
