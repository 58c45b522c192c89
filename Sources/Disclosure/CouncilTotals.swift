import Survey

extension Body {
    var isTotal: Bool { kind == .region || kind == .all }

    /// Which of these bodies are in a total, none of them twice: a region's councils; of all councils the regions, and the
    /// councils whose region is not there.
    func parts(among others: [Body]) -> [Int] {
        switch kind {
        case .region: return others.indices.filter { others[$0].kind == .council && others[$0].region == id }
        case .all:
            let regions = Set(others.filter { $0.kind == .region }.map(\.id))
            return others.indices.filter { index in
                let other = others[index]
                return other.kind == .region
                    || other.kind == .council && !(other.region.map(regions.contains) ?? false)
            }
        case .council, .nhsArea, .rest: return []
        }
    }

    /// Whether these parts may be the whole of a total; where nobody says how many councils are in it, they may.
    func isWhole(of parts: [Body]) -> Bool { (missing(from: parts) ?? 0) <= 0 }

    /// How many councils of a total are in none of these parts, where that is known.
    func missing(from parts: [Body]) -> Int? {
        guard let councils else { return nil }
        var left = councils
        for part in parts {
            guard let held = part.kind == .council ? 1 : part.councils else { return nil }
            left -= held
        }
        return left
    }

    /// Whether a total less what is shown beside it would tell of too few councils: some, and fewer than the least.
    func leavesTooFew(beside others: [Body], least: Int) -> Bool {
        guard isTotal else { return false }
        let councils = others.filter { $0.kind == .council && (kind == .all || $0.region == id) }
        return [parts(among: others).map { others[$0] }, councils].contains { parts in
            guard !parts.isEmpty, let left = missing(from: parts) else { return false }
            return left > 0 && left < least
        }
    }
}
