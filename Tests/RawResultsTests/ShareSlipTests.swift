import Diagnostics
import RawResults
import Survey
import TestSupport
import Testing

/// What is said of every slip in a file of published percentages.
struct ShareSlipTests {
    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let instrument = try pageInstrument()
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try rawResults(json: text, of: instrument) } == slip.said)
    }

    @Test func sharesKeepTheirDecimals() throws {
        let results = try rawResults(json: good, of: pageInstrument())
        #expect(results.tables[0].answers.map(\.value).count == 5)
        #expect(results.tables[0].answers[1].value == .share(Percentage(units: 190, decimals: 1)))
    }

    @Test func aRowThatThePublisherMarksWholeIsRead() throws {
        let text = try Slip("\"replies\": 455, \"answers\"", "\"replies\": \"[x]\", \"answers\"").applied(
            to: good)
        #expect(try rawResults(json: text, of: pageInstrument()).tables[0].base == .marked(.notAvailable))
    }

    @Test func aSurveyWideBaseIsTheNumberOfReplies() throws {
        let text = try Slip(
            "\"replies\": 455, \"answers\": {\"lot-better\": 69.7, \"better\": 19.0, \"same\": 4.8, \"worse\": 2.4, \"lot-worse\": 4.0}",
            "\"base\": \"survey-wide\", \"positiveShare\": 77.5"
        ).applied(to: good)
        let table = try rawResults(json: text, of: pageInstrument()).tables[0]
        #expect(table.base == .surveyWide(455))
        #expect(table.positiveShare == Percentage(units: 775, decimals: 1))
        #expect(table.answers.isEmpty)
    }

    @Test func aSumMayMissAHundredByWhatRoundingExplains() throws {
        let instrument = try pageInstrument()
        // 99.9 as it stands; five answers explain up to 0.25, so 99.8 and 100.2 pass.
        for share in ["4.7", "5.1"] {
            let text = try Slip("\"same\": 4.8", "\"same\": \(share)").applied(to: good)
            #expect(try rawResults(json: text, of: instrument).tables.count == 1)
        }
    }
}

private let good = """
    {"format": "poet-raw/1", "instrument": "tiny-2026", "units": "percentages", "decimals": 1, "basePrecision": 5,
     "disclosure": "as-published", "source": "A publisher.",
     "body": {"id": "norfolk", "name": "Norfolk", "kind": "council"},
     "responses": [{"audience": "holders", "replies": 455}],
     "tables": [
       {"question": "dignity", "replies": 455, "answers": {"lot-better": 69.7, "better": 19.0, "same": 4.8, "worse": 2.4, "lot-worse": 4.0},
        "margins": {"lot-better": 4.2}}
     ]}
    """

