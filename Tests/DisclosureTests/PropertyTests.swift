import Diagnostics
import Disclosure
import RawResults
import Reading
import Survey
import TestSupport
import Testing

/// What holds of every release, whatever the counts.
struct PropertyTests {
    @Test(arguments: 1...150) func noFileHoldsACountThatThePolicyProtects(seed: Int) throws {
        var numbers = SplitMix64(seed: UInt64(seed))
        let rows = rows(&numbers)
        for name in ["standard", "strict"] {
            let policy = try policy(name)
            let results = try published(rows, by: policy)
            #expect(results.tables.count == rows.count)
            for (row, table) in zip(rows, results.tables) { try check(table, of: row, policy: policy) }
        }
    }

    @Test(arguments: 1...60) func whatIsHiddenWholeLeavesNoTrace(seed: Int) throws {
        var numbers = SplitMix64(seed: UInt64(seed))
        let standard = try policy("standard")
        let small = Row(split(Int.random(in: 0...9, using: &numbers), &numbers))
        let other = Row(split(Int.random(in: 0...9, using: &numbers), &numbers))
        #expect(try published([small], by: standard).fileText == published([other], by: standard).fileText)
        let base = Int.random(in: 10...29, using: &numbers)
        let first = try published([Row(split(base, &numbers))], by: standard)
        #expect(try first.fileText == published([Row(split(base, &numbers))], by: standard).fileText)
    }

    @Test(arguments: 1...60) func theSameResultsAreTheSameBytes(seed: Int) throws {
        var numbers = SplitMix64(seed: UInt64(seed))
        let rows = rows(&numbers)
        let standard = try policy("standard")
        let text = try published(rows, by: standard).fileText
        #expect(try published(rows, by: standard).fileText == text)
        let read = try PublishedResultsReader.read(
            JSONReader.read(SourceText(text, file: "p.json")), instrument: instrument())
        #expect(read.fileText == text)
    }

    /// A row a category and one of everybody, of all sizes, with many small counts.
    private func rows(_ numbers: inout SplitMix64) -> [Row] {
        let direct = Row(split(Int.random(in: 0...120, using: &numbers), &numbers), category: "direct")
        let council = Row(split(Int.random(in: 0...120, using: &numbers), &numbers), category: "council")
        var whole = Row(zip(direct.counts, council.counts).map { $0 + $1 })
        whole.outside = Int.random(in: 0...12, using: &numbers)
        return [whole, direct, council]
    }

    /// A total in five parts, often uneven.
    private func split(_ total: Int, _ numbers: inout SplitMix64) -> [Int] {
        var counts = [0, 0, 0, 0, 0]
        let answers = Int.random(in: 1...5, using: &numbers)
        for _ in 0..<total {
            counts[Bool.random(using: &numbers) ? 0 : Int.random(in: 0..<answers, using: &numbers)] += 1
        }
        return counts.shuffled(using: &numbers)
    }

    private func check(_ table: PublishedTable, of row: Row, policy: Policy) throws {
        let base = row.counts.reduce(0, +)
        guard table.showing == .shown || table.showing == .caution else {
            #expect(table.cells.isEmpty && table.measure == nil && table.outside.isEmpty)
            return
        }
        #expect(base >= policy.percentagesFrom)
        let scale = try #require(try instrument().scale("better5"))
        let form = try #require(scale.form(table.form))
        #expect(table.cells.map(\.answer) == form.answers.map(\.id))
        let counts = form.answers.map { answer in
            zip(Row.answers, row.counts).reduce(0) { $0 + (answer.parts.contains($1.0) ? $1.1 : 0) }
        }
        let isGroup = row.category != nil
        var hidden = 0
        for ((answer, cell), count) in zip(zip(form.answers, table.cells), counts) {
            if cell.value == .withheld(.confidential) {
                hidden += count
                continue
            }
            #expect(!policy.protects(count: count, polarity: answer.polarity, base: base, isGroup: isGroup))
            if policy.rounding == .exact { #expect(cell.count == count) }
        }
        // What is withheld is never one cell, whose count would be the base less the others, nor a small sum; rounded
        // numbers leave play enough, which the audit measures.
        if policy.rounding == .exact { #expect(table.withheld.count != 1) }
        if policy.rounding == .exact, !table.withheld.isEmpty, table.withheld.count < counts.count {
            #expect(hidden >= (isGroup ? policy.protectGroups : policy.protectWhole))
        }
        if let measure = table.measure?.count, policy.rounding == .exact {
            #expect(measure == row.counts[0] + row.counts[1])
            let others = table.withheld.filter { !["lot-better", "better"].contains($0) }
            #expect(others.isEmpty || others == table.withheld)
        }
    }
}
