import Diagnostics
import Reading
import Survey
import TestSupport
import Testing

struct InstrumentTests {
    private func instrument(_ text: String) throws(Failure) -> Instrument {
        try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "i.yaml")))
    }

    @Test func everyPartOfAnInstrumentIsRead() throws {
        let read = try instrument(good)
        #expect(read.id == "small")
        #expect(read.note == "A note.")
        #expect(read.audience("holders")?.plural == "holders")
        #expect(read.audience("holders")?.minimumSample == 100)
        #expect(read.theme("life")?.introduction == "What changed.")
        #expect(read.theme("life")?.wellbeing == ["Personal dignity"])
        let scale = try #require(read.scale("three"))
        #expect(scale.forms.map(\.id) == ["full", "two"])
        #expect(scale.forms[1].answers.map(\.parts) == [["better"], ["same", "worse"]])
        #expect(scale.outside.map(\.id) == ["na"])
        #expect(scale.measure == ["better"])
        #expect(scale.measureLabel == "better")
        #expect(read.group("held")?.merges.map(\.parts) == [["direct", "council"]])
        let held = try #require(read.group("held"))
        #expect(held.allCategories.map(\.id).prefix(2) == ["any", "direct"], "merge, then parts")
        let question = try #require(read.question("safe"))
        #expect(question.label == "Do you feel safe?")
        #expect(question.isHeadline)
        #expect(question.number == "5a")
        #expect(question.continues?.instrument == "old")
        #expect(question.continues?.question == "q5")
        #expect(read.question("safe-easy")?.variantOf == "safe")
        #expect(read.question("safe-easy")?.isPreferred == false)
        #expect(read.scale(of: question) == scale)
    }

    @Test func aGroupMayComeFromAQuestion() throws {
        let of = "question: safe\n    categories:\n"
        let text = try Slip(
            "categories:\n      - {id: direct, label: Direct payment}\n      - {id: council, label: Council}",
            of + "      - {id: direct, label: D, answers: [better, same]}\n      - {id: worse, label: C}"
        ).applied(to: Slip("of: [direct, council]", "of: [direct, worse]").applied(to: good))
        let group = try #require(try instrument(text).group("held"))
        #expect(group.question == "safe")
        #expect(group.categories.map(\.answers) == [["better", "same"], ["worse"]])
        #expect(try instrument(good).group("held")?.categories.map(\.answers) == [[], []])
    }

    @Test func theMeasureIsThePositiveAnswersWhereNoneIsNamed() throws {
        let text = try Slip("    measure: [better]\n", "").applied(to: good)
        #expect(try instrument(text).scale("three")?.measure == ["better"])
    }

    @Test func aMeasureLabelKeepsWordsThatBeginWithI() throws {
        let text = try Slip("label: Better", "label: I am better").applied(to: good)
        #expect(try instrument(text).scale("three")?.measureLabel == "I am better")
    }

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try instrument(text) } == slip.said)
    }

    @Test func everyFaultIsToldInOneRun() throws {
        var text = good
        for slip in [Slip("title: Small", "titel: Small"), Slip("scale: three", "scale: tree")] {
            text = try slip.applied(to: text)
        }
        #expect(said { () throws(Failure) in try instrument(text) }.count == 3)
    }
}

private let good = """
    format: poet-instrument/1
    id: small
    title: Small
    note: A note.
    audiences:
      - {id: holders, singular: holder, plural: holders, minimumSample: 100}
    themes:
      - {id: life, title: Life, introduction: What changed., wellbeing: Personal dignity}
    scales:
      - id: three
        answers:
          - {id: better, label: Better, polarity: positive}
          - {id: same, label: The same, polarity: neutral}
          - {id: worse, label: Worse, polarity: negative}
        outside:
          - {id: na, label: Does not apply}
        measure: [better]
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
        categories:
          - {id: direct, label: Direct payment}
          - {id: council, label: Council}
        merges:
          - {id: any, label: Any, of: [direct, council]}
    questions:
      - id: safe
        number: 5a
        theme: life
        audience: holders
        wording: Do you feel safe?
        scale: three
        headline: true
        continues: {instrument: old, question: q5}
      - id: safe-easy
        theme: life
        audience: holders
        wording: Do you feel safe now?
        scale: three
        variantOf: safe
        routedFrom: safe

    """

