import Diagnostics
import Document
import Findings
import Foundation
import Language
import Scene
import TestSupport
import Testing

@testable import Reports
@testable import Survey

/// The findings of the examples as somebody would type them into a narrative: true as they stand, then one number changed.
struct NarrativeTests {
    static let reports = [
        ("exampleshire/2026", "exampleshire"), ("exampleshire/2026", "south"), ("ascs-2020-21", "norfolk"),
        ("exampleham-health", "exampleham"), ("exampleshire-children", "exampleshire"),
        ("poet-adults-2017", "national"), ("tiny", "exampleton"),
    ]

    private static let contexts: [String: Result<ReportContext, any Error>] = Dictionary(
        uniqueKeysWithValues: reports.map { example, body in
            ("\(example)/\(body)", Result { try context(example, body) })
        })

    private static func context(_ example: String, _ body: String) throws -> ReportContext {
        let wave = try Examples.wave(example)
        let results = try wave.results(for: body, at: SourceLocation(file: "report.yaml"))
        return ReportContext(
            results: results, wave: wave.wave,
            settings: ReportSettings(body: body, narrative: [:], checked: []))
    }

    private static func warnings(_ paragraph: String, _ context: ReportContext) -> [Diagnostic] {
        warnings([paragraph], context)[0]
    }

    /// The warnings about each paragraph.
    private static func warnings(_ paragraphs: [String], _ context: ReportContext) -> [[Diagnostic]] {
        let blocks = paragraphs.enumerated().map { index, text in
            Block(.paragraph([.text(text)]), location: SourceLocation(file: "summary.md", line: index + 1))
        }
        let log = DiagnosticLog()
        FactCheck(context: context).check(
            [Manuscript(blocks: blocks)], writtenIn: ["summary.md"], isWhole: true, log: log)
        let byLine = Dictionary(grouping: log.warnings) { $0.location?.line ?? 0 }
        return paragraphs.indices.map { byLine[$0 + 1] ?? [] }
    }

    private static func narrative(_ context: ReportContext) -> [String] {
        let openings = context.instrument.themes.flatMap { context.findings.opening(of: $0.id) }
        return (context.findings.findings + openings).map(\.plain)
    }

    @Test(arguments: reports) func whatTheFindingsSayIsFoundTrue(example: String, body: String) throws {
        let context = try #require(Self.contexts["\(example)/\(body)"]).get()
        let warnings = Self.warnings(Self.narrative(context), context).joined()
        #expect(warnings.map(\.message) == [])
    }

    /// Every number of every paragraph, changed by up to 15 either way.
    @Test(arguments: reports.prefix(3)) func aChangedNumberIsNamed(example: String, body: String) throws {
        let context = try #require(Self.contexts["\(example)/\(body)"]).get()
        var random = SplitMix64(seed: 23)
        var changes: [(text: String, words: String)] = []
        for paragraph in Self.narrative(context) {
            for match in paragraph.matches(of: /[0-9]+(\.[0-9])?/) {
                let text = String(match.0)
                guard !Self.isName(text, at: match.range, in: paragraph) else { continue }
                let old = try #require(Int(text.filter { $0 != "." }))
                for most in [2, 15] {
                    var new = old
                    while new == old || new < 1 || new > 100 && old <= 100 {
                        new = old + Int.random(in: -most...most, using: &random)
                    }
                    let words = text.contains(".") ? "\(new / 10).\(new % 10)" : "\(new)"
                    var changed = paragraph
                    changed.replaceSubrange(match.range, with: words)
                    changes.append((changed, words))
                }
            }
        }
        let warnings = Self.warnings(changes.map(\.text), context)
        let missed = zip(changes, warnings).filter { change, warnings in
            !warnings.contains { $0.message.contains(change.words) }
        }
        #expect(changes.count > 50 && missed.map(\.0.text) == [], "\(missed.map(\.0.text))")
    }

