import Diagnostics
import Disclosure
import RawResults
import Reading
import Survey
import TestSupport
import Testing

/// The instrument of these tests: one question of five points with its ladder, one with several answers.
func instrument() throws(Failure) -> Instrument { try sample.get() }

/// Read once: the property tests ask for it often.
private let sample = Result { () throws(Failure) in
    try InstrumentReader.read(YAMLReader.read(SourceText(instrumentText, file: "i.yaml")))
}

/// A policy that came with poet, some of its numbers changed.
func policy(_ name: String, _ changes: [String: String] = [:]) throws -> Policy {
    var lines = try Repository.text("Templates/policies/\(name).yaml").split(separator: "\n").map(String.init)
    for (key, value) in changes {
        lines = lines.map { $0.hasPrefix(key + ":") ? "\(key): \(value)" : $0 }
    }
    return try Policy.read(YAMLReader.read(SourceText(lines.joined(separator: "\n"), file: "policy.yaml")))
}

/// One row of counts: the five answers to 'dignity', or how many chose each of the three answers to 'helpers'.
struct Row {
    var question = "dignity"
    var category: String?
    var counts: [Int]
    var replies: Int?
    var outside: Int?

    init(_ counts: [Int], category: String? = nil, outside: Int? = nil) {
        self.counts = counts
        self.category = category
        self.outside = outside
    }

    /// A row of the question that takes several answers.
    init(helpers counts: [Int], of replies: Int) {
        question = "helpers"
        self.counts = counts
        self.replies = replies
    }

    static let answers = ["lot-better", "better", "same", "worse", "lot-worse"]
    static let helpers = ["family", "staff", "none"]

    fileprivate var json: String {
        let ids = question == "dignity" ? Self.answers : Self.helpers
        let cells = zip(ids, counts).map { "\"\($0)\": \($1)" }.joined(separator: ", ")
        let group = category.map { "\"group\": \"held\", \"category\": \"\($0)\", " } ?? ""
        let outside = outside.map { ", \"outside\": {\"na\": \($0)}" } ?? ""
        return "{\"question\": \"\(question)\", \(group)\"replies\": \(replies ?? counts.reduce(0, +)), "
            + "\"answers\": {\(cells)}\(outside)}"
    }
}

/// The raw results of one body.
func raw(_ rows: [Row], body: String = "town", kind: String = "council", councils: Int? = nil) throws
    -> RawResults
{
    let total = councils.map { ", \"councils\": \($0)" } ?? ""
    let text = """
        {"format": "poet-raw/1", "instrument": "sample", "units": "counts", "basePrecision": 1,
         "body": {"id": "\(body)", "name": "Town", "kind": "\(kind)"\(total)},
         "responses": [{"audience": "holders", "replies": \(1003 * (councils ?? 1))}],
         "tables": [\(rows.map(\.json).joined(separator: ",\n"))]}
        """
    return try RawResultsReader.read(
        JSONReader.read(SourceText(text, file: "\(body).json")), instrument: instrument())
}

/// What is published of one body's rows.
func published(_ rows: [Row], by policy: Policy) throws -> PublishedResults {
    let release = Release(instrument: try instrument(), policy: policy, wave: "w")
    return try #require(try release.publish([raw(rows)]).first)
}

/// What is published of one row.
func published(_ row: Row, by policy: Policy) throws -> PublishedTable {
    try #require(try published([row], by: policy).tables.first)
}

extension PublishedTable {
    /// The cells in one line: "better 70% of 77", "worse [c]".
    var shown: [String] {
        cells.map { cell in
            switch cell.value {
            case .withheld(let marker): "\(cell.answer) \(marker.rawValue)"
            case .shown(let share, let count):
                "\(cell.answer) \(share.map { $0.literal + "%" } ?? "-") \(count.map(String.init) ?? "-")"
            }
        }
    }

    var withheld: [String] { cells.filter { $0.share == nil && $0.count == nil }.map(\.answer) }
}

private let instrumentText = """
    format: poet-instrument/1
    id: sample
    title: Sample
    audiences: [{id: holders, singular: holder, plural: holders}]
    themes: [{id: life, title: Life}]
    scales:
      - id: better5
        answers:
          - {id: lot-better, label: A lot better, polarity: positive}
          - {id: better, label: Better, polarity: positive}
          - {id: same, label: No difference, polarity: neutral}
          - {id: worse, label: Worse, polarity: negative}
          - {id: lot-worse, label: A lot worse, polarity: negative}
        outside: [{id: na, label: Does not apply}]
        measure: [lot-better, better]
        ladder:
          - id: three
            title: three points
            answers:
              - {id: better, label: Better, polarity: positive, of: [lot-better, better]}
              - {id: same, label: No difference, polarity: neutral, of: [same]}
              - {id: worse, label: Worse, polarity: negative, of: [worse, lot-worse]}
          - id: two
            title: better or not
            answers:
              - {id: better, label: Better, polarity: positive, of: [lot-better, better]}
              - {id: not-better, label: Not better, polarity: negative, of: [same, worse, lot-worse]}
      - id: helpers
        multiple: true
        answers:
          - {id: family, label: Family, polarity: neutral}
          - {id: staff, label: Staff, polarity: neutral}
          - {id: none, label: Nobody, polarity: negative}
        measure: [none]
    groups:
      - id: held
        title: How it is held
        audience: holders
        categories:
          - {id: direct, label: Direct payment}
          - {id: council, label: Council}
          - {id: friend, label: Friend}
    questions:
      - {id: dignity, theme: life, audience: holders, wording: Dignity?, scale: better5}
      - {id: safety, theme: life, audience: holders, wording: Safety?, scale: better5}
      - {id: helpers, theme: life, audience: holders, wording: Who helps?, scale: helpers}

    """
