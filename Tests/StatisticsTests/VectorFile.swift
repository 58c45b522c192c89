import Foundation
import Statistics
import Testing

/// One file of reference numbers, as made by other software.
///
/// They lie in Tests/Vectors, those of our own beside them in `own`, or in the folder that POET_VECTORS names.
struct VectorFile {
    let name: String
    let tolerance: Double
    private(set) var cases: [VectorCase]

    init(_ name: String) throws {
        if let elsewhere = ProcessInfo.processInfo.environment["POET_VECTORS"] {
            try self.init(name, in: URL(fileURLWithPath: elsewhere))
            return
        }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Vectors")
        let given = try Self(name, in: folder)
        let own = try Self(name, in: folder.appendingPathComponent("own"))
        #expect(given.tolerance == own.tolerance, "\(name)")
        self = given
        cases += own.cases
    }

    private init(_ name: String, in folder: URL) throws {
        let data = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rows = try #require(root["cases"] as? [[String: Any]])
        let promised = try #require(root["n_cases"] as? Int)
        let stated = try #require((root["relative_tolerance"] as? NSNumber)?.doubleValue)
        #expect(rows.count >= promised, "\(name) holds \(rows.count) of \(promised) cases")
        #expect(!rows.isEmpty, "\(name) holds no case")
        self.name = name
        tolerance = stated
        cases = rows.enumerated().map { index, fields in
            let place = "\(folder.lastPathComponent)/\(name) case \(index + 1)"
            return VectorCase(fields, label: place, tolerance: stated)
        }
    }

    /// Runs `body` on every case, by the name of its function, and reports every key that it left unread.
    func check(_ functions: [String: (VectorCase) throws -> Void]) throws {
        for row in cases {
            let function = row.has("fn") ? try row.text("fn") : ""
            guard let body = functions[function] else {
                Issue.record("\(row.label): no test knows the function '\(function)'")
                continue
            }
            try body(row)
            #expect(row.unread.isEmpty, "\(row.label): keys not checked: \(row.unread)")
        }
    }

    /// The same for a file whose cases are all of one kind.
    func check(_ body: @escaping (VectorCase) throws -> Void) throws {
        try check(["": body])
    }
}

/// Whether `actual` is the number that was expected: to a relative tolerance, or, where 0 was expected,
/// to 1e-12.
///
/// An expected number below `noise` stands for 0: it is what rounding left over in the other software. No
/// number (nil) is what stands for null and for NaN.
func agrees(_ actual: Double?, _ expected: Double?, within tolerance: Double, noise: Double = 0) -> Bool {
    guard let expected, !expected.isNaN else { return actual == nil }
    guard let actual, !actual.isNaN else { return false }
    if expected.isInfinite { return actual == expected }
    if abs(expected) <= noise || expected == 0 { return abs(actual) <= max(1e-12, noise) }
    return abs(actual - expected) <= tolerance * abs(expected)
}

@Suite struct VectorComparison {
    @Test func aNumberThatIsOffIsNoticed() {
        #expect(agrees(1.0000001, 1, within: 1e-6))
        #expect(!agrees(1.00001, 1, within: 1e-6))
        #expect(!agrees(1e-9, 2e-9, within: 1e-6))
        #expect(!agrees(1e-9, 0, within: 1e-6))
        #expect(!agrees(nil, 1, within: 1e-6))
        #expect(!agrees(1, nil, within: 1e-6))
        #expect(!agrees(.nan, .nan, within: 1e-6))
        #expect(agrees(nil, .nan, within: 1e-6))
        #expect(!agrees(1e300, .infinity, within: 1e-6))
    }

    @Test func aKeyThatNobodyReadIsNoticed() throws {
        let row = VectorCase(["x": 1, "novel": 2], label: "made up", tolerance: 0)
        #expect(try row.int("x") == 1)
        #expect(row.unread == ["novel"])
    }

    @Test func aMissingFileIsAnError() {
        #expect(throws: (any Error).self) { try VectorFile("00_no_such_file") }
    }
}