    /// Years, ages, the parts of "8 in 10", which are one claim, and how many are in the smaller of some groups: each of
    /// several questions has its own number.
    private static func isName(_ text: String, at range: Range<String.Index>, in paragraph: String) -> Bool {
        let before = paragraph[..<range.lowerBound]
        let after = paragraph[range.upperBound...]
        let last = before.last ?? " "
        return text.count == 4 && !text.contains(".") || before.hasSuffix("More than ") || last.isNumber
            || ",-".contains(last) || after.hasPrefix(",") || before.hasSuffix("aged ")
            || before.hasSuffix("aged 18 to ")
            || before.hasSuffix("aged 45 to ") || after.hasPrefix(" in 10") || before.hasSuffix(" in ")
            || after.hasPrefix(" in 20") || after.hasPrefix(" in 5") || before.hasSuffix("of these groups ")
    }

    @Test(arguments: reports.prefix(3)) func aChangedQuantityIsNamed(example: String, body: String) throws {
        let context = try #require(Self.contexts["\(example)/\(body)"]).get()
        let quantities = [
            "a quarter of", "a third of", "half of", "two thirds of", "three quarters of", "nearly half of",
            "more than three quarters of", "fewer than a third of", "9 in 10", "1 in 5",
        ]
        var random = SplitMix64(seed: 24)
        var changes: [String] = []
        for paragraph in Self.narrative(context) {
            guard
                let match = paragraph.firstMatch(
                    of:
                        #/^(Just over |Just under |Nearly |About |More than |Fewer than |At least )?(a third|a quarter|half|two thirds|three quarters|[A-Z0-9][a-z]* in 10|A third|A quarter|Half|Two thirds|Three quarters|80%)( of)? /#
                )
            else { continue }
            let share = paragraph.firstMatch(of: /\(([0-9]+)(\.([0-9]))?%\)/)
            let tenths = share.flatMap { Int($0.1 + ($0.3 ?? "0")) } ?? 500
            let wrong = quantities.filter { !Self.isTrue($0, of: tenths) }
            let new = try #require(wrong.randomElement(using: &random))
            var changed = paragraph
            changed.replaceSubrange(match.range, with: new.prefix(1).uppercased() + new.dropFirst() + " ")
            changes.append(changed)
        }
        let missed = zip(changes, Self.warnings(changes, context)).filter(\.1.isEmpty)
        #expect(changes.count > 10 && missed.map(\.0) == [])
    }

    /// What people write in their own words about Exampleshire: true, and then not.
    @Test(arguments: [
        "In Exampleshire, 86% told us their dignity in support had got better.",
        "We heard from 112 budget holders.",
        "Dignity in support is strongest: 86% said it had got better, against 81% in all 12 councils.",
        "Two thirds of budget holders (66%) say their views were included. In the South region it is 77%.",
        "Community life has changed most. In 2024, 40% said taking part had got better; now it is 69%.",
        "Fewer than half of budget holders (38%) were happy with information and advice.",
        "Of budget holders aged 65 and over, 47% said that taking part in their community had got better.",
        "Planning support is easy for 38% of people, changing it for 36%.",
        "Most budget holders said that their quality of life had got better.",
        "A share of 38% for information and advice is 20 percentage points below all 12 councils.",
        "People who found it easy to plan their support were nearly twice as likely to say that their mental health had got better.",
        "We met 3 times in 2026, on 4 May, 11 June and 2 July at 10.30am, and the whole took 2 hours.",
        "See page 12, Figure 3 and question 7a. Call 01632 960123.",
        "Half an hour is not long. A quarter of the year had gone.",
        "Budget holders aged 18 to 44 or 65 and over were asked.",
        "Between 57 and 74 per cent of all budget holders would say that their views were included in their plan.",
        "Among people who found planning easy, 75% said that physical health had got better; among those who did not, 41%.",
        "The likely range for dignity in support runs from 79%–92%.",
        "The number of carers who said day-to-day stress got better has gone up by more than half since 2024.",
        "The share of carers whose day-to-day stress got better rose by 61%, from 38% to 61%.",
        "All of us agreed. Everybody said that the tea was good.",
        "32% said that their views were fully included in the plan, 34% mostly, 23% partly, and 11% not at all.",
        "23% found planning support easy and another 15% very easy.",
        "17% of budget holders saw no difference in their quality of life, or said it was worse.",
        "62% of budget holders did not find planning easy.",
        "Of the 320 budget holders we invited, 112 answered (35%).",
        "Control over life got better for 71% of budget holders; for people with a direct payment it was 84%.",
        "66% of practitioners say the information they can give is good, while 38% of budget holders say so.",
    ]) func trueWordsOfPeoplePass(text: String) throws {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let warnings = Self.warnings(text, context)
        #expect(warnings.isEmpty)
    }

