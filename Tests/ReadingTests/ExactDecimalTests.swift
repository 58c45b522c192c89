import Reading
import Testing

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("69.70", 6970, 2), ("0", 0, 0), ("-0.5", -5, 1), ("007", 7, 0),
        ("123456789012345", 123_456_789_012_345, 0),
        ("0.123456789", 123_456_789, 9),
    ])
    func aPlainNumberKeepsItsDecimals(_ row: (literal: String, units: Int, decimals: Int)) {
        #expect(ExactDecimal(literal: row.literal) == ExactDecimal(units: row.units, decimals: row.decimals))
    }

    @Test(arguments: [
        "", "-", ".", "5.", ".5", "+5", "--5", "1e3", "1,000", "1.2.3", "NaN", " 5", "1234567890123456",
        "0.1234567890",
        "٣",
    ])
    func anythingElseIsNoNumber(_ literal: String) {
        #expect(ExactDecimal(literal: literal) == nil)
    }

    @Test func moreDecimalsAreExactAndFewerAreRefused() {
        let number = ExactDecimal(units: 697, decimals: 1)
        #expect(number.units(atDecimals: 3) == 69_700 && number.units(atDecimals: 0) == nil)
        #expect(ExactDecimal(units: 999_999_999_999_999, decimals: 0).units(atDecimals: 9) == nil)
    }

    @Test func theFloatingPointNumberIsTheNearest() {
        var random = SplitMix64(state: 3)
        for _ in 0..<2_000 {
            let number = ExactDecimal(
                units: Int.random(in: -999_999_999_999...999_999_999_999, using: &random),
                decimals: Int.random(in: 0...9, using: &random))
            guard case .number(let literal) = JSONValue.decimal(number) else {
                Issue.record("expected a number")
                return
            }
            #expect(number.double == Double(literal))
            #expect(ExactDecimal(literal: literal) == number)
        }
    }
}
