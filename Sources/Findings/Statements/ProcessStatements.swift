import Language
import Survey

// What goes with better outcomes: groups that are made by how the process went.
extension FindingsReport {
    /// For each process group: the outcomes that its first category more often reports, spoken of together, and how
    /// many times as likely; an outcome that stands alone by itself.
    func processStatements() -> [Finding] {
        groupFamilies.filter { isProcess($0) }.flatMap { family -> [Finding] in
            let links = links(of: family).filter(\.difference.verdict.isClear)
            let together = rows(of: links.filter { $0.difference.verdict == .higher }.map(\.first))
                .filter { $0.measures.count >= FindingRules.groupingFrom }
            let grouped = Set(together.flatMap(\.measures).map(\.figure))
            let alone = links.filter { !grouped.contains($0.first.figure) }
            return together.map { grouping($0, of: links) } + alone.map { finding($0) }
        }
    }

    /// An outcome in the categories of a process group.
    struct Link {
        let group: Instrument.Group
        let difference: TestedDifference
        /// In the instrument's order; the first is where the process went well.
        let shares: [Measure]
        let first: Measure
        /// The first category beside all others; nil where their counts are not published.
        let association: Association?
    }

    /// The outcomes of which every category is shown, the clearest difference first.
    func links(of family: TestFamily) -> [Link] {
        family.differences.sorted { $0.distance > $1.distance }.compactMap { difference in
            guard let group = difference.figure.group.flatMap({ instrument.group($0) }), group.isProcess,
                group.categories.count >= 2, group.categories[0].id == difference.figure.category,
                instrument.isOutcome(difference.question)
            else { return nil }
            let shares = group.categories.compactMap { category -> Measure? in
                var figure = difference.figure
                figure.category = category.id
                return measure(difference.question, at: figure)
            }
            guard shares.count == group.categories.count else { return nil }
            return Link(
                group: group, difference: difference, shares: shares, first: shares[0],
                association: association(shares))
        }
    }

    /// "In the smaller of these groups 32 people answered: read this with care."; nothing where none is small.
    private func care(for links: [Link]) -> [Sentence] {
        let small = links.flatMap(\.shares).filter(\.isCaution)
        let counted = small.filter { $0.table.base.count != nil }
        let least = counted.min { ($0.table.base.count ?? 0) < ($1.table.base.count ?? 0) }
        guard !small.isEmpty else { return [] }
        guard let least, let words = least.table.base.words else {
            return ["Few people in these groups answered: read this with care."]
        }
        let smallest = links.allSatisfy { $0.shares.count == 2 } ? "smaller" : "smallest"
        let base = Sentence.Part.figure(least.figure.base, words)
        return ["In the \(smallest) of these groups \(base) people answered: read this with care."]
    }

    /// "They were nearly twice as likely to say so of physical health and mental health.": the greatest ratios, a sentence for
    /// all that have the same words.
    private func likelihoods(of links: [Link]) -> [Sentence] {
        let likeliest = links.filter { $0.association?.timesAsLikely != nil }
            .sorted { ($0.association?.riskRatio ?? 1) > ($1.association?.riskRatio ?? 1) }
            .prefix(FindingRules.ratios)
        var phrases: [String] = []
        for words in likeliest.compactMap(\.association?.timesAsLikely) where !phrases.contains(words) {
            phrases.append(words)
        }
        return phrases.flatMap { words in
            let inside = likeliest.filter { $0.association?.timesAsLikely == words }
            let claim = Sentence.Part.claim(words, of: inside.flatMap(\.shares).map(\.figure))
            return sentences(
                "They were \(claim) to say so of",
                naming: inside.map { "\(given: $0.first.question.topicWords)" })
        }
    }

    private func association(_ shares: [Measure]) -> Association? {
        let counts = shares.compactMap(\.counts)
        guard counts.count == shares.count else { return nil }
        let others = counts.dropFirst().reduce((count: 0, base: 0)) {
            ($0.count + $1.count, $0.base + $1.base)
        }
        return try? Association(with: counts[0], without: others)
    }

    /// Several outcomes of one process, spoken of together.
    ///
    /// "Budget holders who found it easy to plan more often said that things had got better when it came to … (92% against
    /// 37%). They were nearly three times as likely to say so of …"
    private func grouping(_ row: Row, of links: [Link]) -> Finding {
        let inside = links.filter { link in row.measures.contains { $0.figure == link.first.figure } }
        let group = inside[0].group
        let people = people(in: group.categories[0], of: row.audience)
        let named = inside.prefix(FindingRules.processOutcomes)
        let left = inside.dropFirst(FindingRules.processOutcomes)
        var items = named.map { link -> Sentence in
            let figures: Sentence =
                link.shares.count == 2
                ? "\(link.first.part) against \(link.shares[1].part)" : "\(link.first.part)"
            return "\(given: link.first.question.topicWords) (\(figures))"
        }
        let start: Sentence = "\(people) more often \(given: row.grouped)"
        // The first sentence has the least room: the clearest outcome that fits goes there.
        if let short = items.firstIndex(where: {
            ("\(start) \($0)" as Sentence).wordCount <= FindingRules.words
        }) {
            items.insert(items.remove(at: short), at: 0)
        }
        if !left.isEmpty {
            let claim = Sentence.Part.claim(
                English.numberInWords(left.count), of: left.flatMap(\.shares).map(\.figure))
            items.append("\(claim) other \(left.count == 1 ? "outcome" : "outcomes")")
        }
        return Finding(
            id: "process.\(group.id).\(row.scale.id)", kind: .process, audience: row.audience,
            sentences(start.capitalized, naming: items) + likelihoods(of: inside) + care(for: inside))
    }

    /// The first category beside the others, and how many times as likely.
    ///
    /// "85% of budget holders who found it easy to plan said … Among those who did not, it was 60%. The first group was about
    /// one and a half times as likely to say so."
    private func finding(_ link: Link) -> Finding {
        let question = link.difference.question
        var sentences = clause(link.first, in: link.group.categories[0])
        for (measure, category) in zip(link.shares, link.group.categories).dropFirst() {
            sentences.append(
                category.who.map { "Among those \(given: $0), it was \(measure.part)." }
                    ?? "In the group “\(given: category.label)” it was \(measure.part).")
        }
        if let times = link.association?.timesAsLikely {
            let claim = Sentence.Part.claim(times, of: link.shares.map(\.figure))
            sentences.append(
                link.shares.count == 2
                    ? "The first group was \(claim) to say so."
                    : "The first group was \(claim) as all others to say so.")
        }
        return Finding(
            id: "process.\(link.group.id).\(question.id)", kind: .process, audience: question.audience,
            sentences + care(for: [link]))
    }
}

extension FindingsReport {
    /// What may be said of outcomes in times as likely, by the question.
    package var timesAsLikely: [(question: String, words: String)] {
        groupFamilies.filter { isProcess($0) }.flatMap(links).compactMap { link in
            link.association?.timesAsLikely.map { (link.difference.question.id, $0) }
        }
    }
}
