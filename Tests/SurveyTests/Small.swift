import Diagnostics
import Reading
import Survey

/// An instrument of one question, for tests.
func small() throws(Failure) -> Instrument {
    try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "small.yaml")))
}

private let text = """
    format: poet-instrument/1
    id: small
    title: Small
    audiences: [{id: holders, singular: holder, plural: holders}]
    themes: [{id: life, title: Life}]
    scales:
      - id: three
        answers:
          - {id: better, label: Better, polarity: positive}
          - {id: same, label: The same, polarity: neutral}
          - {id: worse, label: Worse, polarity: negative}
        outside: [{id: na, label: Does not apply}]
        ladder:
          - id: two
            title: better or not
            answers:
              - {id: better, label: Better, polarity: positive, of: [better]}
              - {id: not, label: Not better, polarity: negative, of: [same, worse]}
    groups:
      - id: held
        title: How it is held
        audience: holders
        categories: [{id: direct, label: Direct payment}, {id: council, label: Council}]
    questions:
      - {id: safe, theme: life, audience: holders, wording: Do you feel safe?, scale: three}

    """
