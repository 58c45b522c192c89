import Reading

/// The named styles of a spreadsheet: Arial of 11 points, black on white, headings bold with a line below.
struct OpenDocumentStyles {
    let language: String

    /// The style of a number with that many decimals; counts have their thousands parted.
    static func number(decimals: Int) -> String { decimals == 0 ? "Count" : "Decimal_\(decimals)" }

    /// Percentages are published with at most this many.
    private static let mostDecimals = 4

    func write(to xml: XMLWriter) {
        xml.element("office:styles") {
            writeNumberStyles(to: xml)
            let parts = language.split(separator: "-")
            xml.element("style:default-style", ["style:family": "table-cell"]) {
                xml.element(
                    "style:text-properties",
                    [
                        "fo:font-family": "Arial", "style:font-family-generic": "swiss",
                        "fo:font-size": "11pt",
                        "fo:language": String(parts[0]), "fo:country": String(parts.last ?? ""),
                    ])
            }
            style("Default", to: xml) {
                xml.element(
                    "style:table-cell-properties",
                    ["style:vertical-align": "top", "fo:padding": "0.8mm"])
            }
            style("Title", to: xml) {
                xml.element("style:text-properties", ["fo:font-size": "16pt", "fo:font-weight": "bold"])
            }
            style("Line", to: xml) {}
            style("Paragraph", to: xml) { wrap(to: xml) }
            style("Text", to: xml) {
                wrap(to: xml)
                align("start", to: xml)
            }
            style("Link", parent: "Text", to: xml) {
                xml.element(
                    "style:text-properties",
                    [
                        "fo:color": "#0B3B6F", "style:text-underline-style": "solid",
                        "style:text-underline-width": "auto", "style:text-underline-color": "font-color",
                    ])
            }
            heading("Heading_text", align: "start", to: xml)
            heading("Heading_number", align: "end", to: xml)
            style("Mark", to: xml) { align("end", to: xml) }
            for decimals in 0...Self.mostDecimals {
                let name = Self.number(decimals: decimals)
                style(name, data: "N_" + name, to: xml) { align("end", to: xml) }
            }
        }
        writePage(to: xml)
    }

    private func writeNumberStyles(to xml: XMLWriter) {
        for decimals in 0...Self.mostDecimals {
            xml.element(
                "number:number-style", ["style:name": "N_" + Self.number(decimals: decimals)]
            ) {
                xml.element(
                    "number:number",
                    [
                        "number:decimal-places": String(decimals),
                        "number:min-decimal-places": String(decimals), "number:min-integer-digits": "1",
                        "number:grouping": decimals == 0 ? "true" : "false",
                    ])
            }
        }
    }

    private func style(
        _ name: String, parent: String = "Default", data: String? = nil, to xml: XMLWriter, inside: () -> Void
    ) {
        let parent = name == "Default" ? "" : parent
        switch (parent, data) {
        case ("", _):
            xml.element("style:style", ["style:name": name, "style:family": "table-cell"], content: inside)
        case (_, let data?):
            xml.element(
                "style:style",
                [
                    "style:name": name, "style:family": "table-cell", "style:parent-style-name": parent,
                    "style:data-style-name": data,
                ], content: inside)
        case (_, nil):
            xml.element(
                "style:style",
                ["style:name": name, "style:family": "table-cell", "style:parent-style-name": parent],
                content: inside)
        }
    }

    private func heading(_ name: String, align edge: String, to xml: XMLWriter) {
        style(name, to: xml) {
            xml.element(
                "style:table-cell-properties",
                [
                    "fo:wrap-option": "wrap", "style:vertical-align": "bottom",
                    "fo:background-color": "#EEF3F8",
                    "fo:border-bottom": "1.5pt solid #12436D",
                ])
            align(edge, to: xml)
            xml.element("style:text-properties", ["fo:font-weight": "bold"])
        }
    }

    private func wrap(to xml: XMLWriter) {
        xml.element("style:table-cell-properties", ["fo:wrap-option": "wrap", "style:vertical-align": "top"])
    }

    private func align(_ edge: String, to xml: XMLWriter) {
        xml.element("style:paragraph-properties", ["fo:text-align": edge])
    }

    /// Printed on A4 across, as wide as the paper, with as many pages below each other as it needs.
    private func writePage(to xml: XMLWriter) {
        xml.element("office:automatic-styles") {
            xml.element("style:page-layout", ["style:name": "A4"]) {
                xml.element(
                    "style:page-layout-properties",
                    [
                        "fo:page-width": "29.7cm", "fo:page-height": "21cm",
                        "style:print-orientation": "landscape", "fo:margin": "1.5cm",
                        "style:scale-to-X": "1", "style:scale-to-Y": "0",
                    ])
            }
        }
        xml.element("office:master-styles") {
            xml.element("style:master-page", ["style:name": "Sheet", "style:page-layout-name": "A4"])
        }
    }
}
