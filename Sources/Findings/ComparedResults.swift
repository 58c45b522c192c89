package import Survey

/// The published results that one report speaks of: a body's own, and its comparators' in the order of the wave.
package struct ComparedResults: Hashable, Sendable {
    package struct Other: Hashable, Sendable {
        package var comparator: Wave.Comparator
        package var instrument: Instrument
        package var results: PublishedResults

        package init(comparator: Wave.Comparator, instrument: Instrument, results: PublishedResults) {
            self.comparator = comparator
            self.instrument = instrument
            self.results = results
        }
    }

    package var instrument: Instrument
    package var own: PublishedResults
    package var others: [Other]

    package init(instrument: Instrument, own: PublishedResults, others: [Other]) {
        self.instrument = instrument
        self.own = own
        self.others = others
    }

    /// The results that a figure id names: `this`, or a comparator's body.
    package func results(of body: String) -> PublishedResults? {
        body == "this" ? own : others.first { $0.comparator.body == body }?.results
    }

    /// The bodies that figure ids can name, in order.
    package var bodies: [String] { ["this"] + others.map(\.comparator.body) }

    /// The question's measure beside the comparators'; nil where the body has no table of it.
    package func comparison(of question: Instrument.Question) -> Comparison? {
        guard let table = own.table(question.id) else { return nil }
        return Comparison(
            question: question, table: table, estimate: Estimate(table.measure, in: table),
            others: others.map { other in
                let table = other.table(continuing: question)
                return Comparison.Other(
                    comparator: other.comparator, estimate: table.flatMap { Estimate($0.measure, in: $0) },
                    base: table?.base ?? .unknown)
            })
    }
}

extension ComparedResults.Other {
    /// The comparator's table of a question: the same question of the same instrument, or the one that the question
    /// says it continues.
    package func table(continuing question: Instrument.Question) -> PublishedTable? {
        if let earlier = question.continues, earlier.instrument == results.instrument {
            return results.table(earlier.question)
        }
        return results.table(question.id)
    }
}
