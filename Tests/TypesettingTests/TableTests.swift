import Document
import Scene
import Testing

@Suite struct TableTests {
    @Test func theHeadStandsAgainOnEveryPageAsDecoration() throws {
        let document = try setDocument([Block(.table(table(columns: 3, rows: 90)), id: "t")])
        #expect(document.pages.count > 2)
        for (index, page) in document.pages.enumerated() {
            let heads = page.lines.filter { $0.text == "Column 0" }
            #expect(heads.count == 1)
            #expect((heads.first?.part == .decoration) == (index > 0))
        }
        #expect(document.elements.count { $0.role == .table } == 1)
        #expect(document.elements.count { $0.role == .tableRow } == 91)
    }

    @Test func aRowIsNeverParted() throws {
        var tall = table(columns: 3, rows: 40)
        for row in tall.rows.indices { tall.rows[row][0] = .text([.text(words(40))]) }
        let document = try setDocument([Block(.table(tall), id: "t")])
        for element in document.elements where element.role == .headerCell && element.scope == .row {
            guard case .content(let id)? = element.kids.first else { continue }
            let pages = document.pages.filter { page in
                page.pieces.contains { if case .content(id, _) = $0.part { true } else { false } }
            }
            #expect(pages.count == 1)
        }
    }

    @Test func headersSayWhatTheyHead() throws {
        let document = try setDocument([Block(.table(table(columns: 3, rows: 6)), id: "t")])
        let heads = document.elements.filter { $0.role == .headerCell }
        #expect(heads.count { $0.scope == .column } == 3)
        #expect(heads.count { $0.scope == .row } == 6)
        #expect(document.elements.count { $0.role == .dataCell } == 12)
    }

    @Test func aTableOfTwoColumnsHasNoMoreHeadersThanData() throws {
        let document = try setDocument([Block(.table(table(columns: 2, rows: 6)), id: "t")])
        #expect(document.elements.count { $0.role == .headerCell } == 7)
        #expect(document.elements.count { $0.role == .dataCell } == 7)
        #expect(document.elements.count { $0.scope == .column } == 1)
    }

    @Test(arguments: [(2, 2), (2, 3), (3, 2), (3, 3), (2, 9), (5, 4)])
    func headersAreNeverMoreThanData(rows: Int, columns: Int) throws {
        let document = try setDocument([Block(.table(table(columns: columns, rows: rows)))])
        let headers = document.elements.count { $0.role == .headerCell }
        #expect(headers <= document.elements.count { $0.role == .dataCell } || rows == 1)
    }

    @Test func aTableTooWideToStandLiesOnAPageOfItsOwn() throws {
        let wide = table(columns: 11, rows: 6, title: "Columnnn")
        let document = try setDocument([
            paragraph("before"), Block(.table(wide), id: "t"), paragraph("after"),
        ])
        #expect(document.pages.map(\.size) == [Size(595, 842), Size(842, 595), Size(595, 842)])
    }

    @Test func aHeadingLiesWithTheTableBelowItAndNothingLeavesThePage() throws {
        let wide = table(columns: 11, rows: 40, title: "Columnnn")
        let document = try setDocument([
            paragraph("before"), heading(2, "By area"), Block(.table(wide), id: "t"), paragraph("after"),
        ])
        let page = try #require(document.pages.first { $0.lines.contains { $0.text == "By area" } })
        #expect(page.size == Size(842, 595))
        for page in document.pages {
            #expect(page.lines.allSatisfy { $0.origin.x + $0.advance <= page.size.width })
        }
    }

    @Test func numbersBreakBeforeTheHeadersOfRowsStandLikeTowers() throws {
        var wide = table(columns: 13, rows: 6, title: "Area number")
        for row in wide.rows.indices {
            wide.rows[row][0] = .text([.text("Taking part in what goes on (good or very good)")])
            for column in wide.rows[row].indices.dropFirst() {
                wide.rows[row][column] = .number([.text("64% (300)")])
            }
        }
        let document = try setDocument([Block(.table(wide), id: "t")])
        let headers = document.pages.flatMap(\.lines).filter {
            "Taking part in what goes on (good or very good)".contains($0.text)
        }
        #expect(headers.count <= 6 * 3)
    }

    @Test func aTableTooWideForAnyPageIsTurnedOrElseParted() throws {
        let wide = try setDocument([Block(.table(table(columns: 40, rows: 6)), id: "t")])
        #expect(wide.elements.count { $0.role == .tableRow } == 40)
        #expect(wide.pages.allSatisfy { $0.size == Size(595, 842) })
        let large = table(columns: 40, rows: 40)
        let parts = try setDocument([Block(.table(large), id: "t")])
        let tables = parts.elements.count { $0.role == .table }
        #expect(tables > 1)
        #expect(parts.elements.count { $0.role == .tableRow } == 41 * tables)
        #expect(parts.elements.count { $0.role == .dataCell } == 39 * 40)
        let lines = parts.pages.flatMap(\.lines)
        #expect(lines.contains { $0.text == "Columns: part \(tables) of \(tables)" })
        for page in parts.pages {
            #expect(page.lines.allSatisfy { $0.origin.x + $0.advance <= page.size.width })
        }
    }

    @Test func aTableWithAWordWiderThanThePageIsAnErrorThatNamesIt() {
        var wide = table(columns: 3, rows: 6)
        wide.rows[0][0] = .text([.text(String(repeating: "long", count: 60))])
        let found = messages { _ = try setDocument([Block(.table(wide), id: "t")]) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("the table 't' needs ") ?? false, "\(found)")
        #expect(
            found.first?.hasSuffix(
                "points for its 3 columns, a page that lies has 747 | leave columns out, or make two tables of it"
            )
                ?? false, "\(found)")
    }

    @Test func aTableOfFewRowsAndLongHeadsIsTurned() throws {
        let long = table(columns: 7, rows: 2, title: "I have as much of it as I want, or could ever want,")
        let document = try setDocument([Block(.table(long), id: "t")])
        #expect(document.elements.count { $0.role == .tableRow } == 7)
        let heads = document.elements.indices.filter {
            document.elements[$0].role == .headerCell && document.elements[$0].scope == .column
        }
        #expect(heads.map { document.text(of: $0) }.dropFirst() == ["Row 0", "Row 1"])
        let cells = document.elements.indices.filter { document.elements[$0].role == .dataCell }
        #expect(cells.prefix(2).map { document.text(of: $0) } == ["01%", "11%"])
    }

    @Test func aTableOfOneRowIsAListUnderItsHeader() throws {
        let document = try setDocument([Block(.table(table(columns: 4, rows: 1)), id: "t")])
        let caption = try #require(document.first(.caption))
        #expect(document.text(of: caption) == "Column 0: Row 0")
        #expect(document.elements.count { $0.role == .tableRow } == 3)
        #expect(document.first(.tableHead) == nil)
    }

    @Test func aMarkSaysWhatItStandsFor() throws {
        var marked = table(columns: 3, rows: 6)
        marked.rows[0][1] = .marker(shown: "[c]", spoken: "not shown, to protect people’s privacy")
        let document = try setDocument([Block(.table(marked), id: "t")])
        let mark = try #require(document.elements.first { $0.expansion != nil })
        #expect(mark.expansion == "not shown, to protect people’s privacy")
        #expect(document.text(of: 0).hasSuffix("[c] not shown, to protect people’s privacy"))
    }
}
