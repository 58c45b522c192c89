/// A day of the calendar, as data: it never comes from the clock.
package struct CalendarDate: Hashable, Sendable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nil unless that day exists in a year from 1 to 9999 of the Gregorian calendar.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads "2027-03-14"; nil for any other form, and for days that do not exist.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Self.number(parts[0]),
            let month = Self.number(parts[1]), let day = Self.number(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// "2027-03-14".
    package var iso: String {
        let pad = { (value: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }

    /// "14 March 2027".
    package var inWords: String { "\(day) \(Self.months[month - 1]) \(year)" }

    private static func number(_ digits: some StringProtocol) -> Int? {
        digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(digits) : nil
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

extension CalendarDate: Comparable {
    package static func < (first: Self, second: Self) -> Bool {
        (first.year, first.month, first.day) < (second.year, second.month, second.day)
    }
}

extension English {
    /// "14 March 2027" from "2027-03-14"; nil if that is no day.
    package static func date(iso text: String) -> String? { CalendarDate(iso: text)?.inWords }
}
