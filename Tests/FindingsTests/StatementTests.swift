import Reading
import Survey
import Testing

@testable import Findings

/// What is said of invented figures, to the last word.
struct StatementTests {
    private func texts(_ findings: [Finding]) -> [String] { findings.map(\.plain) }

    @Test func questionsOnOneScaleAreGroupedByThreshold() throws {
        let report = try Invented.report([
            Invented.table("dignity", 81, of: 100), Invented.table("home", 67, of: 100),
            Invented.table("work", 30, of: 100), Invented.table("friends", 90, of: 100),
        ])
        #expect(
            texts(report.findings(.grouping)) == [
                "More than 80% of budget holders said that things had got better when it came to friends (90%) and dignity (81%).",
                "At least two thirds of budget holders said that their home had got better (67%).",
                "Fewer than half of budget holders said that paid work had got better (30%).",
            ])
        #expect(
            texts(report.findings(.extremes)) == [
                "Budget holders most often said that things had got better when it came to friends (90%). The lowest share is for paid work (30%)."
            ])
    }

    /// The thresholds, one row a side of each.
    @Test(arguments: [
        (81, 100, "over-80"), (80, 100, "two-thirds"), (67, 100, "two-thirds"), (66, 100, "half"),
        // 66.5% is printed as 67% and is less than two thirds.
        (133, 200, "half"), (50, 100, "half"), (49, 100, "under-half"), (0, 100, "under-half"),
        // 80.4% is more than 80%, though 80% is printed: the words must be true of what is printed, too.
        (201, 250, "two-thirds"), (100, 100, "over-80"),
    ]) func eachShareBelongsToTheHighestBandThatIsTrueOfIt(count: Int, base: Int, band: String) throws {
        let question = try #require(try Invented.instrument().question("dignity"))
        let measure = try #require(
            Measure(question, table: Invented.table("dignity", count, of: base), body: "this"))
        #expect(FindingRules.bands.first { $0.holds(measure) }?.id == band)
    }

    @Test func aClearDifferenceIsSaidWithBothFigures() throws {
        let all = Invented.body(
            "all", .all, councils: 12,
            [Invented.table("dignity", 600, of: 1000), Invented.table("home", 610, of: 1000)])
        let report = try Invented.report(
            [Invented.table("dignity", 80, of: 100), Invented.table("home", 61, of: 100)],
            beside: [("all", "All 12 councils", all)])
        #expect(
            texts(report.compared) == [
                "80% of budget holders said that dignity had got better. This is a higher share than in the other 11 councils (All 12 councils: 60%).",
                "There was no clear difference between Ham and the other 11 councils on one other question.",
            ])
        #expect(
            report.notes == [
                "The more questions are tested, the more differences turn up by chance alone. So the tests of one comparison are corrected together: of the differences that are called clear, 5% at most are expected to be chance (Benjamini and Hochberg).",
                "Differences between Ham and the other 11 councils: 2 tests, corrected together.",
            ])
    }

    @Test(arguments: [
        (Invented.body("east", .region, councils: 2, []), "the other council in the region"),
        (Invented.body("east", .region, councils: 4, []), "the other three councils in the region"),
        (Invented.body("all", .all, councils: nil, []), "the other councils"),
        (Invented.body("rest", .rest, []), "Other people"),
        (Invented.body("kirk", .council, []), "Other people"),
    ]) func aTotalIsCalledByWhatItHoldsBesides(results: PublishedResults, words: String) throws {
        let report = try Invented.report([], beside: [(results.body.id, "Other people", results)])
        #expect(report.bodyFamilies.map(\.others) == [words])
    }

    @Test(arguments: [
        ("All eight areas", "all eight areas", 8, "the other seven areas"),
        ("All 12 partnerships", "all 12 partnerships", 12, "the other 11 partnerships"),
        ("All two areas", "all two areas", 2, "the other area"),
        ("Everybody", "everybody", 8, "the other seven NHS areas"),
        // The words speak of another number: they are not what the total holds.
        ("All", "all nine areas", 8, "the other seven NHS areas"),
    ]) func anotherAreaIsNotCalledACouncil(label: String, inText: String, count: Int, words: String) throws {
        var own = Invented.body("ham", .nhsArea, [])
        own.tables = [Invented.table("dignity", 80, of: 100)]
        let all = Invented.body("all", .all, councils: count, [Invented.table("dignity", 600, of: 1000)])
        let instrument = try Invented.instrument()
        let report = FindingsReport(
            ComparedResults(
                instrument: instrument, own: own,
                others: [
                    .init(
                        comparator: Wave.Comparator(body: "all", label: label, inText: inText),
                        instrument: instrument, results: all)
                ]))
        #expect(report.bodyFamilies.map(\.others) == [words])
        #expect(!report.findings.contains { $0.plain.contains("council") })
        #expect(!report.notes.contains { $0.contains("council") })
    }

    @Test func categoriesStandInTheOrderOfTheQuestionnaire() throws {
        let tables = [
            Invented.table("dignity", 240, of: 400),
            Invented.table("dignity", 60, of: 120, group: "age", category: "old"),
            Invented.table("dignity", 60, of: 120, group: "age", category: "middle"),
            Invented.table("dignity", 120, of: 160, group: "age", category: "young"),
        ]
        let report = try Invented.report(tables)
        #expect(
            report.groupFamilies[0].differences.map(\.figure.category) == ["young", "middle", "old"])
    }

    @Test func changeIsSaidWithTheEarlierFigure() throws {
        let last = Invented.body(
            "ham", .council, wave: "2024",
            [Invented.table("dignity", 60, of: 100), Invented.table("home", 20, of: 29)])
        let report = try Invented.report(
            [Invented.table("dignity", 30, of: 100), Invented.table("home", 50, of: 100)],
            beside: [("last", "2024", last)])
        #expect(
            texts(report.changed) == [
                "30% of budget holders said that dignity had got better. This is down from 60% in 2024.",
                "On one question too few people answered to compare.",
            ])
        #expect(
            texts(report.notWorking).first
                == "Three in 10 budget holders said that dignity had got better (30%).")
    }

    @Test func figuresThatCannotBeTestedAreShownSideBySide() throws {
        let all = Invented.body(
            "all", .all, councils: 18,
            [Invented.published("dignity", tenths: 677, base: .rounded(6515, to: 5), margin: 14)])
        let report = try Invented.report(
            [Invented.published("dignity", tenths: 697, base: .rounded(455, to: 5), margin: 42)],
            beside: [("all", "Average of the 18 councils", all)])
        #expect(
            texts(report.compared) == [
                "69.7% of budget holders said that dignity had got better (Average of the 18 councils: 67.7%).",
                "Results are shown beside Average of the 18 councils. The two have not been tested against each other.",
            ])
        #expect(
            report.notes == [
                "Average of the 18 councils: shown, not compared on one question, because the figures are weighted or rounded, so the rest of the total cannot be worked out."
            ])
    }

    @Test func groupsAreSetAgainstEverybodyElse() throws {
        let tables = [
            Invented.table("dignity", 240, of: 400),
            Invented.table("dignity", 140, of: 160, group: "age", category: "old"),
            Invented.table("dignity", 60, of: 120, group: "age", category: "middle"),
            Invented.table("dignity", 20, of: 29, group: "age", category: "young"),
        ]
        let report = try Invented.report(tables)
        #expect(
            texts(report.findings(.groups)) == [
                "88% of budget holders in the group “75 and over” said that dignity had got better. This is a higher share than among everybody else (all budget holders: 60%).",
                "50% of budget holders in the group “65 to 74” said that dignity had got better. This is a lower share than among everybody else (all budget holders: 60%).",
            ])
        #expect(report.groupFamilies[0].differences.map(\.verdict) == [.tooFew, .lower, .higher])
    }

    @Test func groupsWithoutDifferencesAreNamed() throws {
        let tables = [
            Invented.table("dignity", 240, of: 400),
            Invented.table("dignity", 96, of: 160, group: "age", category: "old"),
            Invented.table("dignity", 15, of: 25, group: "plan", category: "easy"),
        ]
        let report = try Invented.report(tables)
        #expect(texts(report.findings(.groups)) == ["There were no clear differences by age."])
    }

    @Test func whatGoesWithAnOutcomeIsSaidInTimesAndNeverInCauses() throws {
        let tables = [
            Invented.table("dignity", 116, of: 200),
            Invented.table("dignity", 86, of: 100, group: "plan", category: "easy"),
            Invented.table("dignity", 30, of: 100, group: "plan", category: "hard"),
        ]
        let report = try Invented.report(tables)
        #expect(
            texts(report.findings(.process)) == [
                "86% of budget holders in the group “Planning was easy” said that dignity had got better. In the group “Planning was not easy” it was 30%. The first group was nearly three times as likely to say so."
            ])
        #expect(
            report.notes.last
                == "That two things go together does not show that one led to the other. Nothing else, such as age, has been allowed for."
        )
        #expect(report.findings(.groups).isEmpty)
    }

    @Test func severalOutcomesOfOneProcessAreSpokenOfTogether() throws {
        let ids = ["dignity", "home", "work"]
        let tables = ids.flatMap { id in
            [
                Invented.table(id, 116, of: 200),
                Invented.table(id, 86, of: 100, group: "care", category: "planned"),
                Invented.table(id, 30, of: 100, group: "care", category: "not-planned"),
            ]
        }
        let report = try Invented.report(tables)
        #expect(
            texts(report.findings(.process)) == [
                "Budget holders whose care was planned with them more often said that things had got better when it came to dignity (86% against 30%) and their home (86% against 30%). The same is true of paid work (86% against 30%). They were nearly three times as likely to say so of dignity, their home and paid work."
            ])
    }

    /// Of many outcomes the clearest are named, and the others counted; the smaller base is told once.
    @Test func manyOutcomesOfOneProcessAreNotAllNamed() throws {
        var text = Invented.text
        let ids = (1...8).map { "life-\($0)" }
        for id in ids {
            text +=
                "\n  - {id: \(id), theme: life, audience: holders, wording: A?, label: Part \(id.suffix(1)), scale: better}"
        }
        let instrument = try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "invented.yaml")))
        let tables = ids.enumerated().flatMap { index, id in
            [
                Invented.table(id, 90, of: 145),
                Invented.table(id, 80 - index, of: 100, group: "care", category: "planned"),
                Invented.table(id, 10, of: 45, group: "care", category: "not-planned"),
            ]
        }
        let report = try Invented.report(tables, instrument: instrument)
        let found = try #require(texts(report.findings(.process)).first)
        #expect(report.findings(.process).count == 1)
        #expect(found.contains("part 6 (75% against 22%) and two other outcomes."))
        #expect(!found.contains("part 7"))
        #expect(found.hasSuffix("In the smaller of these groups 45 people answered: read this with care."))
        #expect(report.findings(.process)[0].figures.contains { $0.question == "life-8" })
    }

    @Test func aGroupThatDiffersOnSeveralQuestionsIsSpokenOfOnce() throws {
        func tables(_ id: String, _ old: Int) -> [PublishedTable] {
            [
                Invented.table(id, 240, of: 400),
                Invented.table(id, old, of: 160, group: "age", category: "old"),
                Invented.table(id, (240 - old) / 2, of: 120, group: "age", category: "middle"),
                Invented.table(id, (240 - old) / 2, of: 120, group: "age", category: "young"),
            ]
        }
        let report = try Invented.report(
            tables("dignity", 150) + tables("home", 146) + tables("work", 140) + tables("friends", 50))
        let old = texts(report.findings(.groups)).first { $0.contains("“75 and over”") }
        #expect(
            old
                == "94% of budget holders in the group “75 and over” said that dignity had got better. This is a higher share than among everybody else (all budget holders: 60%). Higher too: 91% of them said that their home had got better (all budget holders: 60%). And 88% of them said that paid work had got better (all budget holders: 60%). Lower, though: 31% of them said that friendships had got better (all budget holders: 60%)."
        )
    }

    @Test func aDifferenceFromTwoTotalsIsSaidOnce() throws {
        let region = Invented.body("east", .region, councils: 4, [Invented.table("dignity", 270, of: 450)])
        let all = Invented.body("all", .all, councils: 12, [Invented.table("dignity", 600, of: 1000)])
        let report = try Invented.report(
            [Invented.table("dignity", 80, of: 100)],
            beside: [("region", "The East", region), ("all", "All 12 councils", all)])
        #expect(
            texts(report.compared) == [
                "80% of budget holders said that dignity had got better. This is a higher share than in the other three councils in the region (The East: 60%) and in the other 11 councils (All 12 councils: 60%)."
            ])
    }

    /// A row may be withheld for the sake of another: that few people answered would be untrue of it.
    @Test func nothingIsSaidOfWhyARowIsWithheld() throws {
        let withheld = PublishedTable(
            question: "dignity", showing: .withheld, base: .withheld, form: "full", cells: [], measure: nil)
        let protected = PublishedTable(
            question: "home", showing: .shown, base: .exact(100), form: "full", cells: [],
            measure: PublishedCell(answer: "positive", value: .withheld(.confidential)))
        let all = Invented.body(
            "all", .all, councils: 12,
            [Invented.table("dignity", 600, of: 1000), Invented.table("home", 600, of: 1000)])
        let report = try Invented.report([withheld, protected], beside: [("all", "All 12 councils", all)])
        #expect(
            texts(report.findings(.caution)) == [
                "To protect people’s privacy, we do not show what budget holders answered on dignity and their home."
            ])
        #expect(report.bodyFamilies[0].differences.allSatisfy { $0.verdict == .shownNotCompared(.notShown) })
        #expect(!report.findings.contains { $0.plain.contains("oo few") })
    }

    @Test func anOutcomeThatHalfReportSaysWhyItIsNamed() throws {
        let all = Invented.body("all", .all, councils: 12, [Invented.table("dignity", 800, of: 1000)])
        let report = try Invented.report(
            [Invented.table("dignity", 60, of: 100)], beside: [("all", "All 12 councils", all)])
        #expect(
            texts(report.notWorking) == [
                "Six in 10 budget holders said that dignity had got better (60%). This is a lower share than in the other 11 councils."
            ])
    }

    @Test func audiencesAreSetSideBySide() throws {
        let report = try Invented.report([
            Invented.table("dignity", 80, of: 100), Invented.table("carer-life", 59, of: 100),
        ])
        #expect(
            texts(report.findings(.audiences)) == [
                "59% of carers said that their own life had got better. Among budget holders, 80% said that dignity had got better."
            ])
    }

    @Test func backgroundIsNotJudged() throws {
        let report = try Invented.report([
            Invented.table("pain", 10, of: 100), Invented.table("knew", 40, of: 100),
        ])
        #expect(texts(report.notWorking) == ["Four in 10 budget holders knew the amount (40%)."])
    }

    @Test func smallBasesAreSaid() throws {
        let report = try Invented.report([
            Invented.table("dignity", 30, of: 40), Invented.table("home", 60, of: 100),
            Invented.table("work", 10, of: 20),
            Invented.table("carer-life", 30, of: 35),
        ])
        #expect(
            texts(report.findings(.caution)) == [
                "Few budget holders answered on dignity (40). Read these results with care.",
                "Too few budget holders answered to show percentages for paid work.",
                "Few carers answered: 35. Read these results with care.",
            ])
        #expect(report.working.isEmpty)
    }

    @Test func aThemeOpensWithItsHighestAndLowestOrItsHeadlines() throws {
        let report = try Invented.report([
            Invented.table("dignity", 80, of: 100), Invented.table("home", 60, of: 100),
            Invented.table("carer-life", 30, of: 35),
        ])
        #expect(
            texts(report.opening(of: "life")) == [
                "Eight in 10 budget holders said that dignity had got better (80%).",
                "Six in 10 budget holders said that their home had got better (60%).",
                "More than 8 in 10 carers said that their own life had got better (86%). Few carers answered: read this with care.",
            ])
        #expect(report.opening(of: "health").isEmpty)
    }

    /// What few people answered could be the lowest: the sentence says what it leaves out.
    @Test func theLowestShareIsOfWhatEnoughPeopleAnswered() throws {
        let report = try Invented.report([
            Invented.table("dignity", 81, of: 100), Invented.table("home", 67, of: 100),
            Invented.table("work", 8, of: 40), Invented.table("friends", 90, of: 100),
            Invented.table("knew", 40, of: 100), Invented.table("carer-life", 60, of: 100),
        ])
        #expect(report.findings(.extremes).isEmpty)
        let more = try Invented.report([
            Invented.table("dignity", 81, of: 100), Invented.table("home", 67, of: 100),
            Invented.table("work", 30, of: 100), Invented.table("friends", 40, of: 40),
        ])
        #expect(more.findings(.extremes).isEmpty)
        var text = Invented.text
        text += "\n  - {id: sleep, theme: life, audience: holders, wording: A?, label: Sleep, scale: better}"
        let instrument = try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "invented.yaml")))
        let told = try Invented.report(
            [
                Invented.table("dignity", 81, of: 100), Invented.table("home", 67, of: 100),
                Invented.table("work", 8, of: 40), Invented.table("friends", 90, of: 100),
                Invented.table("sleep", 50, of: 100),
            ], instrument: instrument)
        #expect(
            texts(told.opening(of: "life")) == [
                "Budget holders most often said that things had got better when it came to friends (90%). Where enough people answered, the lowest share is for sleep (50%)."
            ])
    }

    @Test func aThemeSaysWhereItStandsBesideOthersAndLastTime() throws {
        let all = Invented.body(
            "all", .all, councils: 12,
            [Invented.table("dignity", 600, of: 1000), Invented.table("home", 600, of: 1000)])
        let last = Invented.body("ham", .council, wave: "2024", [Invented.table("home", 60, of: 100)])
        let report = try Invented.report(
            [Invented.table("dignity", 80, of: 100), Invented.table("home", 30, of: 100)],
            beside: [("all", "All 12 councils", all), ("last", "2024", last)])
        #expect(
            texts(report.opening(of: "life")) == [
                "Eight in 10 budget holders said that dignity had got better (80%).",
                "Three in 10 budget holders said that their home had got better (30%).",
                "The share is higher than in the other 11 councils for dignity (80%). The share is lower than in the other 11 councils for their home (30%). Since 2024 the share is down for their home (30%).",
            ])
    }

    @Test func aSummaryHasAtMostSixStatements() throws {
        let ids = ["dignity", "home", "work", "friends", "knew", "carer-life"]
        let all = Invented.body("all", .all, councils: 12, ids.map { Invented.table($0, 600, of: 1000) })
        let report = try Invented.report(
            ids.map { Invented.table($0, 40, of: 100) }, beside: [("all", "All 12 councils", all)])
        #expect(report.summary.count <= 6)
        #expect(report.summary.contains { $0.kind == .compared })
        #expect(report.summary.last?.kind == .notWorking)
        #expect(Set(report.findings.map(\.id)).count == report.findings.count)
    }
}
