import Diagnostics
import Reading
import Testing

@Suite struct JSONTextTests {
    @Test func leavesStandOnOneLineAndNestsAreIndented() {
        let value: JSONValue = [
            "format": "poet-published/1", "empty": [], "nothing": [:],
            "cells": [["id": "a", "share": .number("69.70")], ["id": "b", "share": .null]],
            "wide": .list((0..<40).map { .integer($0 * 1000) }.prefix(20).map(\.self)),
        ]
        #expect(
            JSONText.write(value) == """
                {
                  "format": "poet-published/1",
                  "empty": [],
                  "nothing": {},
                  "cells": [
                    { "id": "a", "share": 69.70 },
                    { "id": "b", "share": null }
                  ],
                  "wide": [
                    0,
                    1000,
                    2000,
                    3000,
                    4000,
                    5000,
                    6000,
                    7000,
                    8000,
                    9000,
                    10000,
                    11000,
                    12000,
                    13000,
                    14000,
                    15000,
                    16000,
                    17000,
                    18000,
                    19000
                  ]
                }

                """)
    }

    @Test(arguments: [(6970, 2, "69.70"), (5, 3, "0.005"), (-5, 1, "-0.5"), (0, 0, "0"), (-12, 0, "-12")])
    func aDecimalKeepsItsDecimals(_ row: (units: Int, decimals: Int, text: String)) {
        let number = ExactDecimal(units: row.units, decimals: row.decimals)
        #expect(JSONValue.decimal(number) == .number(row.text))
        #expect(ExactDecimal(literal: row.text) == number)
    }

    @Test func textIsEscapedAsLittleAsAllowed() {
        #expect(
            JSONText.quoted("a\"\\/\n\t\r\u{1}\u{1F}é\u{2028}😀")
                == "\"a\\\"\\\\/\\n\\t\\r\\u0001\\u001fé\u{2028}😀\"")
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        var random = SplitMix64(state: 7)
        for _ in 0..<300 {
            let value = arbitrary(depth: 4, using: &random)
            let text = JSONText.write(value)
            let node = try JSONReader.read(SourceText(text, file: "f"))
            #expect(JSONValue(node) == value)
            #expect(JSONText.write(JSONValue(node)) == text)
        }
    }

    private func arbitrary(depth: Int, using random: inout SplitMix64) -> JSONValue {
        let alphabet: [Character] = ["a", "\"", "\\", "\n", "\u{0}", "é", "😀", " ", "{", "]", "\u{7F}"]
        let word = { (random: inout SplitMix64) in
            String(
                (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                    alphabet.randomElement(using: &random)
                })
        }
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &random))
        case 3: return .number(["0.10", "-0", "1e9", "12.345E-6"].randomElement(using: &random) ?? "0")
        case 4: return .string(word(&random))
        case 5:
            return .list(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    arbitrary(depth: depth - 1, using: &random)
                })
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &random)).map { index in
                    JSONValue.Member("\(index)" + word(&random), arbitrary(depth: depth - 1, using: &random))
                })
        }
    }
}
