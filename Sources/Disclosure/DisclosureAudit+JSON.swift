import Reading
import Survey

extension DisclosureAudit {
    /// The audit for `private/`: every withheld number with the range that can be worked out and which ones the policy
    /// protects for their own sake.
    package var fullText: String {
        text(
            kind: "full",
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
                return .object(members)
            })
    }

    /// The audit that is published: how many numbers each table withholds, and how unsure the least unsure of them is;
    /// not which were withheld for their own sake, nor their ranges.
    package var publicText: String {
        text(
            kind: "public",
            cells: tables.map { entries in
                var members = entries.first?.place ?? []
                members.append(.init("withheld", .integer(entries.count)))
                members.append(.init("range", .string(Self.width(of: entries).rawValue)))
                return .object(members)
            })
    }

    /// How wide a range is, coarsely enough to tell nothing about it.
    enum Width: String {
        case sure = "none"
        case few = "up to 4"
        case some = "5 to 9"
        case many = "10 or more"
    }

    static func width(of entries: [Entry]) -> Width {
        switch entries.map({ $0.width ?? Int.max }).min() ?? Int.max {
        case 0: .sure
        case ..<5: .few
        case ..<10: .some
        default: .many
        }
    }

    /// The entries table by table, in the order of the release.
    var tables: [[Entry]] {
        var tables: [[Entry]] = []
        for entry in entries {
            if tables.last?.first?.isOfSameTable(as: entry) ?? false {
                tables[tables.count - 1].append(entry)
            } else {
                tables.append([entry])
            }
        }
        return tables
    }

    private func text(kind: String, cells: [JSONValue]) -> String {
        JSONText.write([
            "format": "poet-disclosure-audit/1", "kind": .string(kind), "wave": .string(wave),
            "policy": .string(policy.id), "policyDigest": .string(policyDigest),
            "bodies": .list(bodies.map { .string($0.id) }),
            "assumed": .list(Self.assumptions.map { .string($0) }),
            "withheld": .list(cells),
            "exposed": .integer(exposed.count),
        ])
    }
}

extension DisclosureAudit.Entry {
    fileprivate var place: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("question", .string(question)), .init("body", .string(body.id)),
        ]
        if let group { members.append(.init("group", .string(group))) }
        if let category { members.append(.init("category", .string(category))) }
        return members
    }

    fileprivate func isOfSameTable(as other: DisclosureAudit.Entry) -> Bool {
        question == other.question && body.id == other.body.id && group == other.group
            && category == other.category
    }
}
