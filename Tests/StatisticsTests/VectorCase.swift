import Foundation
import Statistics
import Testing

/// One case of a vector file: its fields, and which of them a test has looked at.
final class VectorCase {
    let label: String
    let tolerance: Double
    private let fields: [String: Any]
    private var read: Set<String> = []

    init(_ fields: [String: Any], label: String, tolerance: Double) {
        self.fields = fields
        self.label = label
        self.tolerance = tolerance
    }

    var unread: [String] { fields.keys.filter { !read.contains($0) }.sorted() }

    func has(_ key: String) -> Bool { fields[key] != nil }

    private func field(_ key: String) throws -> Any {
        read.insert(key)
        return try #require(fields[key], "\(label) has no '\(key)'")
    }

    /// Whether the reference has no answer: null, or NaN.
    func isMissing(_ key: String) throws -> Bool {
        let value = try field(key)
        return value is NSNull || Self.number(value)?.isNaN == true
    }

    func text(_ key: String) throws -> String {
        try #require(try field(key) as? String, "\(label): '\(key)' is no text")
    }

    func double(_ key: String) throws -> Double {
        try #require(Self.number(try field(key)), "\(label): '\(key)' is no number")
    }

    func int(_ key: String) throws -> Int {
        try #require(try field(key) as? Int, "\(label): '\(key)' is no whole number")
    }

    func ints(_ key: String) throws -> [Int] {
        try #require(try field(key) as? [Int], "\(label): '\(key)' is no list of whole numbers")
    }

    func table(_ key: String) throws -> [[Int]] {
        try #require(try field(key) as? [[Int]], "\(label): '\(key)' is no table of whole numbers")
    }

    func doubles(_ key: String) throws -> [Double] {
        let list = try #require(try field(key) as? [Any], "\(label): '\(key)' is no list")
        return try list.map { try #require(Self.number($0), "\(label): '\(key)' holds no number") }
    }

    func flags(_ key: String) throws -> [Bool] {
        try #require(try field(key) as? [Bool], "\(label): '\(key)' is no list of true and false")
    }

    func flag(_ key: String) throws -> Bool {
        let value = try field(key) as? NSNumber
        return try #require(value, "\(label): '\(key)' is neither true nor false").boolValue
    }

    func texts(_ key: String) throws -> [String] {
        try #require(try field(key) as? [String], "\(label): '\(key)' is no list of texts")
    }

    /// Records from a list, or one record, their keys checked as those of a case.
    func records(_ key: String) throws -> [VectorCase] {
        let value = try field(key)
        let list = try #require(
            (value as? [[String: Any]]) ?? (value as? [String: Any]).map { [$0] },
            "\(label): '\(key)' is no record")
        return list.map { VectorCase($0, label: "\(label), \(key)", tolerance: tolerance) }
    }

    /// Compares a number, null where the function must give none.
    func expect(
        _ key: String, _ actual: Double?, noise: Double = 0, location: SourceLocation = #_sourceLocation
    ) throws {
        let value = try field(key)
        let expected = value is NSNull ? nil : Self.number(value)
        if expected == nil, !(value is NSNull) {
            Issue.record("\(label): '\(key)' is no number", sourceLocation: location)
        }
        #expect(
            agrees(actual, expected, within: tolerance, noise: noise),
            "\(label): \(key) is \(actual as Any), expected \(expected as Any)", sourceLocation: location)
    }

    /// Compares a p-value with that of the statistic which the reference has under `statistic`.
    ///
    /// Where that is `noise`, what rounding left over, its p-value is 1 but for the same noise. `slack` is what
    /// a reference loses that takes the upper tail as 1 less the lower one.
    func expect(
        _ key: String, pValue actual: Double?, of statistic: String, noise: Double = 1e-12,
        slack: Double = 0, location: SourceLocation = #_sourceLocation
    ) throws {
        guard !(try field(key) is NSNull), let reference = Self.number(try field(statistic)) else {
            return try expect(key, actual, location: location)
        }
        let expected = try double(key)
        let allowed = abs(reference) <= noise ? 2 * noise.squareRoot() : slack
        let close = actual.map { abs($0 - expected) <= allowed } ?? false
        #expect(
            close || agrees(actual, expected, within: tolerance),
            "\(label): \(key) is \(actual as Any), expected \(expected)", sourceLocation: location)
    }

    /// Compares an interval, null where there must be none.
    func expect(
        _ key: String, _ actual: Interval?, noise: Double = 0, location: SourceLocation = #_sourceLocation
    ) throws {
        guard !(try field(key) is NSNull) else {
            #expect(actual == nil, "\(label): \(key) is \(actual as Any)", sourceLocation: location)
            return
        }
        let ends = try doubles(key)
        try #require(ends.count == 2)
        for (end, value) in zip(ends, [actual?.lower, actual?.upper]) {
            #expect(
                agrees(value, end, within: tolerance, noise: noise),
                "\(label): \(key) is \(actual as Any), expected \(ends)", sourceLocation: location)
        }
    }

    /// Compares a list of numbers.
    func expect(
        _ key: String, _ actual: [Double]?, noise: Double = 0, location: SourceLocation = #_sourceLocation
    ) throws {
        let list = try doubles(key)
        #expect(actual?.count == list.count, "\(label): \(key)", sourceLocation: location)
        for (position, (value, expected)) in zip(actual ?? [], list).enumerated() {
            #expect(
                agrees(value, expected, within: tolerance, noise: noise),
                "\(label): \(key)[\(position)] is \(value), expected \(expected)", sourceLocation: location)
        }
    }

    /// Compares a list of lists of numbers.
    func expect(
        _ key: String, _ actual: [[Double]], noise: Double = 0,
        location: SourceLocation = #_sourceLocation
    ) throws {
        let lists = try #require(try field(key) as? [[Any]], "\(label): '\(key)' is no table")
        let expected = lists.map { $0.compactMap(Self.number) }
        #expect(actual.map(\.count) == lists.map(\.count), "\(label): \(key)", sourceLocation: location)
        let same = zip(actual, expected).allSatisfy { row in
            row.0.count == row.1.count
                && zip(row.0, row.1).allSatisfy { agrees($0, $1, within: tolerance, noise: noise) }
        }
        #expect(same, "\(label): \(key) is \(actual), expected \(expected)", sourceLocation: location)
    }

    /// Compares a list of intervals.
    func expect(
        _ key: String, _ actual: [Interval], location: SourceLocation = #_sourceLocation
    ) throws {
        try expect(key, actual.map { [$0.lower, $0.upper] }, location: location)
    }

    private static func number(_ value: Any) -> Double? {
        switch value {
        case let number as NSNumber: number.doubleValue
        case let text as String where text == "Infinity": .infinity
        case let text as String where text == "-Infinity": -.infinity
        case let text as String where text == "NaN": .nan
        default: nil
        }
    }
}
