import Language
package import Survey

// What a chart of a body beside its comparators says.
extension ChartMessage {
    /// The clear differences from one comparator: of several that one from which most are, of these the first.
    ///
    /// "Ham is clearly lower than the other 11 councils on “Dignity”, and higher on “Home”". Where nothing was tested, on how
    /// many questions the first comparator's share lies within this body's likely range.
    ///
    /// - Parameter families: the tests against each comparator.
    package init(
        comparisons: [Comparison], body: String, others: [Wave.Comparator], families: [TestFamily] = []
    ) {
        let rows = comparisons.map { Row($0.question.label, of: $0.table) }
        let plain = ChartMessage(kind: "Dot plot", measure: "Share on each question", rows: rows)
        let ids = Set(comparisons.map(\.question.id))
        let tested = families.map { family in
            (family: family, differences: family.differences.filter { ids.contains($0.question.id) })
        }.filter { $0.differences.contains(where: \.verdict.isTested) }
        guard let first = tested.first else {
            self.init(within: comparisons, body: body, other: others.first, plain: plain)
            return
        }
        let most = tested.map { Self.clear($0.differences).count }.max() ?? 0
        let widest = tested.first { Self.clear($0.differences).count == most } ?? first
        let title =
            most == 0
            ? Self.noDifference(tested) : Self.difference(body, widest.family.others, widest.differences)
        self.init(title: title, sentences: ["Dot plot.", plain.title + "."])
    }

    private static func clear(_ differences: [TestedDifference]) -> [TestedDifference] {
        differences.filter(\.verdict.isClear)
    }

    private static func noDifference(
        _ tested: [(family: TestFamily, differences: [TestedDifference])]
    ) -> String {
        let counts = Set(tested.map { $0.differences.count(where: \.verdict.isTested) })
        let named = counts.count == 1 ? tested : [tested[0]]
        let compared = named[0].differences.filter(\.verdict.isTested)
        let others = English.list(named.map(\.family.others), conjunction: "or")
        let questions =
            compared.count == 1
            ? "“\(compared[0].question.label)”" : "\(English.numberInWords(compared.count)) questions"
        return "No clear difference from \(others) on \(questions)"
    }

    /// Labels as far as there are few, else their number.
    private static func difference(
        _ body: String, _ others: String, _ differences: [TestedDifference]
    ) -> String {
        let tested = differences.count(where: \.verdict.isTested)
        let sides = [Verdict.lower, .higher].compactMap { verdict -> (word: String, labels: [String])? in
            let labels = differences.filter { $0.verdict == verdict }.map(\.question.label)
            return labels.isEmpty ? nil : (verdict == .lower ? "lower" : "higher", labels)
        }
        let isShort = sides.flatMap(\.labels).count <= mostNamed
        let parts = sides.map { side in
            "\(side.word)\(side.word == sides[0].word ? " than \(others)" : "") on "
                + (isShort ? quoted(side.labels) : English.numberInWords(side.labels.count))
        }
        let end = isShort ? "" : ", of \(English.numberInWords(tested)) questions"
        return "\(body) is clearly \(parts.joined(separator: ", and "))\(end)"
    }

    /// How many questions a title names.
    private static let mostNamed = 3

    private init(within comparisons: [Comparison], body: String, other: Wave.Comparator?, plain: ChartMessage)
    {
        guard let other else {
            self = plain
            return
        }
        let within = comparisons.compactMap { comparison in
            comparison.others.first.flatMap { comparison.isWithinRange($0) }
        }
        guard !within.isEmpty else {
            self.init(
                title: "\(English.capitalized(body)) beside \(other.inText)", sentences: [plain.title + "."])
            return
        }
        let inside = within.count { $0 }
        let questions =
            switch (inside, within.count) {
            case (2, 2): "both questions"
            case (within.count, _): "all \(English.numberInWords(inside)) questions"
            default:
                "\(inside == 0 ? "none" : English.numberInWords(inside)) of \(English.numberInWords(within.count)) questions"
            }
        let range = English.possessive(body) + " likely range"
        let title =
            if within.count == 1 {
                "\(range) \(comparisons.count == 1 ? "for “\(comparisons[0].question.label)” " : "")"
                    + "\(inside == 1 ? "includes" : "leaves out") the figure for \(other.inText)"
                    + (comparisons.count == 1 ? "" : " on the question that can be compared")
            } else {
                "\(range) includes the figure for \(other.inText) on \(questions)"
            }
        self.init(title: English.capitalized(title), sentences: ["Dot plot.", plain.title + "."])
    }
}
