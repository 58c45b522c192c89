import Diagnostics
import Scene

extension TaggedPage.Piece.Part {
    /// The name of the tag that cairo is to mark it with.
    ///
    /// cairo asks a link for its target, and knows no artifacts: they get names that it takes as they are.
    package var mark: String {
        switch self {
        case .content(_, let role): role == .link ? "Span" : role.rawValue
        case .decoration, .header, .footer: "NonStruct"
        }
    }

    /// What stands in the file instead of the mark (ISO 32000-1, 14.8.2.2): nil for what stays a content.
    var artifact: String? {
        switch self {
        case .content: nil
        case .decoration: "/Artifact BMC"
        case .header: "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"
        case .footer: "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC"
        }
    }
}

/// The marks that cairo put around the pieces of a page, held against the pieces that were to be drawn.
struct PageMarks {
    private let pieces: [TaggedPage.Piece]
    private let page: Int

    init(of page: TaggedPage, number: Int) {
        pieces = page.pieces
        self.page = number
    }

    /// The content stream with decoration marked as such; nil if there is none in it.
    ///
    /// Contents keep the number that cairo gave them, which is the place of their piece on the page. Fails when
    /// cairo wrote other marks than those it was told.
    func rewritten(_ content: [UInt8]) throws(Failure) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(content.count + 1024)
        var scanner = PDFScanner(content)
        var copied = 0
        var found = 0
        while scanner.place < content.count {
            switch content[scanner.place] {
            case UInt8(ascii: "("): try scanner.skipString()
            case UInt8(ascii: "/"):
                let start = scanner.place
                scanner.place += 1
                let name = scanner.word()
                guard scanner.pass("<<") else { continue }
                guard let number = try markNumber(&scanner) else { continue }
                try check(name, number: number, expected: found)
                if let artifact = pieces[found].part.artifact {
                    result += content[copied..<start]
                    result += artifact.utf8
                    copied = scanner.place
                }
                found += 1
            default: scanner.place += 1
            }
        }
        guard found == pieces.count else {
            throw Failure("page \(page) was drawn with \(found) marks in place of \(pieces.count)")
        }
        guard copied > 0 else { return nil }
        result += content[copied...]
        return result
    }

    /// The number of a mark whose properties have just begun; nil for those of a run of text.
    private func markNumber(_ scanner: inout PDFScanner) throws(Failure) -> Int? {
        if scanner.pass("/ActualText") {
            _ = try scanner.value()
            return nil
        }
        guard scanner.pass("/MCID"), case .plain(let text) = try scanner.value(), let number = Int(text),
            scanner.pass(">>"), scanner.pass("BDC")
        else { throw Failure("page \(page) was drawn with a mark that the finishing pass does not know") }
        return number
    }

    private func check(_ name: String, number: Int, expected: Int) throws(Failure) {
        guard pieces.indices.contains(expected), number == expected, name == pieces[expected].part.mark else {
            let wanted = pieces.indices.contains(expected) ? pieces[expected].part.mark : "no mark"
            throw Failure(
                "page \(page) was drawn with the mark '\(name)' \(number) in place of '\(wanted)' \(expected)"
            )
        }
    }
}
