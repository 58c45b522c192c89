import Findings
import Survey
import Testing

struct CollapsedTableTests {
    private func scale() throws -> Scale { try #require(try instrument().scale("better5")) }

    private func collapsed(_ table: PublishedTable, _ form: String) throws -> PublishedTable? {
        let scale = try scale()
        return table.collapsed(to: try #require(scale.form(form)), of: scale)
    }

    @Test func countsAreAddedAndRoundedOnce() throws {
        // 1 of 7 is 14 %, 2 of 7 is 29 %: the shares alone would add up to 43 %, as 3 of 7 is; 2 and 3 make 71 %, not 72.
        let cells = [
            cell("lot-better", 29, 2), cell("better", 43, 3), cell("same", 14, 1), cell("worse", 14, 1),
            cell("lot-worse", 0, 0),
        ]
        let table = PublishedTable(
            question: "dignity", showing: .shown, base: .exact(7), form: "full", cells: cells, measure: nil)
        let two = try #require(try collapsed(table, "two"))
        #expect(two.form == "two")
        #expect(two.cells.map(\.count) == [5, 2])
        #expect(two.cells.compactMap { $0.share?.literal } == ["71", "29"])
    }

    @Test func publishedSharesAreAddedExactly() throws {
        let shares = [697, 190, 48, 24, 40]
        let cells = zip(["lot-better", "better", "same", "worse", "lot-worse"], shares).map {
            PublishedCell(answer: $0, value: .shown(share: percent($1, decimals: 1), count: nil))
        }
        let table = PublishedTable(
            question: "dignity", showing: .shown, base: .rounded(455, to: 5), form: "full", cells: cells,
            measure: nil)
        let three = try #require(try collapsed(table, "three"))
        #expect(three.cells.compactMap { $0.share?.literal } == ["88.7", "4.8", "6.4"])
    }

    @Test func aSumThatHoldsAWithheldCellIsWithheld() throws {
        var hidden = table([40, 33, 17, 6, 4])
        hidden.cells[4].value = .withheld(.confidential)
        let three = try #require(try collapsed(hidden, "three"))
        #expect(three.cells.map(\.value).last == .withheld(.confidential))
        #expect(three.cells[0].count == 73)
    }

    @Test func aTableIsNeverMadeFiner() throws {
        let three = try #require(try collapsed(table([40, 33, 17, 6, 4]), "three"))
        #expect(try collapsed(three, "full") == nil)
        #expect(try collapsed(three, "three") == three)
    }

    @Test func aTableWithoutCellsStaysAsItIs() throws {
        let empty = PublishedTable(
            question: "dignity", showing: .withheld, base: .withheld, form: "full", cells: [], measure: nil)
        #expect(try collapsed(empty, "two") == empty)
    }

    @Test func severalTablesMeetInTheFinestFormThatAllCanTake() throws {
        let scale = try scale()
        let full = table([40, 33, 17, 6, 4])
        let three = try #require(try collapsed(full, "three"))
        #expect(scale.commonForm(of: [full, full])?.id == "full")
        #expect(scale.commonForm(of: [full, three])?.id == "three")
        #expect(scale.commonForm(of: [])?.id == "full")
    }
}
