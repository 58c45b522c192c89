package import Reading

extension PublishedResults {
    /// The results as the text of a `poet-published/1` file, always the same bytes for the same results.
    package var fileText: String { JSONText.write(json) }

    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("format", "poet-published/1"), .init("instrument", .string(instrument)),
            .init("wave", .string(wave)), .init("body", body.json), .init("policy", .string(policy)),
            .init("rounding", .string(rounding.rawValue)),
        ]
        if let source { members.append(.init("source", .string(source))) }
        members.append(.init("responses", .list(responses.map(\.json))))
        members.append(.init("tables", .list(tables.map(\.json))))
        if !notes.isEmpty { members.append(.init("notes", .list(notes.map { .string($0) }))) }
        return .object(members)
    }
}

extension Body {
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(id)), .init("name", .string(name)), .init("kind", .string(kind.rawValue)),
        ]
        if let code { members.append(.init("code", .string(code))) }
        if let region { members.append(.init("region", .string(region))) }
        if let councils { members.append(.init("councils", .integer(councils))) }
        if !holds.isEmpty { members.append(.init("holds", .list(holds.map { .string($0) }))) }
        if let without { members.append(.init("without", .string(without))) }
        return .object(members)
    }
}

extension Response {
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("audience", .string(audience)), .init("replies", replies.json),
        ]
        if let population { members.append(.init("population", .integer(population))) }
        if let invited { members.append(.init("invited", .integer(invited))) }
        if let publishedRate { members.append(.init("responseRate", .number(publishedRate.literal))) }
        return .object(members)
    }
}

extension Base {
    var json: JSONValue {
        switch self {
        case .exact(let count): .integer(count)
        case .rounded(let count, let step): ["about": .integer(count), "roundedTo": .integer(step)]
        case .surveyWide(let count): ["surveyWide": .integer(count)]
        case .unknown: "unknown"
        case .withheld: "withheld"
        }
    }
}

extension PublishedTable {
    var json: JSONValue {
        var members: [JSONValue.Member] = [.init("question", .string(question))]
        if let group { members.append(.init("group", .string(group))) }
        if let category { members.append(.init("category", .string(category))) }
        members += [
            .init("showing", .string(showing.rawValue)), .init("base", base.json),
            .init("form", .string(form)),
        ]
        if !cells.isEmpty { members.append(.init("answers", cells.json)) }
        if let measure { members.append(.init("positive", measure.json)) }
        if !outside.isEmpty { members.append(.init("outside", outside.json)) }
        return .object(members)
    }
}

extension [PublishedCell] {
    fileprivate var json: JSONValue { .object(map { .init($0.answer, $0.json) }) }
}

extension PublishedCell {
    fileprivate var json: JSONValue {
        switch value {
        case .withheld(let marker): return .string(marker.rawValue)
        case .shown(let share, let count):
            var members: [JSONValue.Member] = []
            if let share { members.append(.init("share", .number(share.literal))) }
            if let count { members.append(.init("count", .integer(count))) }
            if let margin { members.append(.init("margin", .number(margin.literal))) }
            return .object(members)
        }
    }
}
