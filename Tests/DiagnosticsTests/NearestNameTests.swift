import Diagnostics
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("tilte", "title"), ("Title", "title"), ("titel", "title"), ("ttle", "title"), ("titles", "title"),
        ("shares", "share"), ("xyz", nil), ("", nil), ("t", nil), ("unrelated", nil),
    ])
    func aNameNearEnoughIsFound(_ row: (name: String, near: String?)) {
        #expect(nearestName(to: row.name, in: ["share", "title", "base"]) == row.near)
    }

    @Test func tiesGoToTheEarlierName() {
        #expect(nearestName(to: "cat", in: ["bat", "hat"]) == "bat")
    }

    @Test func withoutANearNameTheNamesAreListed() {
        #expect(hints(forUnknown: "zzzz", among: ["a", "b"], listing: "keys here") == ["keys here: a, b"])
        #expect(
            hints(forUnknown: "titel", among: ["title"], listing: "keys here") == ["did you mean 'title'?"])
        #expect(hints(forUnknown: "x", among: [], listing: "keys here") == [])
        let many = (1...14).map { "number-\($0)" }
        #expect(
            hints(forUnknown: "zzzz", among: many, listing: "keys")
                == ["keys: " + many.prefix(12).joined(separator: ", ") + " and 2 more"])
    }

    @Test func ofManyNamesThoseThatBeginAlikeAreListedFirst() {
        let many = (1...14).map { "carers.q\($0).base" } + ["holders.dignity.base", "holders.home.base"]
        let said = hints(forUnknown: "holders.meals.positive@this", among: many, listing: "names")
        #expect(
            said.first?.hasPrefix("names: holders.dignity.base, holders.home.base, carers.q1.base") == true)
    }
}