    /// Where people write: each kind of block of a narrative, the pictures of Easy Read, the title, the action plans.
    enum Place: String, CaseIterable {
        case paragraph, heading, list, quotation, callout, pictures, title, why, area, lastPlan
    }

    private static func warnings(_ texts: [String], in place: Place, _ context: ReportContext) -> [Diagnostic]
    {
        var context = context
        let log = DiagnosticLog()
        var blocks: [Block] = []
        for (index, text) in texts.enumerated() {
            let at = SourceLocation(file: "easy-next.md", line: index + 1)
            let inside = Block(.paragraph([.text(text)]), location: at)
            let picture = Picture(
                size: Size(1, 1), title: "", alternative: "", background: nil, nodes: [])
            let area = ActionPlan.Area(
                link: .figure("holders.dignity.positive@this"), title: place == .area ? text : "An area",
                why: place == .area ? nil : text, actions: [], location: at)
            switch place {
            case .paragraph: blocks.append(inside)
            case .heading: blocks.append(Block(.heading(level: 2, [.text(text)]), location: at))
            case .list:
                blocks.append(
                    Block(.list(ItemList(start: nil, isTight: true, items: [[inside]])), location: at))
            case .quotation: blocks.append(Block(.quotation([inside]), location: at))
            case .callout: blocks.append(Block(.callout(.key, [inside]), location: at))
            case .pictures:
                blocks.append(
                    Block(.pictures([PictureRow(picture: picture, words: [.text(text)])]), location: at))
            case .title:
                context.settings.title = text
                FactCheck(context: context).check([], writtenIn: [], isWhole: false, log: log)
            case .why, .area:
                context.parts.plan = ActionPlan(note: nil, areas: (context.parts.plan?.areas ?? []) + [area])
            case .lastPlan:
                let areas = (context.parts.earlier?.plan.areas ?? []) + [area]
                context.parts.earlier = ReportParts.Earlier(
                    plan: ActionPlan(note: nil, areas: areas), instrument: context.instrument)
            }
        }
        if place != .title {
            FactCheck(context: context).check(
                [Manuscript(blocks: blocks)], writtenIn: ["easy-next.md"], isWhole: false, log: log)
        }
        return log.warnings
    }

    private static let told = [
        "Dignity in support got better for 86% of budget holders.",
        "Two thirds of budget holders (66%) say their views were included.",
        "Fewer than half of budget holders (38%) were happy with information and advice.",
        "Taking part in the community is up from 40% in 2024 to 69%.",
    ]

