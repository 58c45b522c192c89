import Diagnostics
import Document
import Reading

/// The words of Easy Read (`poet-words/1`): those that a document explains, those that have a plainer one, and long ones that
/// everybody knows.
///
/// See docs/formats/words.md.
struct WordList: Hashable, Sendable {
    /// A hard word that is explained where it is used.
    struct Entry: Hashable, Sendable {
        var word: String
        /// Other forms of it: "councils".
        var forms: [String]
        /// What it means, in sentences.
        var means: String
        var picture: String
        var location: SourceLocation

        /// The word and its forms, the longest first.
        var spellings: [String] { ([word] + forms).sorted { ($1.count, $0) < ($0.count, $1) } }
    }

    var explained: [Entry]
    /// A plainer word by the hard one, in lower case.
    var plain: [String: String]
    /// Long words that everybody knows, in lower case.
    var known: Set<String>

    /// Reads the list of a file; throws every fault of it.
    static func read(_ node: DataNode) throws(Failure) -> WordList {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the word list", log: log)
        fields.format("poet-words/1")
        var explained: [Entry] = []
        for node in fields.list("explained") {
            var entry = Fields(node, of: "the word", log: log)
            let (word, means, picture) = (
                entry.text("word"), entry.text("means"), entry.identifier("picture")
            )
            let forms = entry.texts("forms")
            entry.finish()
            guard let word, let means, let picture else { continue }
            if explained.contains(where: { $0.word == word }) {
                log.error("'\(word)' is explained twice", at: node.location)
            }
            explained.append(
                Entry(word: word, forms: forms, means: means, picture: picture, location: node.location))
        }
        var plain: [String: String] = [:]
        if let node = fields.node("plain") {
            var words = Fields(node, of: "'plain'", log: log)
            for member in words.rest() {
                guard case .string(let plainer) = member.node.value else {
                    log.error(
                        "the plain word for '\(member.name)' is \(member.node.found), expected a word",
                        at: member.node.location)
                    continue
                }
                plain[member.name.lowercased()] = plainer
            }
        }
        let known = Set(fields.texts("known").map { $0.lowercased() })
        fields.finish()
        try log.check()
        return WordList(explained: explained, plain: plain, known: known)
    }

    /// The entries that some texts use, and those that their explanations use, by the alphabet.
    func used(in texts: [String]) -> [Entry] {
        var used: [Entry] = []
        var texts = texts
        while let text = texts.popLast() {
            for entry in explained where !used.contains(entry) && entry.range(in: text) != nil {
                used.append(entry)
                texts.append(entry.means)
            }
        }
        return used.sorted { $0.word.lowercased() < $1.word.lowercased() }
    }

    /// The document with each of the entries in bold where it is first used.
    static func marking(_ entries: [Entry], in manuscript: Manuscript) -> Manuscript {
        var waiting = entries
        var manuscript = manuscript
        for index in manuscript.blocks.indices {
            switch manuscript.blocks[index].content {
            case .paragraph(let words):
                manuscript.blocks[index].content = .paragraph(marking(&waiting, in: words))
            case .pictures(var rows):
                for row in rows.indices { rows[row].words = marking(&waiting, in: rows[row].words) }
                manuscript.blocks[index].content = .pictures(rows)
            default: break
            }
        }
        return manuscript
    }

    private static func marking(_ waiting: inout [Entry], in words: [Inline]) -> [Inline] {
        var result: [Inline] = []
        var rest = words[...]
        while let inline = rest.popFirst() {
            guard case .text(let text) = inline, let found = first(of: waiting, in: text) else {
                if case .strong(let inside) = inline {
                    waiting.removeAll { $0.range(in: inside.plainText) != nil }
                }
                result.append(inline)
                continue
            }
            waiting.removeAll { $0 == found.entry }
            result += [Inline](words: String(text[..<found.range.lowerBound]))
            result.append(.strong([.text(String(text[found.range]))]))
            let after = String(text[found.range.upperBound...])
            if !after.isEmpty { rest = [.text(after)] + rest }
        }
        return result
    }

    private static func first(of entries: [Entry], in text: String) -> (
        entry: Entry, range: Range<String.Index>
    )? {
        entries.compactMap { entry in entry.range(in: text).map { (entry, $0) } }
            .min { ($0.1.lowerBound, $1.1.upperBound) < ($1.1.lowerBound, $0.1.upperBound) }
    }
}

extension WordList.Entry {
    /// Where a text uses the word or one of its forms first, whole and in any case.
    func range(in text: String) -> Range<String.Index>? {
        guard text.mayHold(word) || forms.contains(where: text.mayHold) else { return nil }
        let spellings = spellings.map { Array($0.lowercased()) }
        var place = text.startIndex
        var isStart = true
        while place < text.endIndex {
            if isStart {
                for spelling in spellings {
                    guard let end = text.index(place, offsetBy: spelling.count, limitedBy: text.endIndex),
                        text[place..<end].lowercased().elementsEqual(spelling),
                        end == text.endIndex || !(text[end].isLetter || text[end].isNumber)
                    else { continue }
                    return place..<end
                }
            }
            isStart = !(text[place].isLetter || text[place].isNumber)
            place = text.index(after: place)
        }
        return nil
    }
}

extension String {
    /// Whether a phrase can stand in the text, in any case: bytes tell that most texts hold none of a list's words.
    fileprivate func mayHold(_ phrase: String) -> Bool {
        // Only letters of ASCII differ from their capitals by one bit.
        guard phrase.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
        var (text, phrase) = (self, phrase)
        return text.withUTF8 { text in
            phrase.withUTF8 { phrase in
                guard text.count >= phrase.count else { return false }
                return (0...text.count - phrase.count).contains { start in
                    phrase.indices.allSatisfy { text[start + $0] | 0x20 == phrase[$0] | 0x20 }
                }
            }
        }
    }
}
