import Diagnostics
import RawResults
import Survey
import TestSupport
import Testing

/// What is said of every slip in a file of counts.
struct CountSlipTests {
    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let instrument = try pageInstrument()
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try rawResults(json: text, of: instrument) } == slip.said)
    }

    @Test func theGoodFileIsRead() throws {
        #expect(try rawResults(json: good, of: pageInstrument()).tables.count == 2)
    }

    @Test func basesRoundedTo5AllowWhatRoundingExplains() throws {
        let text = try Slip("\"basePrecision\": 1", "\"basePrecision\": 5").applied(to: good)
        let near = try Slip("\"replies\": 112", "\"replies\": 110").applied(to: text)
        let instrument = try pageInstrument()
        #expect(try rawResults(json: near, of: instrument).responses[0].replies == .rounded(110, to: 5))
        let within = try Slip("\"same\": 22", "\"same\": 24").applied(to: near)
        #expect(try rawResults(json: within, of: instrument).tables.count == 2)
        let beyond = try Slip("\"same\": 22", "\"same\": 25").applied(to: near)
        #expect(
            said { () throws(Failure) in try rawResults(json: beyond, of: instrument) } == [
                "r.json:5:4: the answers to 'dignity' add up to 113, and its 'replies' are 110 | 'replies' is how many gave one of these answers: correct one or the other"
            ])
    }

    /// The cross table has more than its margin: of one answer, and of all.
    @Test(arguments: [
        (
            "\"lot-better\": 27, \"better\": 20, \"same\": 10",
            "\"lot-better\": 17, \"better\": 40, \"same\": 0",
            "r.json:7:4: the categories of 'held' add up to 40 answers 'better' to 'dignity', more than the 38 of everybody"
        ),
        (
            "\"replies\": 60,\n    \"answers\": {\"lot-better\": 27",
            "\"replies\": 135,\n    \"answers\": {\"lot-better\": 102",
            "r.json:7:4: the categories of 'held' add up to 135 answers to 'dignity', more than the 110 of everybody"
        ),
        (
            "\"replies\": 60,", "\"replies\": 60, \"outside\": {\"na\": 3},",
            "r.json:7:4: the categories of 'held' add up to 3 answers 'na' to 'dignity', more than the 2 of everybody"
        ),
    ]) func aCrossTableThatDisagreesWithItsMarginIsTold(right: String, wrong: String, message: String) throws
    {
        let text = good.replacing(right, with: wrong)
        #expect(text != good)
        let instrument = try pageInstrument()
        #expect(
            said { () throws(Failure) in try rawResults(json: text, of: instrument) } == [
                message + " | each person belongs in one category: correct the counts here or at r.json:5:4"
            ])
    }

    @Test func everyFaultIsToldInOneRun() throws {
        var text = good
        for slip in [
            Slip(
                "\"same\": 22", "\"smae\": 22",
                "r.json:6:49: unknown answer \'smae\' in the table of \'dignity\' | did you mean \'same\'?",
                "r.json:6:16: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it"
            ), Slip("holders", "holder"), Slip("\"direct\"", "\"drect\""),
        ] {
            text = try slip.applied(to: text)
        }
        let instrument = try pageInstrument()
        #expect(said { () throws(Failure) in try rawResults(json: text, of: instrument) }.count == 4)
    }
}

private let good = """
    {"format": "poet-raw/1", "instrument": "tiny-2026", "units": "counts", "basePrecision": 1,
     "body": {"id": "exampleton", "name": "Exampleton", "kind": "council"},
     "responses": [{"audience": "holders", "population": 400, "invited": 300, "replies": 112}],
     "tables": [
       {"question": "dignity", "replies": 110, "outside": {"na": 2},
        "answers": {"lot-better": 42, "better": 38, "same": 22, "worse": 6, "lot-worse": 2}},
       {"question": "dignity", "group": "held", "category": "direct", "replies": 60,
        "answers": {"lot-better": 27, "better": 20, "same": 10, "worse": 2, "lot-worse": 1}}
     ]}
    """

