import Reading

/// One sheet of a spreadsheet: title, lines, table.
struct OpenDocumentSheet {
    private let sheet: Workbook.Sheet
    /// The width of each column in tenths of a millimetre.
    let widths: [Int]

    init(_ sheet: Workbook.Sheet) {
        self.sheet = sheet
        widths = (0..<(sheet.table?.columns.count ?? 1)).map { Int(sheet.width(of: $0) * 100) }
    }

    /// Where the table stands, its headings included: "Figure_1.A6:Figure_1.G20".
    var range: String? {
        guard let table = sheet.table else { return nil }
        let first = sheet.lines.count + 2
        let last = first + table.rows.count
        return "\(sheet.name).A\(first):\(sheet.name).\(Self.letters(of: table.columns.count - 1))\(last)"
    }

    /// A, …, Z, AA, …
    static func letters(of column: Int) -> String {
        let letter = String(Character(Unicode.Scalar(UInt8(65 + column % 26))))
        return column < 26 ? letter : letters(of: column / 26 - 1) + letter
    }

    func write(to xml: XMLWriter) {
        xml.element("table:table", ["table:name": sheet.name, "table:style-name": "ta"]) {
            xml.element("table:title", text: sheet.title)
            for width in widths {
                xml.element(
                    "table:table-column",
                    ["table:style-name": "co\(width)", "table:default-cell-style-name": "Default"])
            }
            row(to: xml) { words(sheet.title, style: "Title", to: xml) }
            for line in sheet.lines { row(to: xml) { write(line, isLine: true, to: xml) } }
            guard let table = sheet.table else { return }
            // Header rows come again on every printed page, and readers take them for headings.
            xml.element("table:table-header-rows") {
                row(to: xml) {
                    for column in table.columns {
                        words(
                            column.title, style: column.isNumeric ? "Heading_number" : "Heading_text", to: xml
                        )
                    }
                }
            }
            for cells in table.rows {
                row(to: xml) { for cell in cells { write(cell, isLine: false, to: xml) } }
            }
        }
    }

    /// Marks the table up, so that programs know it by its name.
    func writeRange(to xml: XMLWriter) {
        guard let range else { return }
        xml.element(
            "table:database-range",
            [
                "table:name": sheet.name, "table:target-range-address": range,
                "table:contains-header": "true",
                "table:display-filter-buttons": "false",
            ])
    }

    private func row(to xml: XMLWriter, cells: () -> Void) {
        xml.element("table:table-row", ["table:style-name": "ro"], content: cells)
    }

    private func write(_ cell: Workbook.Cell, isLine: Bool, to xml: XMLWriter) {
        // Lines above a table run on over the empty cells beside them; on a cover they are wrapped.
        let style = !isLine ? "Text" : sheet.table == nil ? "Paragraph" : "Line"
        switch cell {
        case .text(let text): words(text, style: style, to: xml)
        case .mark(let text): words(text, style: "Mark", to: xml)
        case .number(let literal, let decimals):
            xml.element(
                "table:table-cell",
                [
                    "table:style-name": OpenDocumentStyles.number(decimals: decimals),
                    "office:value-type": "float", "office:value": literal,
                ]
            ) { xml.element("text:p", text: literal) }
        case .link(let text, let sheet): link(text, to: "#\(sheet).A1", xml)
        case .address(let text, let address): link(text, to: address, xml)
        }
    }

    private func words(_ text: String, style: String, to xml: XMLWriter) {
        xml.element("table:table-cell", ["table:style-name": style, "office:value-type": "string"]) {
            xml.element("text:p", text: text)
        }
    }

    private func link(_ text: String, to address: String, _ xml: XMLWriter) {
        xml.element("table:table-cell", ["table:style-name": "Link", "office:value-type": "string"]) {
            xml.element("text:p") {
                xml.element("text:a", ["xlink:href": address, "xlink:type": "simple"], text: text)
            }
        }
    }
}
