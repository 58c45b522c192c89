/// What was found out about parts of a system, for those that come up again as they were: each change of a system leaves
/// most of its parts alone.
struct AttackMemory {
    private var attacks: [Attack.Problem: Attack.Findings] = [:]

    /// Gives an attack what is known of its problem already, and forgets it here.
    mutating func recall(_ attack: inout Attack) {
        guard let problem = attack.problem, let findings = attacks.removeValue(forKey: problem) else {
            return
        }
        attack.findings = findings
    }

    mutating func keep(_ attack: Attack) {
        guard let problem = attack.problem else { return }
        attacks[problem] = attack.findings
    }
}
