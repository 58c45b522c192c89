import Diagnostics
import Reading
import Survey
import TestSupport
import Testing

struct PublishedResultsTests {
    private func read(_ text: String) throws(Failure) -> PublishedResults {
        try PublishedResultsReader.read(
            JSONReader.read(SourceText(text, file: "p.json")), instrument: small())
    }

    @Test func whatIsWrittenIsReadBackEqual() throws {
        #expect(try read(every.fileText) == every)
        #expect(try read(every.fileText).fileText == every.fileText)
    }

    @Test(arguments: 1...60) func anyResultsAreReadBackEqual(seed: Int) throws {
        var numbers = SplitMix64(seed: UInt64(seed))
        let results = try randomResults(&numbers)
        #expect(try read(results.fileText) == results)
    }

    @Test func aTableIsFoundByItsQuestionGroupAndCategory() {
        #expect(every.table("safe")?.base == .rounded(455, to: 5))
        #expect(every.table("safe", group: "held", category: "direct")?.base == .exact(52))
        #expect(every.table("safe", group: "held", category: "council") == nil)
        #expect(every.table("home") == nil)
        #expect(every.response("holders")?.invited == 300)
        #expect(every.response("carers") == nil)
    }

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try read(text) } == slip.said)
    }

    private func randomResults(_ numbers: inout SplitMix64) throws -> PublishedResults {
        let instrument = try small()
        var tables: [PublishedTable] = []
        for question in instrument.questions {
            for category in [nil, "direct", "council"] {
                let scale = try #require(instrument.scale(of: question))
                let form = try #require(scale.forms.randomElement(using: &numbers))
                tables.append(
                    PublishedTable(
                        question: question.id, group: category == nil ? nil : "held", category: category,
                        showing: PublishedTable.Showing.allCases.randomElement(using: &numbers) ?? .shown,
                        base: randomBase(&numbers), form: form.id,
                        cells: form.answers.map { randomCell($0.id, &numbers) },
                        measure: Bool.random(using: &numbers) ? randomCell("positive", &numbers) : nil,
                        outside: Bool.random(using: &numbers) ? [randomCell("na", &numbers)] : []))
            }
        }
        return PublishedResults(
            instrument: "small", wave: "w", body: every.body, policy: "standard", rounding: .five,
            source: nil,
            responses: [], tables: tables)
    }

    private func randomBase(_ numbers: inout SplitMix64) -> Base {
        let count = Int.random(in: 0...20_000, using: &numbers)
        let bases: [Base] = [
            .exact(count), .rounded(count, to: 5), .rounded(count, to: 10), .surveyWide(count), .unknown,
            .withheld,
        ]
        return bases.randomElement(using: &numbers) ?? .unknown
    }

    private func randomCell(_ answer: String, _ numbers: inout SplitMix64) -> PublishedCell {
        let decimals = Int.random(in: 0...3, using: &numbers)
        let hundred = Percentage(units: 100, decimals: 0) + Percentage(units: 0, decimals: decimals)
        let share = Percentage(units: Int.random(in: 0...hundred.units, using: &numbers), decimals: decimals)
        let count = Int.random(in: 0...20_000, using: &numbers)
        let values: [PublishedCell.Value] = [
            .shown(share: share, count: count), .shown(share: share, count: nil),
            .shown(share: nil, count: count),
            .withheld(Marker.allCases.randomElement(using: &numbers) ?? .confidential),
        ]
        let value = values.randomElement(using: &numbers) ?? values[0]
        if case .withheld = value { return PublishedCell(answer: answer, value: value) }
        return PublishedCell(answer: answer, value: value, margin: Bool.random(using: &numbers) ? share : nil)
    }
}

private let every = PublishedResults(
    instrument: "small", wave: "w-1",
    body: Body(
        id: "town", name: "Town “and” \\ country\n", code: "E1", kind: .region, region: "south", councils: 4),
    policy: "as-published", rounding: .asPublished, source: "The publisher.",
    responses: [
        Response(
            audience: "holders", replies: .exact(112), population: 400, invited: 300,
            publishedRate: Percentage(units: 262, decimals: 1))
    ],
    tables: [
        PublishedTable(
            question: "safe", showing: .shown, base: .rounded(455, to: 5), form: "full",
            cells: [
                PublishedCell(
                    answer: "better", value: .shown(share: Percentage(units: 6970, decimals: 2), count: nil),
                    margin: Percentage(units: 42, decimals: 1)),
                PublishedCell(answer: "same", value: .withheld(.noneRecorded)),
                PublishedCell(answer: "worse", value: .withheld(.notAvailable)),
            ],
            measure: PublishedCell(
                answer: "positive", value: .shown(share: Percentage(units: 6970, decimals: 2), count: nil)),
            outside: [PublishedCell(answer: "na", value: .shown(share: nil, count: 3))]),
        PublishedTable(
            question: "safe", group: "held", category: "direct", showing: .noPercentage, base: .exact(52),
            form: "full", cells: [], measure: nil),
    ])