    /// One number or quantity of one of the texts at a time, changed to what is not so.
    @Test(arguments: Place.allCases) func whereverItIsWrittenAWrongNumberIsNamed(place: Place) throws {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        #expect(Self.warnings(Self.told, in: place, context).map(\.message) == [])
        var random = SplitMix64(seed: 40)
        let changes = [
            (0, "86%", ["81%", "83%", "92%"]), (1, "Two thirds", ["Three quarters", "Nearly half", "Most"]),
            (1, "66%", ["69%", "77%", "61%"]),
            (2, "Fewer than half", ["Two thirds", "1 in 5", "Hardly any"]),
            (3, "40%", ["46%", "44%"]), (3, "69%", ["66%", "53%"]), (3, "up from", ["down from"]),
        ]
        for (index, right, wrong) in changes {
            var texts = Self.told
            let new = try #require(wrong.randomElement(using: &random))
            texts[index] = texts[index].replacing(right, with: new)
            let found = Self.warnings(texts, in: place, context)
            // "Most" is true of 66% as well.
            if new == "Most" { continue }
            #expect(found.contains { $0.message.contains(new) }, "\(new) in \(place)")
            #expect(
                place == .title || found.allSatisfy { $0.location?.line == index + 1 }, "\(new) in \(place)")
        }
    }

    /// How many things are to be done is no result.
    @Test func countsOfWhatWillBeDoneAreNotHeldAgainstTheResults() throws {
        var context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let place = SourceLocation(file: "action-plan.yaml", line: 5)
        context.parts.plan = ActionPlan(
            note: nil,
            areas: [
                ActionPlan.Area(
                    link: .figure("holders.dignity.positive@this"), title: "Training", why: nil,
                    actions: [
                        .init(
                            action: "Train 417 practitioners.", who: nil, by: nil,
                            done: "We trained 417 practitioners, 95% of all who work here.", location: place)
                    ], location: place)
            ])
        let log = DiagnosticLog()
        FactCheck(context: context).check([], writtenIn: [], isWhole: false, log: log)
        #expect(log.warnings.count == 1)
        #expect(log.warnings.first?.message.hasPrefix("the text says '95%'") == true)
    }

    /// A figure that exists, in a sentence about something else.
    @Test(
        arguments: [
            ("holders.information.positive@this", nil),
            (
                "holders.dignity.positive@this",
                "the sentence speaks of “Information and advice”, and {{holders.dignity.positive@this}} is of “Dignity in support”"
            ),
        ] as [(String, String?)]) func aFigureOfAnotherQuestionIsNamed(figure: String, message: String?)
        throws
    {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let words: [Inline] = [
            .text("Only "), .strong([.figure(id: figure, text: "38%")]),
            .text(" of budget holders rated information and advice as good."),
        ]
        let log = DiagnosticLog()
        FactCheck(context: context).check(
            [Manuscript(blocks: [Block(.paragraph(words), location: SourceLocation(file: "a.md", line: 2))])],
            writtenIn: ["a.md"], isWhole: false, log: log)
        #expect(log.warnings.map(\.message) == [message].compactMap(\.self))
    }

    @Test(arguments: [
        ("In Exampleshire, 83% told us their dignity in support had got better.", "83%", "86%"),
        ("We heard from 110 budget holders.", "110", "112"),
        (
            "Dignity in support is strongest: 86% said it had got better, against 83% in all 12 councils.",
            "83%",
            "81%"
        ),
        ("Three quarters of budget holders say their views were included.", "Three quarters", "66%"),
        ("Fewer than a third of budget holders were happy with information and advice.", "a third", "38%"),
        ("Most budget holders rated information and advice as good.", "Most", "38%"),
        ("In 2024, 47% said taking part in the community had got better.", "47%", "40%"),
        (
            "People who found it easy to plan their support were three times as likely to say that their mental health had got better.",
            "three times as likely", "nearly twice as likely"
        ),
        ("All 11 councils took part.", "11", "12"),
        (
            "Exampleshire is 29 percentage points below all 12 councils on information and advice.",
            "29 percentage points", "22"
        ),
        ("A total of 112 budget holders replied, along with 104 carers and 40 practitioners.", "104", "105"),
        ("Of the 320 budget holders we invited, 112 answered (36%).", "36%", "35%"),
        ("Around 2 in 3 budget holders did not feel that their views were included.", "2 in 3", "66%"),
        (
            "Information and advice is where we do worst. Six in ten budget holders rated it.", "Six in ten",
            "38%"
        ),
        ("Information and advice fell by 22 points from 2024, from 60% to 37%.", "37%", "38%"),
        ("Between 56 and 74 per cent of budget holders say that their views were included.", "56", "57%"),
        (
            "A third of budget holders use their budget for personal assistants, and 34% for community and leisure.",
            "A third", "50%"
        ),
        (
            "Changing support is hard: 37% found it difficult or very difficult, and 26% found it easy.",
            "26%", "36%"
        ),
        ("Fourteen practitioners replied.", "Fourteen", "40"),
        ("Few carers said that they were better able to continue caring.", "Few", "66%"),
        ("Information and advice fell by a tenth between 2024 and 2026.", "a tenth", "38%"),
        (
            "Quality of life: twice as many budget holders as in 2024 said that it had got better.",
            "twice as many", "83%"
        ),
        (
            "The 12-point drop in information and advice among budget holders since 2024 is large.",
            "12-point", "22"
        ),
        ("Two-thirds of budget holders rated information and advice as good.", "Two-thirds", "38%"),
        (
            "About one in four budget holders pay for equipment out of their budget (27%).",
            "About one in four", "just over a quarter"
        ),
    ]) func wrongWordsOfPeopleAreNamedWithWhatIsTrue(text: String, claim: String, truth: String) throws {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let warnings = Self.warnings(text, context)
        #expect(warnings.count == 1)
        #expect(warnings.first?.message.contains(claim) == true)
        #expect(warnings.first?.hints.first?.contains(truth) == true)
    }

    /// A mark that no text says any more is told with its place and what may be meant; one that is said silences its claim.
    @Test(arguments: [
        ("93%", []), ("92%", ["did you mean '93%'?", "take the mark out of report.yaml"]),
        ("Seven of us", ["take the mark out of report.yaml"]),
    ])
    func aMarkMustStandForAClaim(mark: String, hints: [String]) throws {
        var context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let place = SourceLocation(file: "exampleshire/report.yaml", line: 4, column: 5)
        context.settings.checked = [.init(text: mark, reason: "From our records.", place: place)]
        let log = DiagnosticLog()
        let text = Block(
            .paragraph([.text("Dignity in support got better for 93% of budget holders.")]),
            location: SourceLocation(file: "a.md", line: 1))
        FactCheck(context: context).check(
            [Manuscript(blocks: [text])], writtenIn: ["a.md"], isWhole: true, log: log)
        let stale = log.warnings.filter { $0.message.contains("marked as checked") }
        #expect(stale.map(\.hints) == (hints.isEmpty ? [] : [hints]))
        #expect(stale.allSatisfy { $0.location == place })
        #expect(log.warnings.count == (hints.isEmpty ? 0 : 2))
    }

    /// What is typed in a table, a footnote, a caption, an alternative, the title of a link or as code is read as well.
    @Test(arguments: [
        (
            "| Area | Share |\n| --- | ---: |\n| Dignity in support | 86% |\n| Information and advice | 43% |",
            "43%", "4:28"
        ),
        ("| Area | Per cent |\n| --- | ---: |\n| Information and advice | 43 |", "43%", "3:28"),
        (
            "| Who | Information and advice |\n| --- | --- |\n| Aged 65 and over | better |\n| Budget holders | 43% |",
            "43%", "4:20"
        ),
        ("A note.[^1]\n\n[^1]: Information and advice is good for 43%.", "43%", "3:42"),
        ("![Information and advice is good for 43%](house.jpg) This is a house.", "43%", "1:38"),
        ("See [this](https://x.example \"Information and advice: 43%\").", "43%", "1:55"),
        ("Information and advice is good for `43%` of people.", "43%", "1:37"),
        ("One line,\nand **information and advice** is good\nfor **43** per cent.", "43 per cent", "3:7"),
        ("Since 2026, {{x|2026 43%}} information and advice is good for 43%.", "43%", "1:63"),
        ("## Information and advice\n\nOnly 43% rated it as good.", "43%", "3:6"),
        ("1. Dignity in support: 86%\n2. Information and advice: 43%", "43%", "2:28"),
    ])
    func whateverIsTypedIsHeldAgainstTheFiguresAndItsPlaceIsTold(
        text: String, claim: String, place: String
    ) throws {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let log = DiagnosticLog()
        // What stands between braces is the name of a figure in the file, and its text in the document.
        let read = MarkdownReader.read(
            text.replacing("{{x|2026 43%}} ", with: ""), file: "a.md", log: DiagnosticLog())
        FactCheck(context: context, sources: WrittenFiles(["a.md": text])).check(
            [read], writtenIn: ["a.md"], isWhole: false, log: log)
        #expect(log.warnings.count == 1)
        #expect(log.warnings.first?.message.hasPrefix("the text says '\(claim)'") == true)
        #expect(log.warnings.first?.location?.description == "a.md:\(place)")
    }

    private static func isTrue(_ words: String, of tenths: Int) -> Bool {
        let claims = ClaimScanner().claims(in: words + " people")
        guard case .quantity(let quantity)? = claims.first?.kind else { return true }
        return quantity.holds(forTyped: tenths, decimals: 1)
    }
}