private let slips: [Slip] = [
    Slip(
        "poet-instrument/1", "poet-instrument/2",
        "i.yaml:1:9: the file\'s format is the text \'poet-instrument/2\', expected \'poet-instrument/1\'"),
    Slip(
        "title: Small", "titel: Small", "i.yaml:1:1: the instrument has no \'title\'",
        "i.yaml:3:1: unknown key \'titel\' in the instrument | did you mean \'title\'?"),
    Slip(
        "id: small", "id: my small",
        "i.yaml:2:5: \'id\' of the instrument is \'my small\', expected only letters a-z, digits and \'-\'"),
    Slip(
        "audiences:", "audience:", "i.yaml:1:1: the instrument has no \'audiences\'",
        "i.yaml:5:1: unknown key \'audience\' in the instrument | did you mean \'audiences\'?"),
    Slip(
        "minimumSample: 100", "minimumSample: 0",
        "i.yaml:6:69: \'minimumSample\' of the audience is 0, expected a whole number from 1 to 1000000"),
    Slip(
        "minimumSample: 100", "minimumSample: 99.5",
        "i.yaml:6:69: \'minimumSample\' of the audience is 99.5, expected a whole number from 1 to 1000000"),
    Slip(
        "minimumSample: 100", "minimum: 100",
        "i.yaml:6:54: unknown key \'minimum\' in the audience | keys here: id, singular, plural, minimumSample, easyRead"
    ),
    Slip(
        "wellbeing: Personal dignity", "wellbeing: Personel dignity",
        "i.yaml:8:69: \'Personel dignity\' is no area of wellbeing of the Care Act | did you mean \'Personal dignity\'?"
    ),
    Slip("title: Life,", "title: [],", "i.yaml:8:23: \'title\' of the theme is a list of 0, expected a text"),
    Slip(
        "polarity: neutral", "polarity: netural",
        "i.yaml:13:47: \'polarity\' of an answer of the scale \'three\' is \'netural\', expected one of: positive, neutral, negative | did you mean \'neutral\'?"
    ),
    Slip(
        "- {id: same, label: The same, polarity: neutral}", "- {id: same, label: The same}",
        "i.yaml:13:9: an answer of the scale \'three\' has no \'polarity\'"),
    Slip(
        "{id: same, label: The same", "{id: better, label: The same",
        "i.yaml:13:9: the scale \'three\' has the answer \'better\' twice",
        "i.yaml:19:9: the rung \'two\' of the scale \'three\' holds the answers better, same, worse, expected all of them once, in order: better, better, worse"
    ),
    Slip(
        "measure: [better]", "measure: [beter]",
        "i.yaml:17:14: the scale \'three\' has no answer \'beter\' | did you mean \'better\'?"),
    Slip(
        "measure: [better]", "measure: [better, same]",
        "i.yaml:10:5: the measure of the scale \'three\' takes same out of \'not\' in the rung \'two\' | a rung may not mix answers inside and outside the measure"
    ),
    Slip(
        "measure: [better]", "measure: better",
        "i.yaml:17:14: \'measure\' of the scale \'three\' is the text \'better\', expected a list"),
    Slip(
        "of: [same, worse]", "of: [worse]",
        "i.yaml:19:9: the rung \'two\' of the scale \'three\' holds the answers better, worse, expected all of them once, in order: better, same, worse"
    ),
    Slip(
        "of: [same, worse]", "of: [worse, same]",
        "i.yaml:19:9: the rung \'two\' of the scale \'three\' holds the answers better, worse, same, expected all of them once, in order: better, same, worse"
    ),
    Slip(
        "    ladder:", "    laddder:",
        "i.yaml:18:5: unknown key \'laddder\' in the scale \'three\' | did you mean \'ladder\'?"),
    Slip(
        "- {id: na, label: Does not apply}", "- na",
        "i.yaml:16:9: an answer of the scale \'three\' is the text \'na\', expected an object with named parts"
    ),
    Slip(
        "of: [direct, council]", "of: [direct, counsil]",
        "i.yaml:32:9: the group \'held\' has no category \'counsil\' | did you mean \'council\'?"),
    Slip(
        "- {id: council, label: Council}", "- {id: direct, label: Council}",
        "i.yaml:30:9: the group \'held\' has the category \'direct\' twice",
        "i.yaml:32:9: the group \'held\' has no category \'council\' | categories: direct, direct"),
    Slip(
        "{id: any, label: Any,", "{id: direct, label: Any,",
        "i.yaml:32:9: the group 'held' has the category 'direct' twice"),
    Slip(
        "How it is held\n", "How it is held\n    question: saef\n",
        "i.yaml:27:15: unknown question 'saef' | did you mean 'safe'?"),
    Slip(
        "How it is held\n", "How it is held\n    question: safe\n",
        "i.yaml:1:1: the group 'held' names the answer 'direct', which 'safe' does not offer | answers: better, same, worse",
        "i.yaml:1:1: the group 'held' names the answer 'council', which 'safe' does not offer | answers: better, same, worse"
    ),
    Slip(
        "id: safe-easy", "id: safe",
        "i.yaml:42:5: the question \'safe\' stands twice; the first is at i.yaml:34:5",
        "i.yaml:48:17: \'routedFrom\' of the question \'safe\' names the question itself",
        "i.yaml:47:16: \'variantOf\' of the question \'safe\' names the question itself"),
    Slip("scale: three", "scale: tree", "i.yaml:39:12: unknown scale \'tree\' | did you mean \'three\'?"),
    Slip("theme: life", "theme: live", "i.yaml:36:12: unknown theme \'live\' | did you mean \'life\'?"),
    Slip(
        "audience: holders\n    wording", "audience: carers\n    wording",
        "i.yaml:37:15: unknown audience \'carers\' | audiences here: holders"),
    Slip(
        "headline: true", "headline: yes",
        "i.yaml:40:15: \'headline\' of the question \'safe\' is the text \'yes\', expected true or false"),
    Slip(
        "variantOf: safe", "variantOf: saef",
        "i.yaml:47:16: unknown question \'saef\' | did you mean \'safe\'?"),
    Slip(
        "routedFrom: safe", "routedFrom: home",
        "i.yaml:48:17: unknown question \'home\' | questions here: safe, safe-easy"),
    Slip(
        "continues: {instrument: old, question: q5}", "continues: q5",
        "i.yaml:41:16: \'continues\' of the question \'safe\' is the text \'q5\', expected an object with named parts"
    ),
    Slip(
        "continues: {instrument: old, question: q5}", "continues: {instrument: old}",
        "i.yaml:41:16: \'continues\' of the question \'safe\' has no \'question\'"),
    Slip(
        "variantOf: safe", "variantOf: safe-easy",
        "i.yaml:47:16: \'variantOf\' of the question \'safe-easy\' names the question itself"),
    Slip(
        "- id: safe-easy\n", "- ident: safe-easy\n", "i.yaml:42:5: the question has no \'id\'",
        "i.yaml:42:5: unknown key \'ident\' in the question | keys here: id, wording, routedFrom, variantOf, beside, theme, audience, label, easyRead, scale, says, topic and 6 more"
    ),
    Slip(
        "    variantOf: safe\n",
        "    variantOf: safe\n    preferred: true\n  - {id: third, theme: life, audience: holders, wording: W, scale: three, variantOf: safe, preferred: true}\n",
        "i.yaml:50:5: this does not stand in line with the items of the list above | begin every item with \'- \', all in the same column"
    ),
    Slip(
        "    variantOf: safe\n",
        "    variantOf: safe\n  - {id: third, theme: life, audience: holders, wording: W, scale: three, variantOf: safe-easy}\n",
        "i.yaml:49:5: this does not stand in line with the items of the list above | begin every item with \'- \', all in the same column"
    ),
    Slip(
        "    measure: [better]\n", "    multiple: true\n    measure: [better, worse]\n",
        "i.yaml:18:14: the measure of the scale \'three\' has 2 answers, and people can choose several | name one answer: the shares of several overlap and have no sum",
        "i.yaml:10:5: the measure of the scale \'three\' takes worse out of \'not\' in the rung \'two\' | a rung may not mix answers inside and outside the measure"
    ),
    Slip("- id: two\n", "- id: full\n", "i.yaml:19:9: the scale \'three\' has the form \'full\' twice"),
]
