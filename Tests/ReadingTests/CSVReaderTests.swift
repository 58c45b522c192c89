import Diagnostics
import Reading
import Testing

@Suite struct CSVReaderTests {
    @Test func quotesCommasAndLineBreaksAreReadByTheStandard() throws {
        let table = try CSVReader.read(
            SourceText("id,\"wor\"\"ding\"\n1,\"a, b\nc\"\n,\"\"\né,x\n\n  \n", file: "f.csv"))
        #expect(table.header.map(\.text) == ["id", "wor\"ding"])
        #expect(table.rows.map { $0.map(\.text) } == [["1", "a, b\nc"], ["", ""], ["é", "x"]])
        #expect(
            table.rows.map { $0.map(\.location.description) } == [
                ["f.csv:2:1", "f.csv:2:3"], ["f.csv:4:1", "f.csv:4:2"], ["f.csv:5:1", "f.csv:5:3"],
            ])
    }

    @Test func rowsBecomeObjectsOfTheirFilledCells() throws {
        let table = try CSVReader.read(SourceText("id,n,note\nq1,69.70,\nq2,007,[c]", file: "f.csv"))
        #expect(
            table.objects.map(\.shown) == [#"{id: "q1", n: 69.70}"#, #"{id: "q2", n: "007", note: "[c]"}"#])
    }

    @Test func aHeaderAloneIsATableWithoutRows() throws {
        #expect(try CSVReader.read(SourceText("a,b", file: "f")).rows == [])
    }

    @Test(arguments: mistakes) func aMistakeIsToldWithItsPlaceAndRemedy(_ mistake: Mistake) {
        #expect(
            said { () throws(Failure) in try CSVReader.read(SourceText(mistake.text, file: "f")) }
                == mistake.said)
    }

    static let mistakes = [
        Mistake(
            "a,b\n1\n2,3\n4,5,6\n7",
            "f:2:1: the row has 1 cell, expected 2 as in the header | the first column without a cell is 'b'; write a comma for each empty cell",
            "f:4:5: the row has 3 cells, expected 2 as in the header | put a text with a comma in double quotes",
            "f:5:1: the row has 1 cell, expected 2 as in the header | the first column without a cell is 'b'; write a comma for each empty cell"
        ),
        Mistake("a,b\n1,2\n\n3,4", "f:3:1: a blank line stands inside the table | remove it"),
        Mistake(
            "a,,b,a\n1,2,3,4", "f:1:3: column 2 has no name | name it, or remove the column from every row",
            "f:1:6: the columns 1 and 4 have the same name, 'a' | rename or remove one of the two"),
        Mistake(
            "a,b\n1,\"two\n3,4\n",
            "f:2:3: the quotation mark that opens this cell is never closed | close it, or write a \" inside a quoted cell twice"
        ),
        Mistake(
            "a,b\n\"1\"x,2\n3,\"4\" \n",
            "f:2:4: 'x' stands after the closing quotation mark of a cell | write each \" inside a quoted cell twice",
            "f:3:6: ' ' stands after the closing quotation mark of a cell | write each \" inside a quoted cell twice"
        ),
        Mistake(
            "a,b\n1,5\" tall \"x\"\n",
            "f:2:4: a quotation mark stands inside a cell that does not begin with one | put the whole cell in double quotes, and write each \" inside it twice"
        ),
        Mistake(
            "a;b\n1;2",
            "f:1:1: the header has no comma, but has ';' | save the file with commas between the cells"),
        Mistake(
            "a\tb\n1\t2",
            "f:1:1: the header has no comma, but has tabs | save the file with commas between the cells"),
        Mistake("\n\n", "f:1: the table has no header"),
    ]
}

extension CSVReaderTests {
    @Test func thousandsOfFaultsAreToldWithTheirLines() {
        let text = "a,b\n" + String(repeating: "1\n", count: 20_000)
        let failure = #expect(throws: Failure.self) { try CSVReader.read(SourceText(text, file: "f")) }
        #expect(failure?.diagnostics.count == 20_000)
        #expect(failure?.diagnostics.last?.excerpt == "1")
        #expect(failure?.diagnostics.last?.location?.line == 20_001)
    }
}
