import Diagnostics
import Files
import Findings
import Language
import Reading
import Templates

/// A document's template, with the partials beside it and the narrative that people wrote.
struct ReportTemplate {
    /// What the partials of narratives are called: `{{> narrative.summary}}`.
    private static let narrative = "narrative."

    /// As `wave.yaml` names it.
    let name: String
    /// What its files are called: `report`, or the last part of its name.
    let fileName: String
    let folder: String
    let settings: TemplateSettings
    /// Rules that follow those of the theme, from its `style.css`.
    let style: String
    /// The words of Easy Read, from its `words.yaml`: a document with that file is held against them.
    let words: WordList?
    /// The narratives that the template has a place for.
    let places: Set<String>
    private let template: Template
    private var partials: [String: Template]

    /// Reads `report.md` of the template's folder, and `template.yaml`, `style.css` and the `.md` files beside it; parts
    /// that are not there are taken from poet's own.
    ///
    /// - Parameter themes: the ids of the questionnaire's themes, each of which can have a narrative.
    init(_ name: String, fileName: String, folder: String, themes: [String], library: Library) throws(Failure)
    {
        let log = DiagnosticLog()
        var partials: [String: Template] = [:]
        for file in try FileStore.names(in: folder) where file.hasSuffix(".md") {
            partials[String(file.dropLast(3))] = log.collect { () throws(Failure) in
                try Self.template("\(folder)/\(file)")
            }
        }
        let settings = log.collect { () throws(Failure) in
            try TemplateSettings(
                of: folder, name: String(name.split(separator: "/").last ?? ""), library: library)
        }
        var wanted = partials.values.flatMap(\.partialNames)
        while let part = wanted.popLast() {
            guard partials[part] == nil, !part.hasPrefix("*"), !part.contains("/"),
                FileStore.exists(library.part(part))
            else { continue }
            let read = log.collect { () throws(Failure) in try Self.template(library.part(part)) }
            guard let read else { break }
            partials[part] = read
            wanted += read.partialNames
        }
        try log.check()
        guard let main = partials.removeValue(forKey: "report"), let settings else {
            throw Failure("there is no template '\(folder)/report.md'")
        }
        self.name = name
        self.fileName = fileName
        self.folder = folder
        self.settings = settings
        let words = folder + "/words.yaml"
        self.words = FileStore.exists(words) ? try WordList.read(DataFile.read(words)) : nil
        style =
            FileStore.exists(folder + "/style.css")
            ? try SourceText.load(path: folder + "/style.css").text : ""
        let names = ([main] + partials.values).flatMap(\.partialNames)
        let own = names.filter { $0.hasPrefix(Self.narrative) }.map {
            String($0.dropFirst(Self.narrative.count))
        }
        places = Set(own + (names.contains("*narrativeName") ? themes.map { "theme-" + $0 } : []))
        template = main
        self.partials = partials
    }

    /// Puts the narratives into their places; a place that nobody wrote for stays empty.
    mutating func fill(with narratives: [String: Template], file: String) throws(Failure) {
        let empty = try Template(parsing: "", file: file)
        for place in places { partials[Self.narrative + place] = narratives[place] ?? empty }
    }

    static func template(_ path: String) throws(Failure) -> Template {
        try Template(parsing: SourceText.load(path: path).text, file: path)
    }

    func render(_ names: ReportNames) throws(Failure) -> RenderedText {
        try TemplateRenderer(escaping: .markdown, partials: partials, formats: Self.formats(names))
            .render(template, with: names.data(narratives: places.sorted()))
    }

    /// What may stand after a name: `{{figure|percent}}`.
    private static func formats(_ names: ReportNames) -> [String: TemplateFormat] {
        [
            "outOfTen": { value, _ throws(Failure) in try names.outOfTen(value) },
            "percent": { value, _ throws(Failure) in
                guard case .figure(_, let text) = value, text.hasSuffix("%") else {
                    throw Failure("'percent' takes a share, such as holders.dignity.positive@this")
                }
                return value
            },
            "capitalized": { value, _ throws(Failure) in
                guard case .text(let text) = value else { throw Failure("'capitalized' takes a text") }
                return .text(English.capitalized(text))
            },
        ]
    }
}
