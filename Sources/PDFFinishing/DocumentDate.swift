import Diagnostics

/// The day that a PDF says it was made on: data, like everything else in it.
struct DocumentDate {
    /// As XMP writes it.
    let iso: String
    /// As the file's own information has it (ISO 32000-1, 7.9.4).
    let pdf: String

    /// A day written 2026-11-21.
    init(_ date: String) throws(Failure) {
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else {
            throw Failure("'\(date)' is not a date", hints: ["write year, month and day: 2026-11-21"])
        }
        iso = date + "T00:00:00Z"
        pdf = "D:" + parts.joined() + "000000Z"
    }
}
