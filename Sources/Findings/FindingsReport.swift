package import Diagnostics
import Language
import Survey

/// All that the published figures of one report support in words, in order.
///
/// A pure function of published results: what is said can give away nothing that they do not.
package struct FindingsReport: Sendable {
    package let results: ComparedResults
    /// One family of tests a comparator, in the wave's order.
    package let bodyFamilies: [TestFamily]
    /// One family of tests a group, in the instrument's order.
    package let groupFamilies: [TestFamily]
    /// Totals that contradict their parts: errors, see `check`.
    package let faults: [Diagnostic]
    /// Every statement: see `Finding.Kind` for the order.
    package private(set) var findings: [Finding] = []

    package init(_ results: ComparedResults) {
        self.results = results
        bodyFamilies = results.bodyFamilies()
        groupFamilies = results.groupFamilies()
        faults = results.contradictions()
        findings =
            groupings() + headlines() + extremes() + bodyStatements() + groupStatements()
            + processStatements()
            + audienceStatements() + workingStatements() + notWorkingStatements() + cautionStatements()
    }

    /// Throws the faults where there are any.
    package func check() throws(Failure) {
        if !faults.isEmpty { throw Failure(faults) }
    }

    /// A question's measure against a comparator (`region`, `all`, …): class, percentage points and interval for tables.
    package func difference(of question: String, against body: String) -> TestedDifference? {
        bodyFamilies.lazy.flatMap(\.differences).first {
            $0.question.id == question && $0.reference.body == body
        }
    }

    package func findings(_ kinds: Finding.Kind...) -> [Finding] {
        findings.filter { kinds.contains($0.kind) }
    }

    package var working: [Finding] { findings(.working) }
    package var notWorking: [Finding] { findings(.notWorking) }
    package var compared: [Finding] { findings(.compared, .beside) }
    package var changed: [Finding] { findings(.changed) }

    /// At most six statements for the top of a report.
    ///
    /// What people said first, then one each on others, on change, on process and on what is not working so well. What is said of a question once is not said again.
    package var summary: [Finding] {
        var ends: [Finding] = []
        for kind in [Finding.Kind.compared, .changed, .process, .notWorking] {
            let told = ends.compactMap(\.onlyQuestion)
            let next = findings(kind).first { $0.onlyQuestion.map { !told.contains($0) } ?? true }
            if let next { ends.append(next) }
        }
        let heads = leading
        return Array(
            (heads.prefix(max(FindingRules.summary - ends.count, 2)) + ends).prefix(FindingRules.summary))
    }

    /// For each audience the grouping that holds most of its headline questions, of several the highest; then the
    /// headlines that no grouping holds, the strongest first, and the other groupings, the audiences taking turns.
    private var leading: [Finding] {
        let ranks = messages.map(\.figure)
        let rank = { (finding: Finding) in
            finding.figures.first.flatMap { ranks.firstIndex(of: $0) } ?? ranks.count
        }
        let headline = Set(instrument.questions.filter(\.isHeadline).map(\.id))
        let weight = { (finding: Finding) in finding.figures.count { headline.contains($0.question) } }
        let queues = instrument.audiences.map { audience in
            let own = findings.filter { $0.audience == audience.id }
            let groupings = own.filter { $0.kind == .grouping }
            let most = groupings.map(weight).max() ?? 0
            let first = groupings.first { weight($0) == most }
            return [first].compactMap(\.self)
                + own.filter { $0.kind == .headline }.sorted { rank($0) < rank($1) }
                + groupings.filter { $0 != first }
        }
        return (0..<(queues.map(\.count).max() ?? 0)).flatMap { turn in
            queues.compactMap { $0.indices.contains(turn) ? $0[turn] : nil }
        }
    }

    /// The notes that go with the statements: what was tested together, what was not and why, and how to read it.
    package var notes: [String] {
        let body = results.own.body.inText
        var notes = (bodyFamilies + groupFamilies).compactMap { $0.note(body: body) }
        if (bodyFamilies + groupFamilies).contains(where: { $0.count > 1 }) {
            notes.insert(Self.correction, at: 0)
        }
        for family in bodyFamilies {
            guard case .comparator(let comparator, _) = family.against else { continue }
            var seen: [Verdict.Reason] = []
            for difference in family.differences {
                guard case .shownNotCompared(let reason) = difference.verdict, !seen.contains(reason) else {
                    continue
                }
                seen.append(reason)
                let count = family.differences.count { $0.verdict == difference.verdict }
                notes.append(
                    "\(comparator.label): shown, not compared on \(English.numberInWords(count)) \(count == 1 ? "question" : "questions"), because "
                        + "\(reason.words).")
            }
        }
        if !findings(.audiences).isEmpty {
            notes.append(
                "Answers of different audiences are shown side by side. They are not tested against each other."
            )
        }
        if !findings(.process).isEmpty {
            notes.append(
                "That two things go together does not show that one led to the other. "
                    + "Nothing else, such as age, has been allowed for.")
        }
        return notes
    }

    private static let correction =
        "The more questions are tested, the more differences turn up by chance alone. So the tests of one comparison are "
        + "corrected together: of the differences that are called clear, 5% at most are expected to be chance (Benjamini and "
        + "Hochberg)."

    // MARK: What statements are made of

    var instrument: Instrument { results.instrument }

    /// This body's measure of a question, where it is shown.
    func measure(_ question: Instrument.Question) -> Measure? {
        results.own.table(question.id).flatMap { Measure(question, table: $0, body: "this") }
    }

    /// The share that a figure id names, where it is shown.
    func measure(_ question: Instrument.Question, at figure: FigureID) -> Measure? {
        if figure.body == "this" {
            return results.own.table(question.id, group: figure.group, category: figure.category)
                .flatMap { Measure(question, table: $0, body: "this") }
        }
        let other = results.others.first { $0.comparator.body == figure.body }
        return other?.table(continuing: question).flatMap { Measure(question, table: $0, body: figure.body) }
    }

    /// The measures of all reported questions that are shown with enough answers.
    var sound: [Measure] { instrument.reportedQuestions.compactMap { measure($0) }.filter { !$0.isCaution } }
}
