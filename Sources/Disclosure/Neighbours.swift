import RawResults
import Survey

/// The rows of other questions that tell something about a question's.
struct Neighbours {
    /// All rows of the questions that its groups come from, where those leave open how many are in a category: both are
    /// then one system.
    var sources: [RowPlan] = []
    /// The questions that its groups come from.
    let questions: Set<String>
    /// Rows that tell something by themselves, those of sources first.
    var beside: [RowPlan] = []

    /// - Parameters:
    ///   - rows: the rows of the question.
    ///   - planned: the rows of every question, as they are planned so far.
    init(of rows: [RowPlan], question: String, in frame: ReleaseFrame, planned: [String: [RowPlan]]) {
        let groups = frame.instrument.groups
        let named = Set(rows.compactMap(\.table.group))
        questions = Set(groups.filter { named.contains($0.id) }.compactMap(\.question)).subtracting([question]
        )
        var parted: Set<String> = [question]
        for source in questions.sorted() {
            let plans = (planned[source] ?? []).sorted { $0.isBefore($1, in: frame) }
            beside += plans
            if Self.areOpen(plans, to: rows, in: frame) {
                self.sources += plans
                parted.insert(source)
            }
        }
        // What a question's answers part tells how many gave them.
        let parting = Set(groups.filter { $0.question.map(parted.contains) ?? false }.map(\.id))
        for other in frame.instrument.questions.map(\.id) where other != question {
            beside += (planned[other] ?? []).filter { $0.table.group.map(parting.contains) ?? false }
        }
    }

    /// Whether a source leaves open how many people are in a category that comes from it.
    private static func areOpen(_ source: [RowPlan], to rows: [RowPlan], in frame: ReleaseFrame) -> Bool {
        rows.contains { row in
            guard row.merged.isEmpty, let group = row.table.group.flatMap({ frame.instrument.group($0) }),
                let category = group.categories.first(where: { $0.id == row.table.category }),
                let whole = source.first(where: {
                    $0.body == row.body && !$0.isGroup && $0.table.question == group.question
                })
            else { return false }
            return whole.told(category.answers, by: frame.policy)?.count != 1
        }
    }
}

extension LinkedTables {
    init(rows: [RowPlan], _ neighbours: Neighbours, in frame: ReleaseFrame) {
        self.init(rows: rows, sources: neighbours.sources, in: frame, beside: neighbours.beside)
    }
}

extension RowPlan {
    /// The order of rows by their names.
    func isBefore(_ other: RowPlan, in frame: ReleaseFrame) -> Bool {
        func name(_ row: RowPlan) -> [String] {
            [
                row.table.question, frame.bodies[row.body].body.id, row.table.group ?? "",
                row.table.category ?? "",
            ]
        }
        return name(self).lexicographicallyPrecedes(name(other))
    }
}
