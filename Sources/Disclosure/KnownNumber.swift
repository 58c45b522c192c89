import RawResults
import Survey

/// A number of the same answers that an earlier release has told: nothing can take it back.
struct KnownNumber: Hashable {
    var body: Int
    var question: String
    var group: String?
    /// The categories that it adds up; empty for everybody.
    var categories: [String]
    /// The questionnaire's answers that it adds up; empty for the base and for an answer outside it.
    var answers: [String]
    var outside: String?
    var range: ClosedRange<Int>
    /// The file that told it.
    var source: String

    /// What the number is, for messages: "the base of 'dignity' for held=direct".
    var place: String {
        let what =
            outside.map { "'\($0)'" }
            ?? (answers.isEmpty ? "the base" : "'\(answers.joined(separator: "+"))'")
        let of = group.map { " for \($0)=\(categories.joined(separator: "+"))" } ?? ""
        return "\(what) of '\(question)'\(of)"
    }
}

extension LinkedTables {
    /// Adds what earlier releases have told, and asks of no number to stay more unsure than they leave it by themselves.
    mutating func addKnown() {
        let own = system.cells.indices
        for known in frame.known {
            let behind = rows.indices.filter { row in
                let table = rows[row].table
                return rows[row].body == known.body && table.question == known.question
                    && table.group == known.group && rows[row].merged.isEmpty
                    && (table.category.map(known.categories.contains) ?? known.categories.isEmpty)
            }
            let parts = behind.flatMap { cells(of: known, in: $0) }
            guard !parts.isEmpty else { continue }
            let value = parts.reduce(0) { $0 + system.cells[$1].value }
            let cell = system.add(CellSystem.Cell(value: value, known: known.range))
            system.add(CellSystem.Equation(total: cell, parts: parts))
        }
        guard system.cells.count > own.count else { return }
        var alone = system
        for cell in own { alone.cells[cell].isHidden = true }
        var ranges: [Int: Int] = [:]
        var memory = AttackMemory()
        alone.forEachPart(with: &memory) { attack in
            for cell in attack.members where alone.required(cell) != nil && !attack.isSafe(cell) {
                let range = attack.range(of: cell)
                if let high = range.high { ranges[cell] = high - range.low }
            }
        }
        for (cell, width) in ranges {
            guard let protection = system.cells[cell].protection, width < protection else { continue }
            system.cells[cell].protection = width
            system.cells[cell].isToldBefore = true
        }
    }

    private func cells(of known: KnownNumber, in row: Int) -> [Int] {
        if let outside = known.outside {
            let index = rows[row].table.outside.firstIndex { $0.answer == outside }
            return index.map { [cells[row].outside[$0]] } ?? []
        }
        if known.answers.isEmpty { return [cells[row].base] }
        let inside = lumps[known.question]?.inside(known.answers) ?? []
        return inside.map { cells[row].answers[$0] }
    }
}
