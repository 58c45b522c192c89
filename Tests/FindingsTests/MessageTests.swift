import Survey
import Testing

@testable import Findings

/// Which messages come first where there is room for a few.
struct MessageTests {
    private static func all(_ shares: [(String, Int)]) -> (String, String, PublishedResults) {
        let tables = shares.map { Invented.table($0.0, $0.1 * 10, of: 1000) }
        return ("all", "All 12 councils", Invented.body("all", .all, councils: 12, tables))
    }

    @Test func differencesComeFirstThenChangesThenSharesThenFewAnswers() throws {
        let last = Invented.body("ham", .council, wave: "2024", [Invented.table("home", 20, of: 100)])
        let report = try Invented.report(
            [
                Invented.table("dignity", 39, of: 40), Invented.table("home", 60, of: 100),
                Invented.table("work", 30, of: 100), Invented.table("friends", 95, of: 100),
            ],
            beside: [Self.all([("work", 60), ("home", 60), ("friends", 94)]), ("last", "2024", last)])
        #expect(report.messages.map(\.question.id) == ["work", "home", "friends", "dignity"])
        #expect(report.messages.map(\.reason) == [.compared, .changed, .share, .few])
        #expect(report.messages.map(\.news) == [.poor, .good, .good, .neither])
    }

    @Test func theClearestDifferenceIsTheOneWhoseIntervalEndsFarthestFromNone() throws {
        // Work lies further from the others; of home so many more answered that its interval ends further off.
        let report = try Invented.report(
            [Invented.table("work", 27, of: 35), Invented.table("home", 700, of: 1000)],
            beside: [
                (
                    "all", "All 12 councils",
                    Invented.body(
                        "all", .all, councils: 12,
                        [Invented.table("work", 430, of: 1000), Invented.table("home", 2500, of: 5000)])
                )
            ])
        #expect(report.messages.map(\.question.id) == ["home", "work"])
        let points = report.bodyFamilies[0].differences.compactMap(\.points)
        #expect(points == [25, 35])
    }

    @Test func ofSharesHeadlinesComeFirstAndHalfIsWorthLeast() throws {
        let report = try Invented.report([
            Invented.table("dignity", 53, of: 100), Invented.table("knew", 20, of: 100),
            Invented.table("home", 90, of: 100), Invented.table("work", 90, of: 200),
        ])
        #expect(report.messages.map(\.question.id) == ["knew", "dignity", "home", "work"])
        // Just over half could be half.
        #expect(report.messages.map(\.distance)[1] == 0)
    }

    @Test func whatIsLikeInEveryWayKeepsTheOrderOfTheQuestionnaire() throws {
        let ids = ["friends", "work", "home"]
        let report = try Invented.report(ids.map { Invented.table($0, 70, of: 100) })
        #expect(report.messages.map(\.question.id) == ["home", "work", "friends"])
    }

    @Test func aPickMixesGoodNewsAndPoor() throws {
        let own = [("dignity", 90), ("home", 85), ("work", 40), ("friends", 80), ("carer-life", 45)]
        let report = try Invented.report(own.map { Invented.table($0.0, $0.1, of: 100) })
        #expect(report.strongest(1).map(\.question.id) == ["dignity"])
        #expect(report.strongest(2).map(\.question.id) == ["dignity", "work"])
        #expect(report.strongest(4).map(\.question.id) == ["dignity", "home", "work", "carer-life"])
        #expect(report.strongest(9).count == 5)
        #expect(report.strongest(3, of: "carers").map(\.question.id) == ["carer-life"])
        #expect(report.strongest(0).isEmpty)
    }

    @Test func whereThereIsNoGoodNewsNoneIsMadeUp() throws {
        let ids = ["dignity", "home", "work"]
        let report = try Invented.report(ids.map { Invented.table($0, 20, of: 100) })
        #expect(report.strongest(3).map(\.news) == [.poor, .poor, .poor])
    }

    @Test func aHigherShareThatIsStillFewerThanHalfIsPoorNews() throws {
        let report = try Invented.report(
            [Invented.table("dignity", 40, of: 100)], beside: [Self.all([("dignity", 20)])])
        #expect(report.messages.map(\.news) == [.poor])
        #expect(
            report.messages.first?.statement.plain
                == "Four in 10 budget holders said that dignity had got better.")
    }

    @Test func whatSetsAShareApartIsOneSentence() throws {
        let last = Invented.body("ham", .council, wave: "2024", [Invented.table("dignity", 95, of: 100)])
        let report = try Invented.report(
            [Invented.table("dignity", 80, of: 100)],
            beside: [Self.all([("dignity", 60)]), ("last", "2024", last)])
        #expect(
            report.messages.first?.beside?.plain
                == "This is a higher share than in the other 11 councils (All 12 councils: 60%), but down from 95% in 2024."
        )
        #expect(report.messages.first?.news == .neither)
    }

    @Test func theSummaryTellsOfAQuestionOnce() throws {
        let report = try Invented.report(
            [Invented.table("dignity", 30, of: 100), Invented.table("home", 35, of: 100)],
            beside: [Self.all([("dignity", 70), ("home", 36)])])
        #expect(
            report.summary.map(\.id) == [
                "headline.holders.dignity", "compared.all.dignity", "not-working.home",
            ])
    }
}
