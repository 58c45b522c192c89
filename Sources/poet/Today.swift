import Diagnostics
import Glibc
import Survey

/// The clock is read here and nowhere else.
enum Today {
    /// Today's date in UTC, YYYY-MM-DD.
    static var iso: String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        let text = { (number: Int32) in (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)-\(text(parts.tm_mon + 1))-\(text(parts.tm_mday))"
    }

    /// The date of an option, else today's.
    static func checked(_ date: String?) throws(Failure) -> String {
        guard let date else { return iso }
        if WaveReader.isDate(date) { return date }
        throw Failure("'--date' is '\(date)', expected a date such as 2026-03-31")
    }
}
