package import Diagnostics
import Files
import Findings
import Reading
import Survey

/// The first version of a report's action plan, from its findings.
package struct PlanDraft {
    /// The text of `action-plan.yaml`.
    package let text: String
    package let path: String
    private let challenges: [Challenge]

    /// Throws where the report cannot be read, has a plan already, or has no outcome that a plan could be about.
    package init(of folder: String, in wave: WaveFolder) throws(Failure) {
        let report = try FindingsReport(of: folder, in: wave)
        path = folder + "/action-plan.yaml"
        challenges = report.challenges
        if FileStore.exists(path) { throw try Self.isThere(path, challenges: challenges) }
        if challenges.isEmpty {
            throw Failure("the report has no outcomes that can be shown, so there is nothing to plan from")
        }
        text = Self.head + challenges.map(Self.area).joined()
    }

    /// Writes the plan.
    package func write() throws(Failure) { try FileStore.write(Array(text.utf8), to: path) }

    private static let head = """
        format: poet-action-plan/1
        # Written by poet from the findings, to be changed by people: take areas out, put others in, name them in your own words.
        # Keep each figure: it ties the area to what people answered. An action looks like this:
        #   actions:
        #     - action: What will be done.
        #       who: Who does it.
        #       by: 2027-03-31
        #       done: What was done, written down before the next survey.
        areas:

        """

    private static func area(_ challenge: Challenge) -> String {
        let reasons = challenge.reasons.map { "  # \($0)\n" }.joined()
        let title = JSONText.write(.string(challenge.question.label)).filter { $0 != "\n" }
        return reasons + "  - figure: \(challenge.figure)\n    area: \(title)\n    actions: []\n"
    }

    /// What is said of a plan that is there: which areas it does not have.
    private static func isThere(_ path: String, challenges: [Challenge]) throws(Failure) -> Failure {
        let plan = try ActionPlan.read(DataFile.read(path))
        let missing = challenges.filter { challenge in
            !plan.areas.contains { $0.link == .figure(challenge.figure.description) }
        }
        return Failure(
            "there is an action plan already, and it stays as it is", at: SourceLocation(file: path),
            hints: missing.map { "it has no area for \($0.figure) (\($0.question.label))" })
    }
}
