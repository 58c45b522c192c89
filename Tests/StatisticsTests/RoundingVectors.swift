import Statistics
import Testing

@Suite struct RoundingVectors {
    @Test func roundingAgreesWithTheReference() throws {
        try VectorFile("11_rounding").check { row in
            let counts = try row.ints("counts")
            let base = try row.int("n")
            #expect(counts.reduce(0, +) == base, "\(row.label)")
            // Without answers there is no percentage; the reference writes 0.
            let percentages = { (decimals: Int, half: HalfRule) in
                counts.map { Rounding.percentage($0, of: base, decimals: decimals, half: half) }
                    .map { base == 0 && $0 == nil ? 0 : $0 }
            }
            let whole = percentages(0, .up)
            #expect(whole == (try row.ints("nearestPct0dpHalfUp")), "\(row.label)")
            #expect(whole.compactMap { $0 }.reduce(0, +) == (try row.int("sumNearest")), "\(row.label)")
            #expect(percentages(0, .even) == (try row.ints("nearestPct0dpHalfEven")), "\(row.label)")
            #expect(percentages(1, .up) == (try row.ints("nearestPct1dpHalfUp_x10")), "\(row.label)")
            let filled = try row.ints("largestRemainder0dp")
            #expect(Rounding.largestRemainder(counts) == filled, "\(row.label)")
            let finer = try row.ints("largestRemainder1dp_x10")
            #expect(Rounding.largestRemainder(counts, decimals: 1) == finer, "\(row.label)")
            let fives = counts.map { Rounding.nearest(multipleOf: 5, to: $0) }
            #expect(fives == (try row.ints("nearest5Counts")), "\(row.label)")
        }
    }

    @Test func baseRulesAgreeWithTheReference() throws {
        let thresholds = try #require(
            BaseThresholds(withholdBelow: 10, noPercentageBelow: 30, cautionBelow: 50))
        let rules = ["under5": 5, "NHS1to7": 8, "under10": 10]
        try VectorFile("15_base_rules").check([
            "baseRule": {
                let verdict = thresholds.verdict(base: try $0.int("n"))
                #expect(verdict?.rawValue == (try $0.text("proposed")), "\($0.label)")
            },
            "minimumSample": {
                let replies = ["users": try $0.int("users"), "carers": try $0.int("carers")]
                let enough = meetsMinimumSamples(replies, minimum: ["users": 100, "carers": 100])
                #expect(enough == (try $0.flag("publishable")), "\($0.label)")
            },
            "primaryCount": {
                let count = try $0.int("count")
                for (name, threshold) in rules.sorted(by: { $0.key < $1.key }) {
                    let rule = try #require(SmallCountRule(threshold: threshold))
                    #expect(rule.protects(count) == (try $0.flag(name)), "\($0.label), \(name)")
                }
            },
        ])
    }
}
