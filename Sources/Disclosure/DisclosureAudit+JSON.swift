import Reading
package import Survey

extension DisclosureAudit {
    /// The audit for `private/`: every withheld number with the range that can be worked out and which ones the policy
    /// protects for their own sake.
    package var fullText: String {
        text(
            kind: "full",
            names: [
                .init("withoutConsent", .list(silent.map { .string($0.id) })),
                .init("earlier", .list(earlier.map { .string($0) })),
            ],
            cells: entries.map { entry in
                var members = entry.place
                members += [
                    .init("cell", .string(entry.cell)),
                    .init("reason", entry.isPrimary ? "primary" : "secondary"),
                ]
                members.append(.init("low", .integer(entry.range.low)))
                members.append(.init("high", entry.range.high.map(JSONValue.integer) ?? .null))
                members += [
                    .init("exact", .boolean(entry.range.isExact)),
                    .init("required", .integer(entry.required)),
                ]
                if entry.isToldBefore { members.append(.init("toldBefore", .boolean(true))) }
                return .object(members)
            })
    }

    /// The audit that is published: how many numbers each table withholds.
    ///
    /// Made from the published results alone: another count behind a marker changes no byte of it. Which numbers are
    /// withheld for their own sake, and how unsure they are, is not in it.
    package func publicText(of results: [PublishedResults]) -> String {
        text(
            kind: "public",
            cells: results.flatMap { body in body.tables.compactMap { $0.audited(in: body.body) } })
    }

    private func text(kind: String, names: [JSONValue.Member] = [], cells: [JSONValue]) -> String {
        let head: [JSONValue.Member] = [
            .init("format", "poet-disclosure-audit/1"), .init("kind", .string(kind)),
            .init("wave", .string(wave)), .init("policy", .string(policy.id)),
            .init("policyDigest", .string(policyDigest)),
            .init("bodies", .list(bodies.map { .string($0.id) })),
        ]
        let rest: [JSONValue.Member] = [
            .init("assumed", .list(Self.assumptions.map { .string($0) })),
            .init("withheld", .list(cells)), .init("exposed", .integer(exposed.count)),
        ]
        return JSONText.write(.object(head + names + rest))
    }
}

extension DisclosureAudit.Entry {
    fileprivate var place: [JSONValue.Member] {
        Audited.place(question: question, body: body, group: group, category: category)
    }
}

extension PublishedTable {
    /// What the public audit says of the table; nil where it withholds nothing.
    fileprivate func audited(in body: Body) -> JSONValue? {
        var members = Audited.place(question: question, body: body, group: group, category: category)
        switch showing {
        case .notAvailable: return nil
        case .withheld: members.append(.init("withheld", "everything"))
        case .noPercentage: members.append(.init("withheld", "answers"))
        case .shown, .caution:
            let count = (cells + outside).count { $0.value == .withheld(.confidential) }
            guard count > 0 else { return nil }
            members.append(.init("withheld", .integer(count)))
        }
        return .object(members)
    }
}

/// Where a number stands in a release.
private enum Audited {
    static func place(question: String, body: Body, group: String?, category: String?) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("question", .string(question)), .init("body", .string(body.id)),
        ]
        if let group { members.append(.init("group", .string(group))) }
        if let category { members.append(.init("category", .string(category))) }
        return members
    }
}
