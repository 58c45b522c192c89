import Language
import Testing

@Suite struct Dates {
    @Test(arguments: [
        ("2027-03-14", "14 March 2027"), ("2026-11-01", "1 November 2026"),
        ("2028-02-29", "29 February 2028"),
        ("2000-02-29", "29 February 2000"), ("0987-12-31", "31 December 987"),
    ])
    func anISODateIsWrittenOut(iso: String, words: String) {
        #expect(English.date(iso: iso) == words)
        #expect(CalendarDate(iso: iso)?.iso == iso)
    }

    @Test(arguments: [
        "2027-02-29", "1900-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00", "2027-1-01",
        "27-03-14", "2027/03/14", "14-03-2027", "2027-03-14T00:00", "", "2027-03-", "+027-03-14",
        "2027-03-1४", "0000-01-01", "2027-03-14 ", "2027--3-14",
    ])
    func whatIsNoDayIsNone(iso: String) {
        #expect(CalendarDate(iso: iso) == nil)
        #expect(English.date(iso: iso) == nil)
    }

    @Test func daysHaveAnOrder() throws {
        let texts = ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-01"]
        let days = try texts.map { try #require(CalendarDate(iso: $0)) }
        #expect(days.reversed().sorted() == days)
    }
}
