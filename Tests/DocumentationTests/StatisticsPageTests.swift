import Foundation
import TestSupport
import Testing

/// The worked examples of docs/statistics.md, worked again from the files that they speak of, by formulas written here.
struct StatisticsPageTests {
    private struct Share {
        var count: Double
        var base: Double
        var share: Double { count / base }

        static func - (a: Share, b: Share) -> Share { Share(count: a.count - b.count, base: a.base - b.base) }

        /// Wilson 1927.
        var interval: (low: Double, high: Double) {
            let square = z95 * z95
            let centre = (share + square / (2 * base)) / (1 + square / base)
            let half =
                z95 / (1 + square / base)
                * (share * (1 - share) / base + square / (4 * base * base)).squareRoot()
            return (centre - half, centre + half)
        }
    }

    private static let z95 = 1.959963984540054

    private static let positive: Set<String> = [
        "lot-better", "better", "very-good", "good", "very-easy", "easy", "fully", "mostly", "yes",
        "assistants",
    ]

    private func tables(_ path: String) throws -> [[String: Any]] {
        let root = try JSONSerialization.jsonObject(with: Data(try Repository.text("Examples/" + path).utf8))
        return try #require((root as? [String: Any])?["tables"] as? [[String: Any]])
    }

    private func share(
        _ question: String, of body: String, group: String? = nil, category: String? = nil
    ) throws -> Share {
        let table = try #require(
            try tables("exampleshire/2026/private/\(body).json").first {
                $0["question"] as? String == question && $0["group"] as? String == group
                    && $0["category"] as? String == category
            })
        let answers = try #require(table["answers"] as? [String: NSNumber])
        let count = answers.filter { Self.positive.contains($0.key) }.values.reduce(0.0) {
            $0 + $1.doubleValue
        }
        return Share(count: count, base: try #require(table["replies"] as? NSNumber).doubleValue)
    }

    private func test(_ a: Share, _ b: Share) -> (z: Double, p: Double) {
        let pooled = (a.count + b.count) / (a.base + b.base)
        let z = (a.share - b.share) / (pooled * (1 - pooled) * (1 / a.base + 1 / b.base)).squareRoot()
        return (z, erfc(abs(z) / 2.0.squareRoot()))
    }

    /// Newcombe 1998, method 10, in percentage points.
    private func newcombe(_ a: Share, _ b: Share) -> String {
        let difference = a.share - b.share
        let low = difference - hypot(a.share - a.interval.low, b.interval.high - b.share)
        let high = difference + hypot(a.interval.high - a.share, b.share - b.interval.low)
        return String(format: "%.1f to %.1f", 100 * low, 100 * high)
    }

    private func row(_ name: String, _ share: Share) -> String {
        "| \(name) | \(grouped(share.count)) | \(grouped(share.base)) | \(Int((100 * share.share).rounded()))% |"
    }

    private func grouped(_ number: Double) -> String {
        let digits = String(Int(number))
        return digits.count > 3 ? "\(digits.dropLast(3)),\(digits.suffix(3))" : digits
    }

