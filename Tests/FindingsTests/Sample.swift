import Diagnostics
import Findings
import Reading
import Survey

/// The instrument of these tests: three questions of five points, with a ladder.
func instrument() throws(Failure) -> Instrument {
    try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "i.yaml")))
}

func percent(_ units: Int, decimals: Int = 0) -> Percentage { Percentage(units: units, decimals: decimals) }

/// A cell of a whole percentage and its count.
func cell(_ answer: String, _ share: Int, _ count: Int? = nil) -> PublishedCell {
    PublishedCell(answer: answer, value: .shown(share: percent(share), count: count))
}

/// A table of five answers of 100 people, so that shares are counts.
func table(_ shares: [Int], question: String = "dignity") -> PublishedTable {
    let cells = zip(["lot-better", "better", "same", "worse", "lot-worse"], shares).map { cell($0, $1, $1) }
    return PublishedTable(
        question: question, showing: .shown, base: .exact(100), form: "full", cells: cells,
        measure: cell("positive", shares[0] + shares[1], shares[0] + shares[1]))
}

/// The published results of a body.
func results(_ tables: [PublishedTable], body: String = "Town") -> PublishedResults {
    PublishedResults(
        instrument: "sample", wave: "w", body: Body(id: "town", name: body, kind: .council),
        policy: "standard",
        rounding: .exact, source: nil, responses: [], tables: tables)
}

private let text = """
    format: poet-instrument/1
    id: sample
    title: Sample
    audiences: [{id: holders, singular: budget holder, plural: budget holders}]
    themes: [{id: life, title: Life}]
    scales:
      - id: better5
        answers:
          - {id: lot-better, label: A lot better, polarity: positive}
          - {id: better, label: Better, polarity: positive}
          - {id: same, label: No difference, polarity: neutral}
          - {id: worse, label: Worse, polarity: negative}
          - {id: lot-worse, label: A lot worse, polarity: negative}
        measure: [lot-better, better]
        measureLabel: better or a lot better
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
    questions:
      - {id: dignity, theme: life, audience: holders, wording: Dignity?, label: Dignity in support, scale: better5,
         says: said that they had more dignity}
      - {id: safety, theme: life, audience: holders, wording: Safety?, label: Feeling safe, scale: better5}
      - {id: work, theme: life, audience: holders, wording: Work?, label: Paid work, scale: better5}

    """