private let slips: [Slip] = [
    // Names.
    Slip(
        "poet-raw/1", "poet-published/1",
        "r.json:1:12: the file\'s format is the text \'poet-published/1\', expected \'poet-raw/1\'"),
    Slip(
        "\"tiny-2026\"", "\"tiny-2025\"",
        "r.json:1:40: the results are of the instrument \'tiny-2025\', expected \'tiny-2026\' as the wave says"
    ),
    Slip(
        "\"units\"", "\"unit\"", "r.json:1:1: the file of results has no \'units\'",
        "r.json:1:53: unknown key \'unit\' in the file of results | did you mean \'units\'?"),
    Slip(
        "\"counts\"", "\"count\"",
        "r.json:1:62: \'units\' of the file of results is \'count\', expected one of: counts, percentages | did you mean \'counts\'?"
    ),
    Slip(
        "\"basePrecision\": 1", "\"basePrecision\": 2",
        "r.json:1:89: \'basePrecision\' is 2, expected 1, 5 or 10"),
    Slip(
        "\"basePrecision\": 1", "\"basePrecision\": 50",
        "r.json:1:89: \'basePrecision\' is 50, expected 1, 5 or 10"),
    Slip(", \"basePrecision\": 1", "", "r.json:1:1: the file of results has no \'basePrecision\'"),
    Slip(
        "\"counts\"", "\"counts\", \"decimals\": 1",
        "r.json:1:84: \'decimals\' goes with percentages, and the units are counts"),
    Slip(
        "\"id\": \"exampleton\"", "\"id\": \"../exampleton\"",
        "r.json:2:17: \'id\' of the body is \'../exampleton\', expected only letters a-z, digits and \'-\'"),
    Slip(
        "\"kind\": \"council\"", "\"kind\": \"counsil\"",
        "r.json:2:61: \'kind\' of the body is \'counsil\', expected one of: council, nhs-area, region, all, rest | did you mean \'council\'?"
    ),
    Slip(
        "\"audience\": \"holders\"", "\"audience\": \"holder\"",
        "r.json:3:16: unknown audience \'holder\' | did you mean \'holders\'?"),
    Slip(
        "\"question\": \"dignity\", \"replies\"", "\"question\": \"digntiy\", \"replies\"",
        "r.json:5:17: unknown question \'digntiy\' | did you mean \'dignity\'?"),
    Slip(
        "\"same\": 22", "\"smae\": 22",
        "r.json:6:49: unknown answer \'smae\' in the table of \'dignity\' | did you mean \'same\'?",
        "r.json:6:16: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it"
    ),
    Slip(
        "\"same\": 22, ", "",
        "r.json:6:16: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it"
    ),
    Slip(
        "\"na\": 2", "\"nb\": 2",
        "r.json:5:56: unknown answer \'nb\' in the table of \'dignity\' | did you mean \'na\'?"),
    Slip(
        "\"group\": \"held\"", "\"group\": \"hold\"",
        "r.json:7:37: unknown group \'hold\' | did you mean \'held\'?"),
    Slip(
        "\"category\": \"direct\"", "\"category\": \"dirct\"",
        "r.json:7:57: the group \'held\' has no category \'dirct\' | did you mean \'direct\'?"),
    Slip(", \"category\": \"direct\"", "", "r.json:7:4: the table of \'dignity\' has no \'category\'"),
    Slip(
        "\"group\": \"held\", ", "",
        "r.json:7:40: the table of \'dignity\' has a \'category\' and no \'group\'"),
    Slip(
        "\"group\": \"held\", \"category\": \"direct\", ", "",
        "r.json:7:4: the table of \'dignity\' stands twice; the first is at r.json:5:4"),
    Slip(
        "\"answers\": {\"lot-better\": 27", "\"answer\": {\"lot-better\": 27",
        "r.json:7:4: the table of \'dignity\' has neither \'answers\' nor \'positiveShare\'",
        "r.json:8:5: unknown key \'answer\' in the table of \'dignity\' | did you mean \'answers\'?"),
    Slip(
        "\"tables\"", "\"table\"", "r.json:1:1: the results hold no tables",
        "r.json:4:2: unknown key \'table\' in the file of results | did you mean \'tables\'?"),
    // Numbers.
    Slip(
        "\"same\": 22", "\"same\": -22",
        "r.json:6:57: \'same\' in the table of \'dignity\' is -22, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": 22.5",
        "r.json:6:57: \'same\' in the table of \'dignity\' is 22.5, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": 22.0",
        "r.json:6:57: \'same\' in the table of \'dignity\' is 22.0, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": 2.2e1",
        "r.json:6:57: \'same\' in the table of \'dignity\' is 2.2e1, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": NaN",
        "r.json:6:57: \'NaN\' is not a JSON value | write null, or leave the member out"),
    Slip(
        "\"same\": 22", "\"same\": \"NaN\"",
        "r.json:6:57: \'same\' in the table of \'dignity\' is the text \'NaN\', expected a number or a marker | markers: [c], [w], [x], [z]"
    ),
    Slip(
        "\"same\": 22", "\"same\": Infinity",
        "r.json:6:57: \'Infinity\' is not a JSON value | write null, or leave the member out"),
    Slip(
        "\"same\": 22", "\"same\": 9223372036854775808",
        "r.json:6:57: \'same\' in the table of \'dignity\' is 9223372036854775808, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": 100000001",
        "r.json:6:57: \'same\' in the table of \'dignity\' is 100000001, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": \"22\"",
        "r.json:6:57: \'same\' in the table of \'dignity\' is the text \'22\', expected a number or a marker | write 22 without quotation marks"
    ),
    Slip(
        "\"same\": 22", "\"same\": null",
        "r.json:6:57: \'same\' in the table of \'dignity\' is nothing, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": [22]",
        "r.json:6:57: \'same\' in the table of \'dignity\' is a list of 1, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"same\": 22", "\"same\": \"[d]\"",
        "r.json:6:57: \'same\' in the table of \'dignity\' is the text \'[d]\', expected a number or a marker | markers: [c], [w], [x], [z]"
    ),
    Slip(
        "\"same\": 22", "\"same\": 22, \"same\": 22",
        "r.json:6:61: the name \'same\' stands twice: first at line 6, column 49 | remove or rename one of the two"
    ),
    Slip(
        "\"replies\": 110", "\"replies\": 111",
        "r.json:5:4: the answers to \'dignity\' add up to 110, and its \'replies\' are 111 | 'replies' is how many gave one of these answers: correct one or the other"
    ),
    Slip(
        "\"replies\": 110", "\"replies\": 40",
        "r.json:5:4: \'lot-better\' of \'dignity\' is 42, more than the 40 replies",
        "r.json:5:4: the answers to \'dignity\' add up to 110, and its \'replies\' are 40 | 'replies' is how many gave one of these answers: correct one or the other"
    ),
    Slip(
        "\"replies\": 110", "\"replies\": -110",
        "r.json:5:39: \'replies\' of the table of \'dignity\' is -110, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "\"replies\": 110", "\"replies\": 110.5",
        "r.json:5:39: \'replies\' of the table of \'dignity\' is 110.5, expected a whole number from 0 to 100000000"
    ),
    Slip("\"replies\": 110, ", "", "r.json:5:4: the table of \'dignity\' has no \'replies\'"),
    Slip(
        "\"replies\": 112", "\"replies\": 111",
        "r.json:5:4: 112 people answered \'dignity\' in all, more than the 111 replies from holders | a response\'s \'replies\' is how many people of the audience replied: correct it at r.json:3:16, or the counts here"
    ),
    Slip("\"replies\": 112", "\"replies\": 301", "r.json:3:16: 301 replies from 300 people invited"),
    Slip(
        "\"replies\": 112", "\"replies\": 9223372036854775808",
        "r.json:3:86: \'replies\' of the response is 9223372036854775808, expected a whole number from 0 to 100000000"
    ),
    Slip("\"population\": 400", "\"population\": 100", "r.json:3:16: 112 replies from a population of 100"),
    Slip(
        "\"population\": 400", "\"population\": 0",
        "r.json:3:54: \'population\' of the response is 0, expected a whole number from 1 to 100000000"),
    Slip(
        "\"replies\": 112", "\"replies\": 112, \"responseRate\": 101.5",
        "r.json:3:107: \'responseRate\' is 101.5, expected 0 to 100"),
    // What disclosure control cannot judge.
    Slip(
        "\"same\": 22", "\"same\": \"[c]\"",
        "r.json:5:4: \'same\' in the table of \'dignity\' is [c], and disclosure control needs every count | give every count, or say \"disclosure\": \"as-published\" with a source"
    ),
    Slip(
        "\"na\": 2", "\"na\": \"[w]\"",
        "r.json:5:4: \'na\' in the table of \'dignity\' is [w], and disclosure control needs every count | give every count, or say \"disclosure\": \"as-published\" with a source"
    ),
    Slip(
        "\"replies\": 110", "\"replies\": \"[x]\"",
        "r.json:5:4: disclosure control needs to know how many answered: the table of \'dignity\' does not say | give their number in \'replies\'"
    ),
    Slip(
        "\"replies\": 110", "\"base\": \"survey-wide\"",
        "r.json:5:4: disclosure control needs to know how many answered: the table of \'dignity\' does not say | give their number in \'replies\'"
    ),
    Slip(
        "\"replies\": 110", "\"base\": \"not-published\"",
        "r.json:5:4: disclosure control needs to know how many answered: the table of \'dignity\' does not say | give their number in \'replies\'"
    ),
    Slip(
        "\"replies\": 60", "\"distribution\": \"partial\", \"replies\": 60",
        "r.json:7:4: the table of \'dignity\' leaves answers out, and disclosure control needs every count | give every count, or say \"disclosure\": \"as-published\" with a source"
    ),
    // Tables.
    Slip(
        "\"group\": \"held\", \"category\": \"direct\", \"replies\": 60", "\"replies\": 60",
        "r.json:7:4: the table of \'dignity\' stands twice; the first is at r.json:5:4"),
    Slip(
        "\"replies\": 110", "\"base\": \"survey-wide\", \"replies\": 110",
        "r.json:5:62: the table of \'dignity\' has a \'base\' and \'replies\' | give \'replies\' where the question\'s own number of answers is known, \'base\' where it is not",
        "r.json:5:4: disclosure control needs to know how many answered: the table of \'dignity\' does not say | give their number in \'replies\'"
    ),
    Slip(
        "\"replies\": 110", "\"base\": \"unknown\"",
        "r.json:5:36: \'base\' is the text \'unknown\', expected \'survey-wide\' or \'not-published\' | a number of answers goes in \'replies\'"
    ),
    Slip(
        "\"replies\": 110", "\"distribution\": \"part\", \"replies\": 110",
        "r.json:5:44: \'distribution\' is the text \'part\', expected \'partial\'"),
    Slip(
        "\"replies\": 110", "\"positiveShare\": 73, \"replies\": 110",
        "r.json:5:45: the table of \'dignity\' has \'answers\' and a \'positiveShare\' | give the answers alone: their measure is added up"
    ),
    Slip(
        "\"replies\": 110", "\"margins\": {\"same\": 1.5}, \"replies\": 110",
        "r.json:5:4: the table of \'dignity\' has \'margins\', which go with results that are published already"
    ),
    Slip(
        "{\"audience\": \"holders\", \"population\": 400",
        "{\"audience\": \"holders\", \"replies\": 3}, {\"audience\": \"holders\", \"population\": 400",
        "r.json:3:15: there are two responses of \'holders\'"),
    Slip(
        "\"units\": \"counts\"", "\"units\": \"percentages\", \"decimals\": 0",
        "r.json:1:62: percentages cannot be protected: disclosure control needs counts | give counts, or say \"disclosure\": \"as-published\" with a source",
        "r.json:5:4: the answers to \'dignity\' add up to 110 %, more than rounding explains | correct them, or say \"distribution\": \"partial\" where answers are left out",
        "r.json:7:4: the answers to \'dignity\' add up to 60 %, more than rounding explains | correct them, or say \"distribution\": \"partial\" where answers are left out"
    ),
    Slip(
        "\"units\": \"counts\"", "\"units\": \"counts\", \"disclosure\": \"as-published\"",
        "r.json:1:1: the file of results has no \'source\'"),
    Slip(
        "\"units\": \"counts\"", "\"units\": \"counts\", \"disclosure\": \"none\"",
        "r.json:1:86: \'disclosure\' of the file of results is \'none\', expected one of: needed, as-published"
    ),
    Slip("\"kind\": \"council\"", "\"kind\": \"all\"", "r.json:2:10: the body has no \'councils\'"),
    Slip("\"kind\": \"council\"", "\"kind\": \"rest\"", "r.json:2:10: the body has no \'councils\'"),
]