    /// The page as one line, so that its lines may break anywhere.
    private func page() throws -> String {
        try Repository.text("docs/statistics.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func theExampleOfADifferenceIsRight() throws {
        let page = try page()
        let own = try share("family", of: "exampleshire")
        let all = try share("family", of: "all")
        let rest = all - own
        let (z, p) = test(own, rest)
        let questions = try tables("exampleshire/2026/private/exampleshire.json").filter {
            $0["group"] == nil
        }
        .compactMap { $0["question"] as? String }
        let pValues = try questions.map { question -> (question: String, p: Double) in
            let own = try share(question, of: "exampleshire")
            return (question, test(own, try share(question, of: "all") - own).p)
        }.sorted { $0.p < $1.p }
        let count = pValues.count
        // Benjamini and Hochberg 1995.
        let adjusted = pValues.indices.map { index in
            pValues[index...].enumerated().map { Double(count) * $1.p / Double(index + $0 + 1) }.min() ?? 1
        }
        let rank = try #require(pValues.firstIndex { $0.question == "family" })
        let clear = adjusted.count { $0 < 0.05 }
        let next = pValues[clear]
        for line in [
            row("Exampleshire", own), row("all 12 councils", all), row("the other 11 councils", rest),
            String(format: "is %.0f%% to %.0f%%.", 100 * own.interval.low, 100 * own.interval.high),
            "\(grouped(all.count)) − \(grouped(own.count)) = \(grouped(rest.count)) of \(grouped(all.base)) − "
                + "\(grouped(own.base)) = \(grouped(rest.base)).",
            String(
                format: "%.1f%% − %.1f%% = %.0f percentage points", 100 * own.share, 100 * rest.share,
                100 * (own.share - rest.share)),
            "Newcombe's interval is \(newcombe(own, rest)).",
            String(format: "z = %.2f, p = %.5f", z, p),
            "\(count) questions were compared",
            String(format: "\(count) × %.5f / \(rank + 1) = %.4f", p, adjusted[rank]),
            String(format: "has p = %.3f alone and %.2f among the \(count)", next.p, adjusted[clear]),
            String(format: "z would be %.2f.", test(own, all).z),
        ] { #expect(page.contains(line), "\(line)") }
        #expect(rank == 2)
        #expect(page.contains("Two p-values are smaller"))
        #expect(clear == 6)
        #expect(page.contains("Six of the \(count) questions are clear"))
        #expect(next.question == "choice-and-control")
    }

    @Test func theExampleOfProcessAndOutcomeIsRight() throws {
        let page = try page()
        let first = try share("physical-health", of: "exampleshire", group: "ease", category: "easy")
        let second = try share("physical-health", of: "exampleshire", group: "ease", category: "not-easy")
        let (b, d) = (first.base - first.count, second.base - second.count)
        let ratio = first.share / second.share
        let spread = (1 / first.count - 1 / first.base + 1 / second.count - 1 / second.base).squareRoot()
        let odds = first.count * d / (b * second.count)
        let oddsSpread = (1 / first.count + 1 / b + 1 / second.count + 1 / d).squareRoot()
        let ends = { (value: Double, spread: Double) in
            String(format: "%.2f to %.2f", value * exp(-Self.z95 * spread), value * exp(Self.z95 * spread))
        }
        for line in [
            row("found it easy", first), row("did not", second),
            String(format: "%.0f percentage points", 100 * (first.share - second.share)),
            "Newcombe's interval is \(newcombe(first, second)).",
            String(format: "%.1f%% / %.1f%% = %.2f", 100 * first.share, 100 * second.share, ratio),
            "Katz's interval is \(ends(ratio, spread)).",
            String(format: "(%.0f × %.0f) / (%.0f × %.0f) = %.2f", first.count, d, b, second.count, odds),
            "Woolf's interval is \(ends(odds, oddsSpread)).",
            String(
                format:
                    "of the %.0f whose health got better, %.0f%% had found it easy; of the %.0f others, %.0f%%.",
                first.count + second.count, 100 * first.count / (first.count + second.count), b + d,
                100 * b / (b + d)),
        ] { #expect(page.contains(line), "\(line)") }
    }

    @Test func theExampleOfNorfolkIsRight() throws {
        let page = try page()
        var values: [String: (share: Double, margin: Double)] = [:]
        for body in ["norfolk", "all"] {
            let table = try #require(
                try tables("ascs-2020-21/private/\(body).json").first {
                    $0["question"] as? String == "satisfaction" && $0["group"] == nil
                })
            let share = (table["answers"] as? [String: Any])?["very-satisfied"] as? NSNumber
            let margin = (table["margins"] as? [String: Any])?["very-satisfied"] as? NSNumber
            values[body] = (try #require(share).doubleValue, try #require(margin).doubleValue)
        }
        let own = try #require(values["norfolk"])
        let all = try #require(values["all"])
        for line in [
            String(
                format: "%.1f%% are extremely or very satisfied, with a margin of %.1f points", own.share,
                own.margin),
            String(format: "%.1f%% to %.1f%%", own.share - own.margin, own.share + own.margin),
            String(format: "have %.1f%%, with a margin of %.1f", all.share, all.margin),
        ] { #expect(page.contains(line), "\(line)") }
    }
}
