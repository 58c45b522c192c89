package import Language
package import Survey

// What charts of pairs, groups, waves and funnels say.
extension ChartMessage {
    /// Changes since an earlier wave: how many are clear, and the largest.
    package init(changes: [TestedDifference], since last: String) {
        let tested = changes.filter(\.verdict.isTested)
        let clear = changes.filter(\.verdict.isClear)
        let kind = "Two waves joined by a line, \(changes.count) \(changes.count == 1 ? "row" : "rows")."
        guard !tested.isEmpty else {
            self.init(title: "Answers beside those of \(last), not tested", sentences: [kind])
            return
        }
        guard let most = Self.largest(clear), let points = most.points else {
            self.init(
                title: "No clear change since \(last) on \(Self.questions(tested.count))", sentences: [kind])
            return
        }
        let direction = points > 0 ? "up" : "down"
        let size = English.percentagePoints(units: abs(points))
        let most1 = "“\(most.question.label)” is \(direction) by \(size) since \(last)"
        if tested.count == 1 {
            self.init(title: most1, sentences: [kind])
        } else if clear.count == 1 {
            self.init(
                title: "\(most1), the only clear change on \(Self.questions(tested.count))", sentences: [kind]
            )
        } else {
            let count = English.capitalized(English.numberInWords(clear.count))
            self.init(
                title:
                    "\(count) of \(Self.questions(tested.count)) changed clearly since \(last): “\(most.question.label)” most, \(direction) by \(size)",
                sentences: [kind])
        }
    }

    /// Outcomes of those for whom a process went well beside the others: how many are clearly higher, and the largest.
    package init(outcomes: [TestedDifference], of category: String, beside others: String) {
        let tested = outcomes.filter(\.verdict.isTested)
        let higher = outcomes.filter { $0.verdict == .higher }
        let kind = "Pairs of dots, \(outcomes.count) \(outcomes.count == 1 ? "row" : "rows")."
        guard let most = Self.largest(higher), let points = most.points else {
            let isClear = outcomes.contains(where: \.verdict.isClear)
            self.init(
                title: tested.isEmpty || isClear
                    ? "Outcomes of “\(category)” beside \(others)"
                    : "No clear difference in outcomes between “\(category)” and \(others)",
                sentences: [kind])
            return
        }
        let size = English.percentagePoints(units: points)
        let title =
            tested.count == 1
            ? "“\(most.question.label)” is clearly higher among “\(category)”, by \(size)"
            : (higher.count == tested.count
                ? "\(higher.count == 2 ? "Both" : "All \(English.numberInWords(higher.count))") outcomes "
                : "\(English.capitalized(English.numberInWords(higher.count))) of \(English.numberInWords(tested.count)) outcomes ")
                + "\(higher.count == 1 ? "is" : "are") clearly higher among “\(category)”: “\(most.question.label)” most, by \(size)"
        self.init(title: title, sentences: [kind])
    }

    /// Groups side by side: the clearest difference between one and everybody else, or that there is none.
    ///
    /// - Parameter isWhole: whether these are all the questions that were tested by the group.
    package init(
        groups differences: [TestedDifference], title: String, isWhole: Bool = true,
        category: (TestedDifference) -> String?
    ) {
        let clear = differences.filter(\.verdict.isClear)
        let isTested = differences.contains(where: \.verdict.isTested)
        let clearest = clear.reduce(nil as TestedDifference?) { best, next in
            (best?.distance ?? -1) < next.distance ? next : best
        }
        guard let clearest, let name = category(clearest) else {
            self.init(
                title: isTested
                    ? "No clear differences by \(English.uncapitalized(title))\(isWhole ? "" : Self.here(differences))"
                    : "Results by \(English.uncapitalized(title))", sentences: [])
            return
        }
        let direction = clearest.verdict == .higher ? "higher" : "lower"
        self.init(
            title:
                "“\(clearest.question.label)” is clearly \(direction) for “\(name)” than for everybody else",
            sentences: ["Clear differences: \(clear.count)."])
    }

    /// Audiences side by side: the pair that is widest apart.
    package init(pairs: [(label: String, first: (String, Percentage), second: (String, Percentage))]) {
        let gap = { (pair: (label: String, first: (String, Percentage), second: (String, Percentage))) in
            abs((pair.first.1 - pair.second.1).double)
        }
        guard let widest = pairs.max(by: { gap($0) < gap($1) }) else {
            self.init(title: "These questions cannot be shown side by side", sentences: [])
            return
        }
        self.init(
            title:
                "“\(widest.label)”: \(widest.first.1.words) of \(widest.first.0), \(widest.second.1.words) of \(widest.second.0)",
            sentences: [
                "Grouped bars, \(pairs.count) \(pairs.count == 1 ? "row" : "rows").",
                "Shown side by side, not tested.",
            ])
    }

    /// One share over the waves: its first and last value, and whether the last step is a clear one.
    package init(
        trend label: String, first: (String, Percentage), last: (String, Percentage), step: TestedDifference?,
        since before: String
    ) {
        let verdict =
            switch step?.verdict {
            case .higher: ", clearly up since \(before)"
            case .lower: ", clearly down since \(before)"
            case .noClearDifference: ", no clear change since \(before)"
            case .tooFew, .shownNotCompared, nil: ""
            }
        self.init(
            title: "“\(label)”: \(first.1.words) in \(first.0), \(last.1.words) in \(last.0)\(verdict)",
            sentences: ["Column chart."])
    }

    private static func largest(_ differences: [TestedDifference]) -> TestedDifference? {
        differences.filter { $0.points != nil }.max { abs($0.points ?? 0) < abs($1.points ?? 0) }
    }

    private static func here(_ differences: [TestedDifference]) -> String {
        Set(differences.map(\.question.id)).count == 1 ? " on this question" : " on these questions"
    }

    private static func questions(_ count: Int) -> String {
        count == 1 ? "the question that can be compared" : "\(English.numberInWords(count)) questions"
    }
}

extension ChartMessage {
    /// Where a body lies among others in a funnel plot; `place` is nil where it has no dot, `noun` is what the others are.
    package init(
        funnel label: String, body: String, place: FunnelLimits.Place?, isHigher: Bool,
        places: [FunnelLimits.Place], of noun: Noun = Body.Kind.council.noun
    ) {
        let inside = places.count { $0 == .inside }
        let all =
            "\(inside) of \(places.count) \(noun.plural) \(inside == 1 ? "lies" : "lie") inside the 95% limits"
        let direction = isHigher ? "above" : "below"
        let title =
            switch place {
            case nil: "“\(label)”: \(all)"
            case .inside: "“\(label)”: \(body) lies within the limits of chance"
            case .betweenLimits:
                "“\(label)”: \(body) lies \(direction) the 95% limits, within the 99.8% limits"
            case .outside: "“\(label)”: \(body) lies \(direction) both limits of chance"
            }
        let sentences = place == nil ? [] : ["\(all)."]
        self.init(title: title, sentences: ["Funnel plot."] + sentences)
    }
}
