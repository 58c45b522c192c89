import Survey

// What goes with better outcomes: groups that are made by how the process went.
extension FindingsReport {
    /// For each process group: the outcomes that its first category more often reports, spoken of together, then how
    /// many times as likely; an outcome that stands alone by itself.
    func processStatements() -> [Finding] {
        groupFamilies.filter { isProcess($0) }.flatMap { family -> [Finding] in
            let links = links(of: family).filter(\.difference.verdict.isClear)
            let together = rows(of: links.filter { $0.difference.verdict == .higher }.map(\.first))
                .filter { $0.measures.count >= FindingRules.groupingFrom }
            let grouped = Set(together.flatMap(\.measures).map(\.figure))
            let alone = links.filter { !grouped.contains($0.first.figure) }
            let likeliest = links.filter {
                grouped.contains($0.first.figure) && $0.association?.timesAsLikely != nil
            }
            .sorted { ($0.association?.riskRatio ?? 1) > ($1.association?.riskRatio ?? 1) }
            .prefix(FindingRules.ratios)
            return together.map { grouping($0, of: links) } + (likeliest + alone).map { finding($0) }
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

    private static let fewInGroups: Sentence = "Few people in these groups answered: read this with care."

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
    /// 37%)."
    private func grouping(_ row: Row, of links: [Link]) -> Finding {
        let inside = links.filter { link in row.measures.contains { $0.figure == link.first.figure } }
        let group = inside[0].group
        let people = people(in: group.categories[0], of: row.audience)
        var items = inside.map { link -> Sentence in
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
        let care: [Sentence] =
            inside.flatMap(\.shares).contains(where: \.isCaution) ? [Self.fewInGroups] : []
        return Finding(
            id: "process.\(group.id).\(row.scale.id)", kind: .process, audience: row.audience,
            sentences(start.capitalized, naming: items) + care)
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
        if link.shares.contains(where: \.isCaution) { sentences.append(Self.fewInGroups) }
        return Finding(
            id: "process.\(link.group.id).\(question.id)", kind: .process, audience: question.audience,
            sentences)
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
