import Diagnostics
import Reading
import Survey
import TestSupport
import Testing

struct QuotationsTests {
    private func read(_ text: String) throws(Failure) -> Quotations {
        try Quotations.read(
            YAMLReader.read(SourceText(text, file: "quotations.yaml")), instrument: small())
    }

    @Test func everyPartOfAQuotationIsRead() throws {
        let quotations = try read(good)
        #expect(quotations.note == "INVENTED.")
        let first = try #require(quotations.quotations.first)
        #expect([first.text, first.audience, first.theme] == ["I sleep at night again.", "holders", "life"])
        #expect(first.question == "safe")
        #expect([first.permission, first.checkedBy] == ["On the form.", "A. Example"])
        #expect(!first.isShortened)
        #expect(first.kept == ["night"])
        #expect(quotations.quotations.map(\.theme) == ["life", "life"])
    }

    @Test func linesWithinAQuotationAreOneText() throws {
        let text = good.replacing(
            "text: I sleep at night again.", with: "text: |\n      I sleep\n\n      at night.")
        #expect(try read(text).quotations.first?.text == "I sleep at night.")
    }

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try read(text) } == slip.said)
    }

    @Test func allFaultsAreToldAtOnce() {
        let text =
            "format: poet-quotations/1\nquotations:\n  - {text: A, theme: life}\n  - {audience: holders}\n"
        #expect(said { () throws(Failure) in try read(text) }.count == 9)
    }
}

private let good = """
    format: poet-quotations/1
    note: INVENTED.
    quotations:
      - text: I sleep at night again.
        audience: holders
        question: safe
        permission: On the form.
        checkedBy: A. Example
        shortened: false
        keep: [night]
      - {text: Good., audience: holders, theme: life, permission: By post., checkedBy: B., shortened: true}

    """

private let slips = [
    Slip(
        "    permission: On the form.\n", "",
        "quotations.yaml:4:5: the quotation has no 'permission'"),
    Slip(
        "    checkedBy: A. Example\n", "", "quotations.yaml:4:5: the quotation has no 'checkedBy'"),
    Slip("    shortened: false\n", "", "quotations.yaml:4:5: the quotation has no 'shortened'"),
    Slip(
        "shortened: false", "shortened: a little",
        "quotations.yaml:9:16: 'shortened' of the quotation is the text 'a little', expected true or false"),
    Slip(
        "audience: holders", "audience: holder",
        "quotations.yaml:5:15: there is no audience 'holder' | did you mean 'holders'?"),
    Slip(
        "question: safe", "question: save",
        "quotations.yaml:6:15: there is no question 'save' | did you mean 'safe'?"),
    Slip(
        "theme: life", "theme: live",
        "quotations.yaml:11:45: there is no theme 'live' | did you mean 'life'?"),
    Slip(
        "    question: safe\n", "",
        "quotations.yaml:4:5: the quotation names neither a theme nor a question | add 'theme:' or 'question:' with an id of the questionnaire"
    ),
    Slip(
        "question: safe", "question: safe\n    theme: life",
        "quotations.yaml:4:5: the quotation names a theme and a question, expected one of them"),
    Slip(
        "keep:", "keeps:",
        "quotations.yaml:10:5: unknown key 'keeps' in the quotation | did you mean 'keep'?"),
    Slip(
        "I sleep at night again.", String(repeating: "word ", count: 201),
        "quotations.yaml:4:11: the quotation has 1004 characters, expected at most 1000 | shorten it, and say 'shortened: true'"
    ),
    Slip(
        "poet-quotations/1", "poet-quotation/1",
        "quotations.yaml:1:9: the file's format is the text 'poet-quotation/1', expected 'poet-quotations/1'"),
]
