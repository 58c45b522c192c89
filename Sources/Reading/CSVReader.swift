package import Diagnostics

/// Reads CSV by RFC 4180: commas, double quotes, a header, and no row shorter or longer than it.
///
/// All faults are told in one run: ragged rows, blank lines inside the table, names of columns that are empty or
/// stand twice, and quotation marks out of place. Blank lines at the end are allowed.
package enum CSVReader {
    package static func read(_ source: SourceText) throws(Failure) -> CSVTable {
        var parser = CSVParser(source)
        let records = parser.records()
        var faults = parser.faults
        guard let header = records.first else {
            throw Failure("the table has no header", at: SourceLocation(file: source.file, line: 1))
        }
        faults += faultsOfHeader(header, in: source)
        let rows = records.dropFirst()
        faults += rows.compactMap { faultOfRow($0, header: header, in: source) }
        guard faults.isEmpty else { throw source.failure(faults) }
        return CSVTable(header: header, rows: Array(rows))
    }

    private static func faultsOfHeader(_ header: [CSVTable.Cell], in source: SourceText) -> [Diagnostic] {
        var places: [String: Int] = [:]
        var faults: [Diagnostic] = []
        for (index, cell) in header.enumerated() {
            if cell.text.allSatisfy(\.isWhitespace) {
                faults.append(
                    source.error(
                        "column \(index + 1) has no name", at: cell.location,
                        hints: ["name it, or remove the column from every row"]))
            } else if let first = places[cell.text] {
                faults.append(
                    source.error(
                        "the columns \(first + 1) and \(index + 1) have the same name, '\(cell.text)'",
                        at: cell.location,
                        hints: ["rename or remove one of the two"]))
            } else {
                places[cell.text] = index
            }
        }
        if header.count == 1, let separator = [";", "\t", "|"].first(where: header[0].text.contains) {
            faults.append(
                source.error(
                    "the header has no comma, but has \(separator == "\t" ? "tabs" : "'\(separator)'")",
                    at: header[0].location, hints: ["save the file with commas between the cells"]))
        }
        return faults
    }

    private static func faultOfRow(
        _ row: [CSVTable.Cell], header: [CSVTable.Cell], in source: SourceText
    ) -> Diagnostic? {
        guard row.count != header.count, let start = row.first?.location else { return nil }
        if row.count == 1, row[0].text.isEmpty {
            return source.error(
                "a blank line stands inside the table", at: start, hints: ["remove it"])
        }
        let cells = row.count == 1 ? "1 cell" : "\(row.count) cells"
        let extra = row.count > header.count
        return source.error(
            "the row has \(cells), expected \(header.count) as in the header",
            at: extra ? row[header.count].location : start,
            hints: [
                extra
                    ? "put a text with a comma in double quotes"
                    : "the first column without a cell is '\(header[row.count].text)'; write a comma for each empty cell"
            ])
    }
}

/// One walk over the bytes.
private struct CSVParser {
    let source: SourceText
    let bytes: [UInt8]
    var faults: [Diagnostic] = []
    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var continuations = 0

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
    }

    private var here: SourceLocation {
        SourceLocation(file: source.file, line: line, column: position - lineStart - continuations + 1)
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func records() -> [[CSVTable.Cell]] {
        var end = bytes.count
        while end > 0, [UInt8(ascii: "\n"), UInt8(ascii: " ")].contains(bytes[end - 1]) { end -= 1 }
        var records: [[CSVTable.Cell]] = []
        while position < end {
            var record = [cell()]
            while byte == UInt8(ascii: ",") {
                position += 1
                record.append(cell())
            }
            step()
            records.append(record)
        }
        return records
    }

    /// Goes on by a byte, which may end the line.
    private mutating func step() {
        guard let byte else { return }
        position += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            lineStart = position
            continuations = 0
        } else if byte & 0b1100_0000 == 0b1000_0000 {
            continuations += 1
        }
    }

    private mutating func cell() -> CSVTable.Cell {
        let location = here
        if byte == UInt8(ascii: "\"") { return CSVTable.Cell(quoted(from: location), at: location) }
        let start = position
        var isFaulty = false
        while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\""), !isFaulty {
                isFaulty = true
                faults.append(
                    source.error(
                        "a quotation mark stands inside a cell that does not begin with one", at: here,
                        hints: ["put the whole cell in double quotes, and write each \" inside it twice"]))
            }
            step()
        }
        return CSVTable.Cell(String(decoding: bytes[start..<position], as: UTF8.self), at: location)
    }

    private mutating func quoted(from opening: SourceLocation) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte {
            step()
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            if self.byte == UInt8(ascii: "\"") {
                text.append(byte)
                position += 1
                continue
            }
            skipAfterClosingQuote()
            return String(decoding: text, as: UTF8.self)
        }
        faults.append(
            source.error(
                "the quotation mark that opens this cell is never closed", at: opening,
                hints: ["close it, or write a \" inside a quoted cell twice"]))
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func skipAfterClosingQuote() {
        let place = here
        let start = position
        while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n") { step() }
        guard position > start else { return }
        let rest = String(decoding: bytes[start..<position], as: UTF8.self)
        faults.append(
            source.error(
                "'\(rest)' stands after the closing quotation mark of a cell", at: place,
                hints: ["write each \" inside a quoted cell twice"]))
    }
}