private let slips: [Slip] = [
    Slip("\"decimals\": 1, ", "", "r.json:1:1: the file of results has no \'decimals\'"),
    Slip(
        "\"decimals\": 1", "\"decimals\": 4",
        "r.json:1:89: \'decimals\' of the file of results is 4, expected a whole number from 0 to 3"),
    Slip(
        "\"decimals\": 1", "\"decimals\": 0",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is 69.7, more decimals than the 0 that \'decimals\' says",
        "r.json:6:86: \'better\' in the table of \'dignity\' is 19.0, more decimals than the 0 that \'decimals\' says",
        "r.json:6:100: \'same\' in the table of \'dignity\' is 4.8, more decimals than the 0 that \'decimals\' says",
        "r.json:6:114: \'worse\' in the table of \'dignity\' is 2.4, more decimals than the 0 that \'decimals\' says",
        "r.json:6:132: \'lot-worse\' in the table of \'dignity\' is 4.0, more decimals than the 0 that \'decimals\' says"
    ),
    Slip(
        "\"units\": \"percentages\", \"decimals\": 1", "\"units\": \"counts\"",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is 69.7, expected a whole number from 0 to 100000000",
        "r.json:6:86: \'better\' in the table of \'dignity\' is 19.0, expected a whole number from 0 to 100000000",
        "r.json:6:100: \'same\' in the table of \'dignity\' is 4.8, expected a whole number from 0 to 100000000",
        "r.json:6:114: \'worse\' in the table of \'dignity\' is 2.4, expected a whole number from 0 to 100000000",
        "r.json:6:132: \'lot-worse\' in the table of \'dignity\' is 4.0, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"units\": \"percentages\"", "\"units\": \"percent\"",
        "r.json:1:62: \'units\' of the file of results is \'percent\', expected one of: counts, percentages"),
    Slip(", \"source\": \"A publisher.\"", "", "r.json:1:1: the file of results has no \'source\'"),
    Slip(
        "\"disclosure\": \"as-published\", ", "",
        "r.json:1:62: percentages cannot be protected: disclosure control needs counts | give counts, or say \"disclosure\": \"as-published\" with a source",
        "r.json:6:4: the table of \'dignity\' has \'margins\', which go with results that are published already"
    ),
    Slip(
        "69.7", "0.697",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is 0.697, more decimals than the 1 that \'decimals\' says"
    ),
    Slip(
        "69.7", "69.75",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is 69.75, more decimals than the 1 that \'decimals\' says"
    ),
    Slip(
        "69.7", "-69.7", "r.json:6:70: \'lot-better\' in the table of \'dignity\' is -69.7, expected 0 to 100"
    ),
    Slip(
        "69.7", "100.1", "r.json:6:70: \'lot-better\' in the table of \'dignity\' is 100.1, expected 0 to 100"
    ),
    Slip(
        "69.7", "\"69.7\"",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is the text \'69.7\', expected a number or a marker | write 69.7 without quotation marks"
    ),
    Slip(
        "69.7", "\"69.7%\"",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is the text \'69.7%\', expected a number or a marker | markers: [c], [w], [x], [z]"
    ),
    Slip(
        "69.7", "1e400",
        "r.json:6:70: \'lot-better\' in the table of \'dignity\' is the number 1e400, expected a number such as 12 or 69.7"
    ),
    Slip(
        "\"replies\": 455, \"answers\"", "\"replies\": \"[q]\", \"answers\"",
        "r.json:6:39: \'replies\' of the table of \'dignity\' is the text \'[q]\', expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 4.8", "\"na\": 4.8",
        "r.json:6:92: unknown answer \'na\' in the table of \'dignity\' | \'na\' stands outside the base: give it in \'outside\'",
        "r.json:6:55: the table of \'dignity\' has no answer \'same\' | give it, with 0 or a marker, or say \"distribution\": \"partial\""
    ),
    Slip(
        "69.7", "70.2",
        "r.json:6:4: the answers to \'dignity\' add up to 100.4 %, more than rounding explains | correct them, or say \"distribution\": \"partial\" where answers are left out"
    ),
    Slip(
        "\"same\": 4.8", "\"same\": 4.6",
        "r.json:6:4: the answers to \'dignity\' add up to 99.7 %, more than rounding explains | correct them, or say \"distribution\": \"partial\" where answers are left out"
    ),
    Slip(
        "\"replies\": 455, \"answers\"", "\"replies\": 453, \"answers\"",
        "r.json:6:39: \'replies\' of the table of \'dignity\' is 453, which is not rounded to 5 as \'basePrecision\' says"
    ),
    Slip(
        "\"replies\": 455}", "\"replies\": 453}",
        "r.json:4:51: \'replies\' of the response is 453, which is not rounded to 5 as \'basePrecision\' says"
    ),
    Slip("\"replies\": 455, \"answers\"", "\"base\": \"survey-wide\", \"answers\""),
    Slip(
        "\"lot-better\": 4.2", "\"lot-beter\": 4.2",
        "r.json:7:17: unknown key \'lot-beter\' in \'margins\' of the table of \'dignity\' | did you mean \'lot-better\'?"
    ),
    Slip(
        "\"lot-better\": 4.2", "\"lot-better\": -4.2", "r.json:7:31: the margin of \'lot-better\' is negative"
    ),
    Slip(
        "\"lot-better\": 4.2", "\"lot-better\": \"4.2\"",
        "r.json:7:31: the margin of \'lot-better\' is the text \'4.2\', expected a number such as 12 or 69.7"),
    Slip(
        "\"margins\": {\"lot-better\": 4.2}", "\"margins\": 4.2",
        "r.json:7:16: \'margins\' of the table of \'dignity\' is the number 4.2, expected an object with named parts"
    ),
    Slip(
        "\"margins\": {\"lot-better\": 4.2}", "\"positiveShare\": 188.7",
        "r.json:7:22: \'positiveShare\' is 188.7, expected 0 to 100",
        "r.json:7:22: the table of \'dignity\' has \'answers\' and a \'positiveShare\' | give the answers alone: their measure is added up"
    ),
]
