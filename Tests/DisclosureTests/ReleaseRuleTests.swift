import Diagnostics
import RawResults
import TestSupport
import Testing

@testable import Disclosure
@testable import Survey

/// Consent, earlier releases, permitted merges, and totals that are not what they say.
@Suite struct ReleaseRuleTests {
    private let release = Release(
        instrument: InventedWave.instrument, policy: InventedWave.standard, wave: "w")

    private func told(_ work: () throws(Failure) -> some Any) -> String {
        do {
            _ = try work()
            return ""
        } catch {
            return error.description
        }
    }

    @Test func aBodyWithoutConsentHasNoResultsAndNoTotalTellsOfIt() throws {
        var random = SplitMix64(seed: 3)
        let bodies = InventedWave.bodies(&random)
        let disclosed = try release.disclose(bodies, consent: MissingConsent(["c1"]))
        #expect(disclosed.results.map(\.body.id) == ["c0", "c2", "all"])
        let all = try #require(disclosed.results.last)
        #expect(all.tables.allSatisfy { $0.showing == .withheld })
        #expect(all.responses.map(\.replies) == [.withheld])
        #expect(disclosed.warnings.map(\.message).contains { $0.contains("'c1', which has not consented") })
        #expect(!disclosed.audit.publicText(of: disclosed.results).contains("c1"))
        #expect(disclosed.audit.fullText.contains("\"withoutConsent\""))
    }

    @Test func aTotalStandsWhereThreeHaveNotConsented() throws {
        var random = SplitMix64(seed: 3)
        let bodies = InventedWave.bodies(&random)
        let disclosed = try release.disclose(bodies, consent: MissingConsent(["c0", "c1", "c2"]))
        #expect(disclosed.results.map(\.body.id) == ["all"])
        #expect(disclosed.results[0].table("dignity")?.showing != .withheld)
    }

    @Test(arguments: [
        ("c7", "unknown body 'c7' in 'withoutConsent'"), ("all", "'all' in 'withoutConsent' is a total"),
    ]) func onlyACouncilOfTheWaveCanWithholdConsent(id: String, message: String) {
        var random = SplitMix64(seed: 3)
        let bodies = InventedWave.bodies(&random)
        let text = told { () throws(Failure) in
            try release.disclose(bodies, consent: MissingConsent([id]))
        }
        #expect(text.contains(message))
    }

    @Test func categoriesThatAreTooSmallAreShownTogetherWhereThatIsPermitted() throws {
        var instrument = InventedWave.instrument
        instrument.groups[0].merges = [
            Instrument.Category(id: "others", label: "Others", parts: ["provider", "friend"])
        ]
        let counts = [[20, 20, 10, 6, 6], [20, 20, 10, 6, 6], [10, 10, 8, 6, 6], [1, 1, 1, 1, 0]]
        let raw = InventedWave.results(Body(id: "c", name: "C", kind: .council), counts)
        let published = try Release(instrument: instrument, policy: InventedWave.standard, wave: "w")
            .publish([raw])[0]
        #expect(published.tables.compactMap(\.category) == ["direct", "council", "others"])
        #expect(published.table("dignity", group: "held", category: "others")?.base == .exact(44))
        #expect(published.notes.count == 1)
        #expect(published.notes[0].contains("are shown together as “Others”"))
        #expect(try release.publish([raw])[0].notes.isEmpty)
    }

    // MARK: Earlier releases

    private func earlier(_ results: [PublishedResults]) -> EarlierRelease {
        EarlierRelease(
            name: "draft-1",
            results: results.map {
                EarlierRelease.Results(file: "earlier/draft-1/\($0.body.id).json", results: $0)
            })
    }

    @Test func theSameReleaseAgainTellsNothingNew() throws {
        var random = SplitMix64(seed: 21)
        let bodies = InventedWave.bodies(&random)
        let first = try release.publish(bodies)
        let second = try release.disclose(bodies, earlier: [earlier(first)])
        #expect(second.results == first)
        #expect(second.audit.fullText.contains("draft-1"))
    }

    @Test func whatADraftHasToldIsKnownToTheOutsider() throws {
        // The draft told everybody and one council; the total of the two others would now follow.
        let counts = [[20, 20, 10, 6, 6], [20, 20, 10, 6, 6], [20, 20, 10, 6, 6], [12, 9, 8, 7, 6]]
        let raw = InventedWave.results(Body(id: "c", name: "C", kind: .council), counts)
        var draft = try release.publish([raw])[0]
        #expect(draft.table("dignity", group: "held", category: "friend")?.showing == .caution)
        draft.tables.removeAll { $0.category == "friend" }
        var strict = InventedWave.standard
        strict.withholdBelow = 45
        strict.percentagesFrom = 45
        let later = Release(instrument: InventedWave.instrument, policy: strict, wave: "w")
        let disclosed = try later.disclose([raw], earlier: [earlier([draft])])
        let friend = disclosed.audit.entries.filter { $0.category == "friend" }
        #expect(!friend.isEmpty)
        #expect(friend.allSatisfy { $0.isToldBefore })
    }