private let good = """
    {"format": "poet-published/1", "instrument": "small", "wave": "w", "policy": "standard", "rounding": "exact",
     "body": {"id": "town", "name": "Town", "kind": "council"},
     "responses": [{"audience": "holders", "replies": 112, "invited": 300}],
     "tables": [
      {"question": "safe", "showing": "shown", "base": 110, "form": "two",
       "answers": {"better": {"share": 70, "count": 77}, "not": "[c]"}, "positive": {"share": 70}, "outside": {"na": {"count": 2}}}
     ]}
    """

private let slips: [Slip] = [
    Slip(
        "poet-published/1", "poet-raw/1",
        "p.json:1:12: the file\'s format is the text \'poet-raw/1\', expected \'poet-published/1\'"),
    Slip(
        "\"rounding\": \"exact\"", "\"rounding\": \"exactly\"",
        "p.json:1:102: \'rounding\' of the file of published results is \'exactly\', expected one of: exact, five, as-published | did you mean \'exact\'?"
    ),
    Slip(
        "\"kind\": \"council\"", "\"kind\": \"county\"",
        "p.json:2:49: \'kind\' of the body is \'county\', expected one of: council, nhs-area, region, all, rest | did you mean \'council\'?"
    ),
    Slip("\"kind\": \"council\"", "\"kind\": \"all\"", "p.json:2:10: the body has no \'councils\'"),
    Slip(
        "\"name\": \"Town\"", "\"nam\": \"Town\"", "p.json:2:10: the body has no \'name\'",
        "p.json:2:25: unknown key \'nam\' in the body | did you mean \'name\'?"),
    Slip(
        "\"replies\": 112", "\"replies\": -1",
        "p.json:3:51: the base is -1, expected a whole number from 0 to 100000000"),
    Slip("\"replies\": 112", "\"replies\": {\"about\": 110}", "p.json:3:51: the base has no \'roundedTo\'"),
    Slip(
        "\"replies\": 112", "\"replies\": \"many\"",
        "p.json:3:51: the base is the text \'many\', expected a number, \'unknown\', \'withheld\' or an object"
    ),
    Slip(
        "\"question\": \"safe\"", "\"question\": \"saef\"",
        "p.json:5:3: unknown question \'saef\' | did you mean \'safe\'?"),
    Slip(
        "\"form\": \"two\"", "\"form\": \"tow\"",
        "p.json:5:3: the scale of \'safe\' has no form \'tow\' | did you mean \'two\'?"),
    Slip(
        "\"showing\": \"shown\"", "\"showing\": \"show\"",
        "p.json:5:35: \'showing\' of the table of \'safe\' is \'show\', expected one of: shown, caution, no-percentage, withheld, not-available | did you mean \'shown\'?"
    ),
    Slip(
        "\"base\": 110", "\"base\": 110.5",
        "p.json:5:52: the base is 110.5, expected a whole number from 0 to 100000000"),
    Slip("\"base\": 110, ", "", "p.json:5:3: the table of \'safe\' has no \'base\'"),
    Slip("\"not\": \"[c]\"", "\"no\": \"[c]\"", "p.json:6:54: unknown answer \'no\' | did you mean \'not\'?"),
    Slip(
        "\"not\": \"[c]\"", "\"not\": \"[q]\"",
        "p.json:6:61: \'not\' is the text \'[q]\', expected a share or a marker"),
    Slip(
        "\"share\": 70, \"count\"", "\"shar\": 70, \"count\"",
        "p.json:6:27: unknown key \'shar\' in the cell \'better\' | did you mean \'share\'?"),
    Slip(
        "\"share\": 70, \"count\"", "\"share\": \"70\", \"count\"",
        "p.json:6:36: \'share\' of the cell \'better\' is the text \'70\', expected a number such as 12 or 69.7"
    ),
    Slip("\"na\": {", "\"nb\": {", "p.json:6:108: unknown answer \'nb\' | did you mean \'na\'?"),
    Slip(
        "\"answers\": {\"better\": {\"share\": 70, \"count\": 77}, \"not\": \"[c]\"}", "\"answers\": [1]",
        "p.json:6:15: the answers are a list of 1, expected an object"),
    Slip(
        "\"share\": 70, \"count\": 77", "",
        "p.json:6:26: the cell \'better\' has neither \'share\' nor \'count\'"),
    Slip(
        "\"share\": 70, \"count\"", "\"share\": 170, \"count\"",
        "p.json:6:26: the share of \'better\' is 170, expected 0 to 100"),
    Slip(
        "\"audience\": \"holders\"", "\"audience\": \"holder\"",
        "p.json:3:16: unknown audience \'holder\' | did you mean \'holders\'?"),
    Slip("\"kind\": \"council\"", "\"kind\": \"rest\"", "p.json:2:10: the body has no \'councils\'"),
    Slip(
        "\"count\": 77", "\"count\": 9223372036854775808",
        "p.json:6:49: \'count\' of the cell \'better\' is 9223372036854775808, expected a whole number from 0 to 100000000"
    ),
]
