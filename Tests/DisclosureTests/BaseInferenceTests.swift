import Disclosure
import Foundation
import Survey
import TestSupport
import Testing

/// A list of percentages tells which bases it can be of, though the base is not told.
struct BaseInferenceTests {
    private struct Case: Decodable {
        var shownPercents1dp: [Double]
        var basesUpTo200: [Int]
        var smallest: Int
    }

    private struct File: Decodable { var baseInference: [Case] }

    @Test func percentagesFitTheBasesThatTheVectorsSay() throws {
        let folder = ProcessInfo.processInfo.environment["POET_VECTORS"] ?? Repository.path("Tests/Vectors")
        let data = try Data(contentsOf: URL(filePath: folder + "/16_sdc_tables.json"))
        let cases = try JSONDecoder().decode(File.self, from: data).baseInference
        #expect(cases.count >= 10)
        for one in cases {
            let shares = one.shownPercents1dp.map { Percentage(units: Int(($0 * 10).rounded()), decimals: 1) }
            let bases = (1...200).filter { base in
                let counts = shares.compactMap { $0.counts(of: base) }
                let (least, most) = (
                    counts.map(\.lowerBound).reduce(0, +), counts.map(\.upperBound).reduce(0, +)
                )
                return counts.count == shares.count && least <= base && base <= most
            }
            #expect(bases == one.basesUpTo200, "\(one.shownPercents1dp)")
            #expect(bases.first == one.smallest)
        }
    }
}
