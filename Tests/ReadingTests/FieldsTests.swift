import Diagnostics
import Reading
import Testing

@Suite struct FieldsTests {
    private enum Kind: String, CaseIterable { case holders, carers }

    /// Reads with a closure and gives what was said, one line a diagnostic.
    private func reading(_ json: String, _ work: (inout Fields) -> Void) throws -> [String] {
        let log = DiagnosticLog()
        var fields = Fields(
            try JSONReader.read(SourceText(json, file: "f")), of: "the question 'q1'", log: log)
        work(&fields)
        return log.diagnostics.map { diagnostic in
            (["\(diagnostic.location?.description ?? ""): \(diagnostic.message)"] + diagnostic.hints)
                .joined(separator: " | ")
        }
    }

    @Test func everyKindOfValueIsTaken() throws {
        let json = """
            {"id": "q-1", "text": "a", "code": 7, "yes": true, "no": "false", "count": 12, "share": 69.70,
             "kind": "carers", "list": ["x", 1.50], "none": null}
            """
        let said = try reading(json) { fields in
            #expect(fields.identifier("id") == "q-1")
            #expect(fields.text("text") == "a" && fields.text("code") == "7")
            #expect(fields.optionalBoolean("yes") == true && fields.optionalBoolean("no") == false)
            #expect(fields.wholeNumber("count", in: 0...12) == 12)
            #expect(fields.optionalDecimal("share") == ExactDecimal(units: 6970, decimals: 2))
            #expect(fields.choice("kind", Kind.self) == .carers)
            #expect(fields.texts("list") == ["x", "1.50"])
            #expect(
                fields.optionalText("none") == nil && fields.optionalWholeNumber("absent", in: 0...1) == nil)
            #expect(fields.list("absent") == [])
            fields.finish()
        }
        #expect(said == [])
    }

    @Test func everyFaultOfAnObjectIsToldInOneRun() throws {
        let json = """
            {"id": "a b", "text": "", "yes": 1, "count": 12.0,
             "big": 13, "word": "x", "share": "6,5", "kind": "carer", "list": {}, "wordnig": 1}
            """
        let said = try reading(json) { fields in
            _ = fields.identifier("id")
            _ = fields.text("text")
            _ = fields.optionalBoolean("yes")
            _ = fields.wholeNumber("count", in: 0...12)
            _ = fields.optionalWholeNumber("big", in: 0...12)
            _ = fields.wholeNumber("word", in: 0...12)
            _ = fields.optionalDecimal("share")
            _ = fields.choice("kind", Kind.self)
            _ = fields.texts("list")
            _ = fields.text("wording")
            fields.finish()
        }
        #expect(
            said == [
                "f:1:8: 'id' of the question 'q1' is 'a b', expected only letters a-z, digits and '-'",
                "f:1:23: 'text' of the question 'q1' is the text '', expected a text",
                "f:1:34: 'yes' of the question 'q1' is the number 1, expected true or false",
                "f:1:46: 'count' of the question 'q1' is 12.0, expected a whole number from 0 to 12",
                "f:2:9: 'big' of the question 'q1' is 13, expected a whole number from 0 to 12",
                "f:2:21: 'word' of the question 'q1' is the text 'x', expected a whole number from 0 to 12",
                "f:2:35: 'share' of the question 'q1' is the text '6,5', expected a number such as 12 or 69.7",
                "f:2:50: 'kind' of the question 'q1' is 'carer', expected one of: holders, carers"
                    + " | did you mean 'carers'?",
                "f:2:67: 'list' of the question 'q1' is an object, expected a list",
                "f:1:1: the question 'q1' has no 'wording'",
                "f:2:71: unknown key 'wordnig' in the question 'q1' | did you mean 'wording'?",
            ])
    }

    @Test func whatIsNoObjectIsToldOnce() throws {
        let said = try reading("[1, 2]") { fields in
            #expect(fields.text("id") == nil)
            fields.finish()
        }
        #expect(said == ["f:1:1: the question 'q1' is a list of 2, expected an object with named parts"])
    }

    @Test func namesThatAreDataAreTakenInTheOrderOfTheFile() throws {
        let said = try reading(#"{"z": 1, "id": "q", "a": 2}"#) { fields in
            #expect(fields.identifier("id") == "q")
            #expect(fields.rest().map(\.name) == ["z", "a"])
            fields.finish()
        }
        #expect(said == [])
    }

    @Test(arguments: [
        ("null", "nothing"), ("true", "true"), ("1.50", "the number 1.50"), ("\"a\"", "the text 'a'"),
        ("[1]", "a list of 1"), ("{}", "an object"),
        ("\"\(String(repeating: "x", count: 70))\"", "the text '\(String(repeating: "x", count: 60))…'"),
    ])
    func aNodeSaysWhatItIs(_ row: (json: String, words: String)) throws {
        #expect(try JSONReader.read(SourceText(row.json, file: "f")).found == row.words)
    }
}
