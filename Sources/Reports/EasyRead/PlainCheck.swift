import Diagnostics
import Document
import Findings
import Language
import Survey

/// Holds the words of an Easy Read document, and of what people wrote for it, against rules that can be counted.
///
/// - A sentence has at most 15 words.
/// - A word of the list of hard words, and a word of four syllables or of more than 12 letters, is explained, or has a plainer
///   one, or is known to everybody. A word with a capital letter within a sentence is a name.
/// - No percentage, and no short form in capitals.
/// - Each idea has a picture: a paragraph by itself has none.
///
/// Sources: Department of Health, Making written information easier to understand for people with learning disabilities (2010);
/// gov.uk, Accessible communication formats (Easy Read).
struct PlainCheck {
    static let mostWords = 15
    static let mostSyllables = 3
    static let mostLetters = 12

    private let list: WordList
    /// Names that the document speaks of, in lower case: of the body and of those it is compared with.
    private let names: Set<String>

    init(_ list: WordList, context: ReportContext) {
        self.list = list
        let bodies =
            [context.results.own.body.name] + context.results.others.map(\.results.body.name)
            + context.results.others.map(\.comparator.inText)
        names = Set(bodies.flatMap { PlainText.words(in: $0) }.map { $0.lowercased() })
    }

    /// A warning for each thing that is hard to read in a document whose pictures are not made yet.
    func check(_ manuscript: Manuscript, explaining entries: [WordList.Entry], log: DiagnosticLog) {
        for block in manuscript.blocks { check(block, log: log) }
        for entry in entries { check(entry.means, at: entry.location, log: log) }
    }

    private func check(_ block: Block, log: DiagnosticLog) {
        switch block.content {
        case .heading(_, let words): check(words.spokenText, at: block.location, log: log)
        case .paragraph(let words):
            check(words.spokenText, at: block.location, log: log)
            log.warning(
                "'\(Self.start(words.plainText))' has no picture beside it", at: block.location,
                hints: ["write ![\(Self.start(words.plainText))](picture:talking)"])
        case .directive(let directive): check(directive.caption.spokenText, at: directive.location, log: log)
        case .quotation(let inside), .callout(_, let inside):
            for block in inside {
                if case .paragraph(let words) = block.content {
                    check(words.spokenText, at: block.location ?? block.location, log: log)
                } else {
                    check(block, log: log)
                }
            }
        case .list(let list): for block in list.items.joined() { check(block, log: log) }
        case .table, .figure, .numbers, .code:
            log.warning("a table, a chart or a list of numbers is hard to read here", at: block.location)
        case .pictures, .rule: break
        }
    }

    /// The warnings about a text.
    func check(_ text: String, at place: SourceLocation?, log: DiagnosticLog) {
        for sentence in PlainText.sentences(in: text) {
            let words = PlainText.words(in: sentence)
            if words.count > Self.mostWords {
                log.warning(
                    "'\(Self.start(sentence))' has \(words.count) words, expected at most \(Self.mostWords)",
                    at: place, hints: ["make two sentences of it"])
            }
            if sentence.contains("%") {
                log.warning(
                    "'\(Self.start(sentence))' has a percentage", at: place,
                    hints: ["write it with |outOfTen, as in {{holders.dignity.positive@this|outOfTen}}"])
            }
            checkWords(of: sentence, words, at: place, log: log)
        }
    }

    private func checkWords(
        of sentence: String, _ words: [String], at place: SourceLocation?, log: DiagnosticLog
    ) {
        let explained = list.explained.filter { $0.range(in: sentence) != nil }
            .flatMap(\.spellings).flatMap { PlainText.words(in: $0) }.map { $0.lowercased() }
        for (hard, plain) in list.plain.sorted(by: { $0.key < $1.key })
        where WordList.Entry(
            word: hard, forms: [], means: "", picture: "", location: SourceLocation(file: "")
        )
        .range(in: sentence) != nil && !explained.contains(hard) {
            log.warning("'\(hard)' is a hard word", at: place, hints: ["write '\(plain)'"])
        }
        for (index, word) in words.enumerated() {
            let bare = word.lowercased().replacing("’s", with: "")
            let parts = bare.split { $0 == "-" || $0 == "’" || $0 == "'" }.map(String.init)
            let isName =
                names.contains(bare) || (index > 0 && word.first?.isUppercase == true && !word.isShortForm)
            guard !explained.contains(bare), list.plain[bare] == nil, !list.known.contains(bare), !isName,
                !word.contains("@"), !word.contains("www.")
            else { continue }
            if word.isShortForm {
                log.warning(
                    "'\(word)' is a short form", at: place,
                    hints: ["write the whole words, or explain it in words.yaml"])
            } else if parts.contains(where: {
                PlainText.syllables(in: $0) > Self.mostSyllables || $0.count > Self.mostLetters
            }) {
                log.warning(
                    "'\(word)' is a long word", at: place,
                    hints: ["use a shorter one, or explain it in words.yaml"])
            }
        }
    }

    private static func start(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count <= 8 ? text : words.prefix(8).joined(separator: " ") + " …"
    }
}

extension String {
    /// Whether the word is letters in capitals alone, two or more.
    fileprivate var isShortForm: Bool {
        count > 1 && contains(where: \.isLetter) && allSatisfy { $0.isUppercase || $0.isNumber }
            && contains(where: \.isUppercase)
    }
}

extension [Inline] {
    /// The words, a new line where one begins.
    fileprivate var spokenText: String {
        map { if case .lineBreak = $0 { "\n" } else { $0.plainText } }.joined()
    }
}
