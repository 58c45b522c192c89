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
            .init("findings", .list(findings.map(\.json))),
            .init("openings", .list(instrument.themes.compactMap(opening))),
            .init("families", .list((bodyFamilies + groupFamilies).map(\.json))),
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
            members.append(.init("low", .number(Self.number(interval.lower * 100, decimals: 1))))
            members.append(.init("high", .number(Self.number(interval.upper * 100, decimals: 1))))
        }
        if let pValue { members.append(.init("p", .number(Self.number(pValue, decimals: 6)))) }
        if let adjusted { members.append(.init("adjusted", .number(Self.number(adjusted, decimals: 6)))) }
        if isApproximate { members.append(.init("approximate", .boolean(true))) }
        return .object(members)
    }

    /// A number with so many decimals, halves going away from 0.
    private static func number(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        return Percentage(units: Int((value * scale).rounded(.toNearestOrAwayFromZero)), decimals: decimals)
            .literal
    }
}
