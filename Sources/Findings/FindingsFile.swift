package import Reading
import Statistics
import Survey

extension FindingsReport {
    /// The findings as a file (`poet-findings/1`): each statement with its parts, the figures it rests on, and every
    /// difference that was tested.
    package var json: JSONValue {
        .object([
            .init("format", "poet-findings/1"), .init("body", .string(results.own.body.id)),
            .init("wave", .string(results.own.wave)), .init("summary", .list(summary.map { .string($0.id) })),
            .init("messages", .list(messages.map(\.json))),
            .init("findings", .list(findings.map(\.json))),
            .init("openings", .list(instrument.themes.compactMap(opening))),
            .init("families", .list((bodyFamilies + groupFamilies).map(\.json))),
            .init(
                "associations",
                .list(groupFamilies.flatMap(links).compactMap(\.json))),
            .init("notes", .list(notes.map { .string($0) })),
        ])
    }

    private func opening(_ theme: Instrument.Theme) -> JSONValue? {
        let findings = opening(of: theme.id)
        guard !findings.isEmpty else { return nil }
        return .object([.init("theme", .string(theme.id)), .init("findings", .list(findings.map(\.json)))])
    }
}

extension Finding {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(id)), .init("kind", .string(kind.rawValue))]
        if let audience { members.append(.init("audience", .string(audience))) }
        members.append(.init("text", .string(plain)))
        members.append(.init("sentences", .list(sentences.map { .list($0.parts.map(\.json)) })))
        members.append(.init("figures", .list(figures.map { .string($0.description) })))
        return .object(members)
    }
}

extension Message {
    fileprivate var json: JSONValue {
        .object([
            .init("figure", .string(figure.description)), .init("reason", .string(reason.rawValue)),
            .init("news", .string(news.rawValue)),
            .init("distance", .number(Percentage(units: distance, decimals: 1).literal)),
            .init(
                "text", .string([statement, beside].compactMap(\.self).map(\.plain).joined(separator: " "))),
        ])
    }
}

extension Sentence.Part {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let words): ["text": .string(words)]
        case .given(let words): ["given": .string(words)]
        case .figure(let id, let words): ["figure": .string(id.description), "shown": .string(words)]
        case .claim(let words, let ids):
            .object([.init("claim", .string(words)), .init("of", .list(ids.map { .string($0.description) }))])
        }
    }
}

extension FindingsReport.Link {
    /// The percentages both ways, and how many times the one is the other; a ratio with an empty cell is "not estimable".
    ///
    /// Nil without published counts.
    fileprivate var json: JSONValue? {
        guard let association else { return nil }
        let ratio = { (value: Double?, interval: Interval?) -> JSONValue in
            guard let value else { return .string("not estimable") }
            var members: [JSONValue.Member] = [.init("value", .decimal(value, decimals: 2))]
            if let interval, interval.lower.isFinite, interval.upper.isFinite {
                members.append(.init("low", .decimal(interval.lower, decimals: 2)))
                members.append(.init("high", .decimal(interval.upper, decimals: 2)))
            }
            return .object(members)
        }
        let difference = association.difference
        var members: [JSONValue.Member] = [
            .init("figures", .list(shares.map { .string($0.figure.description) })),
            .init(
                "difference",
                .object([
                    .init("points", .decimal(difference.value * 100, decimals: 1)),
                    .init("low", .decimal(difference.interval.lower * 100, decimals: 1)),
                    .init("high", .decimal(difference.interval.upper * 100, decimals: 1)),
                ])),
            .init("riskRatio", ratio(association.riskRatio, association.riskInterval)),
            .init("oddsRatio", ratio(association.oddsRatio, association.oddsInterval)),
        ]
        if let backwards = association.backwards {
            members.append(.init("firstAmongPositive", .decimal(backwards.outcome.share * 100, decimals: 1)))
            members.append(.init("firstAmongOthers", .decimal(backwards.none.share * 100, decimals: 1)))
        }
        return .object(members)
    }
}

extension TestFamily {
    fileprivate var json: JSONValue {
        let name =
            switch against {
            case .comparator(let comparator, _): comparator.body
            case .group(let title): title
            }
        return .object([
            .init("against", .string(name)), .init("others", .string(others)),
            .init("tests", .number(String(count))),
            .init("differences", .list(differences.map(\.json))),
        ])
    }
}

extension TestedDifference {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("figure", .string(figure.description)), .init("beside", .string(reference.description)),
            .init("verdict", .string(verdict.name)),
        ]
        if case .shownNotCompared(let reason) = verdict {
            members.append(.init("reason", .string(reason.rawValue)))
        }
        if let points { members.append(.init("points", .number(String(points)))) }
        if let interval {
            members.append(.init("low", .decimal(interval.lower * 100, decimals: 1)))
            members.append(.init("high", .decimal(interval.upper * 100, decimals: 1)))
        }
        if let pValue { members.append(.init("p", .decimal(pValue, decimals: 6))) }
        if let adjusted { members.append(.init("adjusted", .decimal(adjusted, decimals: 6))) }
        if isApproximate { members.append(.init("approximate", .boolean(true))) }
        return .object(members)
    }
}

extension JSONValue {
    /// A number with so many decimals, halves going away from 0.
    fileprivate static func decimal(_ value: Double, decimals: Int) -> JSONValue {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let units = Int((value * scale).rounded(.toNearestOrAwayFromZero))
        return .number(Percentage(units: units, decimals: decimals).literal)
    }
}
