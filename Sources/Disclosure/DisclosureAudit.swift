package import Diagnostics
import Files
import Reading
package import Survey

/// What an outsider can work out about every number that a release withholds, from all that the release tells.
package struct DisclosureAudit: Sendable {
    /// One withheld number.
    package struct Entry: Sendable {
        package var body: Body
        package var question: String
        package var group: String?
        package var category: String?
        /// The answer's id; `base` for the number of answers.
        package var cell: String
        /// Whether the policy protects it for its own sake, not to protect another.
        package var isPrimary: Bool
        var value: Int
        var range: Attack.Range
        /// How wide the range must be.
        package var required: Int
        package var isSafe: Bool
        /// Whether earlier releases leave less doubt about it than the policy asks for: this one adds nothing to that.
        package var isToldBefore = false

        /// How many steps there are from the least to the greatest number that it can be; nil without a limit.
        package var width: Int? { range.high.map { $0 - range.low } }
    }

    package let policy: Policy
    package let wave: String
    package let bodies: [Body]
    package let entries: [Entry]
    /// The bodies that have not consented: none of their numbers is told.
    package let silent: [Body]
    /// The names of the earlier releases that an outsider is taken to have.
    package let earlier: [String]

    init(
        policy: Policy, wave: String, bodies: [Body], entries: [Entry], silent: [Body] = [],
        earlier: [String] = []
    ) {
        self.policy = policy
        self.wave = wave
        self.bodies = bodies
        self.entries = entries
        self.silent = silent
        self.earlier = earlier
    }

    /// What an outsider is taken to know beside the published numbers.
    package static let assumptions = [
        "Every count is a whole number of people, and none is negative.",
        "Answers of one choice add up to the base, and the base and the answers outside it to no more than the replies.",
        "Coarser answers are the sums of finer ones, and the measure is the sum of its answers.",
        "The categories of a group are part of everybody: all of them where their numbers add up.",
        "A region holds its councils and all councils hold the regions: nobody else where the numbers of councils agree.",
        "The people in a category that comes from a question are among those who gave its answers there.",
        "A count that a release rounds to 5 is one of those that are rounded to it.",
        "Everything that earlier releases of the same answers have told.",
        "The policy is public; a marker tells nothing else, and it is the same for every reason.",
    ]

    package var exposed: [Entry] { entries.filter { !$0.isSafe } }

    /// Throws when a number can be worked out more closely than the policy allows; names the place, never the number.
    package func check(instrument: Instrument) throws(Failure) {
        let log = DiagnosticLog()
        var named = Set<String>()
        for entry in exposed {
            let group = entry.group.map { " for \($0)=\(entry.category ?? "")" } ?? ""
            let place = "'\(entry.question)'\(group) of '\(entry.body.id)'"
            guard named.insert(place).inserted else { continue }
            log.error(
                "a number that \(place) withholds can be worked out from others in the release",
                hints: [
                    "leave this table out of the wave, or the table of the group or total that is beside it"
                ])
        }
        try log.check()
    }

    /// The SHA-256 of the policy as a file in its canonical form.
    package var policyDigest: String { Digest.sha256(Array(JSONText.write(policy.json).utf8)) }
}

extension Policy {
    /// Every threshold under its name, in the order of docs/formats/policy.md.
    var json: JSONValue {
        [
            "format": "poet-policy/1", "id": .string(id), "title": .string(title),
            "withholdBelow": .integer(withholdBelow), "percentagesFrom": .integer(percentagesFrom),
            "cautionBelow": .integer(cautionBelow), "protectWhole": .integer(protectWhole),
            "protectGroups": .integer(protectGroups), "zeroNegativeFrom": .integer(zeroNegativeFrom),
            "minimumCouncils": .integer(minimumCouncils), "rounding": .string(rounding.rawValue),
        ]
    }
}
