import Foundation
import Testing

@testable import Disclosure

/// The tables of 16_sdc_tables.json, in Tests/Vectors or the folder that POET_VECTORS names.
struct LinkedVectors: Decodable {
    struct Case: Decodable, CustomTestStringConvertible {
        struct Equation: Decodable {
            var total: String
            var parts: [String]
        }

        struct Line: Decodable {
            var cell: String
            var value: Int
            var exactlyDisclosed: Bool
            var lpLow: Double?
            var lpHigh: Double?
            var intLow: Double?
            var intHigh: Double?
        }

        struct Optimum: Decodable {
            var minSecondaryCount: Int
        }

        var name: String
        var cells: [String: Int]
        var equations: [Equation]
        var primary: [String]
        var suppressed: [String]
        var audit: [Line]
        var protectsAllPrimaryFromExactDisclosure: Bool
        var optimumNoExactDisclosure: Optimum?
        var optimumWidthAtLeast5: Optimum?

        enum CodingKeys: String, CodingKey {
            case name, cells, equations, primary, suppressed, audit, protectsAllPrimaryFromExactDisclosure
            case optimumNoExactDisclosure = "optimum_noExactDisclosure"
            case optimumWidthAtLeast5 = "optimum_widthAtLeast5"
        }

        var testDescription: String { name }
        var names: [String] { cells.keys.sorted() }

        /// The system, in the order of the names or another, with these cells hidden and the primary ones protected.
        func system(order: [String]? = nil, hiding: [String], protection: Int) -> CellSystem {
            var system = CellSystem()
            let order = order ?? names
            let grand = Set(equations.map(\.total)).subtracting(equations.flatMap(\.parts))
            var index: [String: Int] = [:]
            for name in order {
                let value = cells[name] ?? 0
                index[name] = system.add(
                    CellSystem.Cell(
                        value: value, isHidden: hiding.contains(name),
                        protection: primary.contains(name) ? protection : nil,
                        cost: grand.contains(name) ? nil : 1000 + min(value, 900)))
            }
            for equation in equations {
                system.add(
                    CellSystem.Equation(
                        total: index[equation.total] ?? 0, parts: equation.parts.compactMap { index[$0] }))
            }
            return system
        }
    }

    struct PercentLeak: Decodable {
        var count: Int
        var base: Int
        var decimals: Int
        var shownPercent: Double
        var consistentCounts: [Int]
    }

    var cases: [Case]
    var percentLeak: [PercentLeak]

    static let file: LinkedVectors = {
        let folder =
            ProcessInfo.processInfo.environment["POET_VECTORS"]
            ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors").path
        do {
            return try JSONDecoder().decode(
                LinkedVectors.self, from: Data(contentsOf: URL(filePath: folder + "/16_sdc_tables.json")))
        } catch {
            Issue.record("the vectors cannot be read: \(error)")
            return LinkedVectors(cases: [], percentLeak: [])
        }
    }()

    init(cases: [Case], percentLeak: [PercentLeak]) {
        self.cases = cases
        self.percentLeak = percentLeak
    }
}
