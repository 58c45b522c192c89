import Language
import Survey

/// A question of a block of bars, and what headings may truly say of several.
struct BarsRow {
    var question: Instrument.Question
    var label: String
    var table: PublishedTable
    /// Nil where it is not shown.
    var share: Percentage?

    /// The highest share first, equal ones in the questionnaire's order, those not shown last.
    static func sorted(_ rows: [BarsRow]) -> [BarsRow] {
        rows.enumerated().sorted { one, other in
            switch (one.element.share, other.element.share) {
            case (let a?, let b?): a == b ? one.offset < other.offset : b < a
            case (nil, _?): false
            case (_?, nil): true
            case (nil, nil): one.offset < other.offset
            }
        }.map(\.element)
    }

    /// The names for headings: the highest and lowest labels, ties taken in, and how many lie over half.
    static func words(_ rows: [BarsRow]) -> [(name: String, text: String)] {
        let shown = sorted(rows.filter { $0.share != nil })
        let high = shown.compactMap { row in row.share.map { (row.label, $0) } }
        let low = Array(high.reversed())
        return [
            ("highest", names(of: high, 1)), ("highest-2", names(of: high, 2)),
            ("highest-3", names(of: high, 3)),
            ("lowest", names(of: low, 1)), ("lowest-2", names(of: low, 2)),
            ("over-half", overHalf(high.map(\.1))),
        ]
    }

    /// The labels of the first so many rows, and of those that share the last one's place.
    private static func names(of rows: [(label: String, share: Percentage)], _ count: Int) -> String {
        guard !rows.isEmpty else { return "" }
        let last = rows[min(count, rows.count) - 1].share
        var taken = Array(rows.prefix(count))
        taken += rows.dropFirst(count).prefix { $0.share == last }
        return English.list(taken.map { $0.label.prefix(1).lowercased() + $0.label.dropFirst() })
    }

    /// "more than half said so on four of six questions".
    private static func overHalf(_ shares: [Percentage]) -> String {
        let over = shares.count { Percentage(units: 50, decimals: 0) < $0 }
        let all = English.numberInWords(shares.count)
        switch over {
        case shares.count where over == 1: return "more than half said so"
        case shares.count: return "more than half said so on all \(all) questions"
        case 0: return "no more than half said so"
        default: return "more than half said so on \(English.numberInWords(over)) of \(all) questions"
        }
    }
}
