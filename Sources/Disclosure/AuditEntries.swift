import Survey

/// What can be worked out about each withheld number, from all the systems that it stands in: a question that groups come
/// from is judged by itself and with each of them.
struct AuditEntries {
    private struct Place: Hashable {
        var body: String
        var question: String
        var group: String?
        var category: String?
        var cell: String
    }

    private var entries: [DisclosureAudit.Entry] = []
    private var places: [Place: Int] = [:]
    private let order: [String: Int]

    init(of frame: ReleaseFrame) {
        order = Dictionary(
            uniqueKeysWithValues: frame.instrument.questions.enumerated().map { ($1.id, $0) })
    }

    /// Adds what one system tells; where a number is known already, the narrower range counts.
    mutating func add(_ some: [DisclosureAudit.Entry]) {
        for entry in some {
            let place = Place(
                body: entry.body.id, question: entry.question, group: entry.group, category: entry.category,
                cell: entry.cell)
            guard let index = places[place] else {
                places[place] = entries.count
                entries.append(entry)
                continue
            }
            let isNarrower = (entry.width ?? .max) < (entries[index].width ?? .max)
            if entries[index].isSafe, isNarrower || !entry.isSafe { entries[index] = entry }
        }
    }

    /// In the order of the questionnaire.
    var sorted: [DisclosureAudit.Entry] {
        entries.enumerated().sorted {
            (order[$0.element.question] ?? 0, $0.offset) < (order[$1.element.question] ?? 0, $1.offset)
        }.map(\.element)
    }
}