    @Test(arguments: [(RoundingMode.five, RoundingMode.exact), (.exact, .five)])
    func nothingIsPublishedAfterADraftWithTheOtherRounding(draft: RoundingMode, now: RoundingMode) throws {
        var random = SplitMix64(seed: 8)
        let bodies = InventedWave.bodies(&random)
        func release(_ rounding: RoundingMode) -> Release {
            var policy = InventedWave.standard
            policy.rounding = rounding
            return Release(instrument: InventedWave.instrument, policy: policy, wave: "w")
        }
        let told = try earlier(release(draft).publish(bodies))
        #expect(
            said { () throws(Failure) in try release(now).disclose(bodies, earlier: [told]) } == [
                "earlier/draft-1/c0.json: the earlier release 'draft-1' has the rounding '\(draft.rawValue)', and this one "
                    + "'\(now.rawValue)' | the same numbers in two roundings tell more than either: take a policy with the "
                    + "rounding of what has been told, or take the earlier release out of earlier/ if nobody has seen it"
            ])
        #expect(try release(draft).disclose(bodies, earlier: [told]).results == told.results.map(\.results))
    }

    @Test func anEarlierReleaseThatContradictsTheAnswersIsAnError() throws {
        var random = SplitMix64(seed: 21)
        var bodies = InventedWave.bodies(&random)
        let first = try release.publish(bodies)
        bodies.removeLast()
        let text = told { () throws(Failure) in try release.disclose(bodies, earlier: [earlier(first)]) }
        #expect(
            text.contains("'earlier/draft-1/all.json' is about 'all', of which private/ holds no results"))
        let other = InventedWave.bodies(&random)
        let contradiction = told { () throws(Failure) in
            try release.disclose(other, earlier: [earlier(first)])
        }
        #expect(
            contradiction.contains("earlier/draft-1/c1.json: error: the base of 'dignity' was told as "))
        #expect(contradiction.contains("replies from holders were told, and private/ has "))
    }

    // MARK: Totals

    @Test func aTotalOfNoOthersThatHasMoreIsAnError() {
        var random = SplitMix64(seed: 9)
        var bodies = InventedWave.bodies(&random)
        bodies[3].tables[0].answers[0].value = .count(100_000)
        let theirs = bodies[..<3].reduce(0) { $0 + $1.tables[0].count(of: ["lot-better"]) }
        #expect(
            told { () throws(Failure) in try release.publish(bodies) }.contains(
                "'all' has 100000 answers 'lot-better' to 'dignity', more than the \(theirs) of 'c0', 'c1', 'c2' together, "
                    + "and it holds no others"))
    }

    @Test func aTotalOfFewerCouncilsThanAreInItIsAnError() {
        var random = SplitMix64(seed: 9)
        var bodies = InventedWave.bodies(&random)
        bodies[3].body.councils = 2
        #expect(
            told { () throws(Failure) in try release.publish(bodies) }.contains(
                "'all' says that it holds 2 councils, and 3 of this wave are in it: 'c0', 'c1', 'c2'"))
    }

    @Test func aRestThatHoldsTheCouncilAfterAllIsAnError() throws {
        var random = SplitMix64(seed: 9)
        var bodies = InventedWave.bodies(&random)
        var rest = bodies[3]
        rest.body = Body(id: "others", name: "The rest", kind: .rest, councils: 2, without: "c0")
        bodies.append(rest)
        #expect(
            told { () throws(Failure) in try release.publish(bodies) }.contains(
                "'others' says that it leaves out 'c0', and its answers to 'dignity' are all of 'all'"))
        bodies[4].body.without = "c9"
        #expect(
            told { () throws(Failure) in try release.publish(bodies) }.contains(
                "'others' says that it leaves out 'c9', and there are no results of that body"))
    }

    @Test func aRegionAndItsCouncilMustAgree() {
        var random = SplitMix64(seed: 9)
        var bodies = InventedWave.bodies(&random)
        bodies[0].body.region = "south"
        bodies[3].body = Body(
            id: "south", name: "South", kind: .region, councils: 3, holds: ["c1", "c2", "c5"])
        let text = told { () throws(Failure) in try release.publish(bodies) }
        #expect(text.contains("'south' says that it holds 'c5', and there are no results of that body"))
        #expect(text.contains("'c0' says that it is in 'south', which does not say that it holds it"))
    }
}
