/// The name among `candidates` that was probably meant by `name`, or nil if none is near.
///
/// Near means an edit distance (insertions, deletions, substitutions, swaps of neighbours) below 4
/// and at most half of the longer name's length. Ties go to the earlier candidate.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    let wanted = Array(name.lowercased())
    for candidate in candidates {
        let other = Array(candidate.lowercased())
        let limit = min(3, max(wanted.count, other.count) / 2)
        guard abs(wanted.count - other.count) <= limit else { continue }
        let distance = editDistance(wanted, other)
        if distance <= limit, distance < (best?.distance ?? Int.max) {
            best = (candidate, distance)
        }
    }
    return best?.name
}

/// The hint for a name that is not known: the nearest one, or the list of those there are.
///
/// Of many, it lists those that begin as the name does.
package func hints(forUnknown name: String, among candidates: [String], listing noun: String) -> [String] {
    if let near = nearestName(to: name, in: candidates) { return ["did you mean '\(near)'?"] }
    guard !candidates.isEmpty else { return [] }
    let kin = candidates.count > 12 ? candidates.sortedStably { commonBeginning($0, name) } : candidates
    let shown = kin.prefix(12).joined(separator: ", ")
    let more = candidates.count > 12 ? " and \(candidates.count - 12) more" : ""
    return ["\(noun): \(shown)\(more)"]
}

/// How many letters two names have in common at their beginning.
private func commonBeginning(_ a: String, _ b: String) -> Int {
    zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
}

extension [String] {
    /// The largest value first; those of the same value stay in their order.
    fileprivate func sortedStably(by value: (String) -> Int) -> [String] {
        enumerated().map { (value($1), $0, $1) }.sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }.map(\.2)
    }
}

/// The number of single-character edits between two words, a swap of neighbours counting as one.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1] + [Int](repeating: 0, count: b.count)
        for j in b.indices {
            let change = last[j] + (a[i] == b[j] ? 0 : 1)
            row[j + 1] = min(change, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
