import Diagnostics
import Files
import Reading
import Typesetting

/// What a template says of the document that it makes, in its `template.yaml` (`poet-template/1`).
///
/// A folder without that file makes a document called like the folder, with a front page and a list of contents.
package struct TemplateSettings: Hashable, Sendable {
    /// How a document begins.
    package enum Front: String, CaseIterable, Sendable {
        /// On paper, title, notices and imprint take a page of their own, and the contents the next.
        case page
        /// The text begins below the title.
        case none
    }

    /// Where the figures behind charts stand on paper; on the web they open below each chart.
    package enum Tables: String, CaseIterable, Sendable {
        /// Each below its chart.
        case below
        /// All of them at the end of the document, each chart with a link to its own.
        case end
    }

    /// What other documents and lists call this one: "Summary".
    package var title: String
    /// A sentence on whom it is for.
    package var description: String?
    package var front = Front.page
    /// Whether the headings are listed at the beginning.
    package var hasContents = true
    /// The most pages that it may take on paper.
    package var pageLimit: Int?
    /// Where the figures behind charts stand on paper.
    package var tables = Tables.below
    /// The page around it, in `Templates/frames/`.
    package var frame = "report"
    /// How it is printed: one of `printThemes`.
    package var print = "standard"
    /// Words with numbers that explain something, such as "95 times in 100": no figure stands behind them.
    package var numbers: [Explained] = []

    package struct Explained: Hashable, Sendable {
        package var text: String
        package var reason: String
    }

    /// The looks of paper that a template can name.
    static let printThemes: [(name: String, theme: PrintTheme)] = [
        ("standard", .standard), ("brief", .brief), ("easy-read", .easyRead),
    ]

    var printTheme: PrintTheme { Self.printThemes.first { $0.name == print }?.theme ?? .standard }

    /// Those of a document without a folder of its own.
    init(title: String) { self.title = title }

    /// Reads the settings of a template's folder; throws every fault of its `template.yaml`.
    init(of folder: String, name: String, library: Library) throws(Failure) {
        title = name.split(separator: "-").joined(separator: " ")
        title = title.prefix(1).uppercased() + title.dropFirst()
        // The parts that every template can take in explain numbers too.
        let parts = library.share + "/Templates/parts/template.yaml"
        if FileStore.exists(parts) { try read(parts, library: library) }
        if FileStore.exists(folder + "/template.yaml") {
            try read(folder + "/template.yaml", library: library)
        }
    }

    private mutating func read(_ file: String, library: Library) throws(Failure) {
        let log = DiagnosticLog()
        var fields = Fields(try DataFile.read(file), of: "the template", log: log)
        fields.format("poet-template/1")
        title = fields.optionalText("title") ?? title
        description = fields.optionalText("description")
        front = fields.optionalChoice("front", Front.self) ?? .page
        hasContents = fields.optionalBoolean("contents") ?? true
        pageLimit = fields.optionalWholeNumber("pages", in: 1...999)
        tables = fields.optionalChoice("tables", Tables.self) ?? .below
        frame = Self.known(
            "frame", of: &fields, among: library.frames,
            else: frame)
        print = Self.known("print", of: &fields, among: Self.printThemes.map(\.name), else: print)
        for node in fields.list("numbers") {
            var number = Fields(node, of: "the number", log: log)
            if let text = number.text("text"), let reason = number.text("reason") {
                numbers.append(Explained(text: text, reason: reason))
            }
            number.finish()
        }
        fields.finish()
        try log.check()
    }

    private static func known(
        _ key: String, of fields: inout Fields, among names: [String], else usual: String
    )
        -> String
    {
        guard let node = fields.node(key), let name = fields.optionalText(key) else { return usual }
        if names.contains(name) { return name }
        fields.log.error(
            "there is no \(key) '\(name)'", at: node.location,
            hints: hints(forUnknown: name, among: names, listing: "there are"))
        return usual
    }
}
