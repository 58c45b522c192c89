import Survey

extension Body {
    /// Whether it adds up others: a region, all councils, a total without one body, an area that says whom it holds.
    var isTotal: Bool { kind == .nhsArea ? !holds.isEmpty : kind != .council }

    /// How many councils' answers are in it, where that is known.
    var held: Int? {
        kind == .council ? 1 : councils ?? (holds.isEmpty ? nil : holds.count)
    }

    /// Whether a council's answers are in this total.
    func contains(_ council: Body) -> Bool {
        guard council.kind == .council else { return false }
        if !holds.isEmpty { return holds.contains(council.id) }
        switch kind {
        case .region: return council.region == id
        case .all: return true
        case .rest: return council.id != without
        case .council, .nhsArea: return false
        }
    }

    /// Which of these bodies are in a total, none of them twice: a region's councils; of all councils the regions, and the
    /// councils whose region is not there.
    func parts(among others: [Body]) -> [Int] {
        guard holds.isEmpty, kind == .all || kind == .rest else {
            return others.indices.filter { contains(others[$0]) }
        }
        let home = others.first { $0.id == without }?.region
        let regions = Set(others.filter { $0.kind == .region && $0.id != home }.map(\.id))
        return others.indices.filter { index in
            let other = others[index]
            return other.kind == .region && regions.contains(other.id)
                || contains(other) && !(other.region.map(regions.contains) ?? false)
        }
    }

    /// Whether these parts may be the whole of a total; where nobody says how many councils are in it, they may.
    func isWhole(of parts: [Body]) -> Bool { (missing(from: parts) ?? 0) <= 0 }

    /// How many councils of a total are in none of these parts, where that is known.
    func missing(from parts: [Body]) -> Int? {
        guard let held else { return nil }
        var left = held
        for part in parts {
            guard let held = part.held else { return nil }
            left -= held
        }
        return left
    }

    /// Whether a total less what is shown beside it would tell of too few councils: some, and fewer than the least.
    func leavesTooFew(beside others: [Body], least: Int) -> Bool {
        guard isTotal else { return false }
        let councils = others.filter(contains)
        return [parts(among: others).map { others[$0] }, councils].contains { parts in
            guard !parts.isEmpty, let left = missing(from: parts) else { return false }
            return left > 0 && left < least
        }
    }
}

/// One body that others add up to.
struct BodySum: Hashable {
    var total: Int
    var parts: [Int]
    /// Whether the parts may be all there is.
    var isWhole: Bool

    /// Every sum between these bodies: a total and those in it; a total, the rest and the body that the rest leaves out.
    static func sums(among bodies: [Body]) -> [BodySum] {
        var sums: [BodySum] = []
        for (index, body) in bodies.enumerated() where body.isTotal {
            let parts = body.parts(among: bodies).filter { $0 != index }
            guard !parts.isEmpty else { continue }
            sums.append(
                BodySum(total: index, parts: parts, isWhole: body.isWhole(of: parts.map { bodies[$0] })))
        }
        for (index, rest) in bodies.enumerated() where rest.kind == .rest {
            guard let one = bodies.firstIndex(where: { $0.id == rest.without }),
                let total = bodies.firstIndex(where: { $0.kind == .all })
            else { continue }
            let parts = [index, one]
            sums.append(
                BodySum(
                    total: total, parts: parts, isWhole: bodies[total].isWhole(of: parts.map { bodies[$0] })))
        }
        return sums
    }
}
