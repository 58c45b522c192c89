import Diagnostics
import Files
import Reading
import Survey
import Templates

/// The templates of a report's documents: the main one, which is written as `report`, then the others.
struct ReportTemplates {
    private(set) var templates: [ReportTemplate] = []

    /// Names that no document beside the main one can have: their files are taken.
    private static let taken = ["report", "index", "manifest", "accessibility-statement"]

    /// Reads the templates that a report and its wave name, and the narrative files of the report.
    ///
    /// A narrative that no template has a place for is a fault. All faults of all templates are thrown at once.
    ///
    /// - Parameter only: the name of the one document that is wanted.
    init(of settings: ReportSettings, in report: String, wave: WaveFolder, library: Library, only: String?)
        throws(Failure)
    {
        let log = DiagnosticLog()
        let main = settings.template ?? wave.wave.template
        let others = (settings.documents ?? wave.wave.documents).filter { $0 != main }
        let place = { (key: String) in settings.places[key] ?? wave.wave.places[key] }
        for (name, location) in [(main, place("template"))]
            + others.map({ ($0, place("documents.\($0)")) })
        {
            let fileName = templates.isEmpty ? "report" : String(name.split(separator: "/").last ?? "")
            let template = log.collect { () throws(Failure) in
                let faults = DiagnosticLog()
                _ = checkedIdentifier(
                    fileName, at: location ?? SourceLocation(file: report), what: "the name of the document",
                    log: faults)
                try faults.check()
                if !templates.isEmpty,
                    Self.taken.contains(fileName) || templates.contains(where: { $0.fileName == fileName })
                {
                    throw Failure(
                        "the document '\(name)' would be written as '\(fileName)', and that name is taken",
                        at: location, hints: ["give the folder of its template another name"])
                }
                return try ReportTemplate(
                    name, fileName: fileName,
                    folder: library.template(name, beside: wave.folder, at: location),
                    themes: wave.instrument.themes.map(\.id), library: library)
            }
            if let template { templates.append(template) }
        }
        try log.check()
        let narratives = narratives(of: settings, in: report, log: log)
        for index in templates.indices {
            try templates[index].fill(with: narratives, file: "\(report)/report.yaml")
        }
        try log.check()
        try choose(only)
    }

    private func narratives(of settings: ReportSettings, in report: String, log: DiagnosticLog) -> [String:
        Template]
    {
        var narratives: [String: Template] = [:]
        let places = Set(templates.flatMap(\.places))
        for (name, file) in settings.narrative.sorted(by: { $0.key < $1.key }) {
            if !places.contains(name) {
                let folders = templates.map { "'\($0.folder)'" }.joined(separator: ", ")
                let subject = templates.count == 1 ? "the template \(folders) has" : "no template has"
                log.error(
                    templates.count == 1
                        ? "\(subject) no place for the narrative '\(name)'"
                        : "\(subject) a place for the narrative '\(name)', of \(folders)",
                    at: settings.places["narrative.\(name)"],
                    hints: places.isEmpty
                        ? ["write {{> narrative.\(name)}} in the template, where it should stand"]
                        : hints(forUnknown: name, among: places.sorted(), listing: "places"))
            }
            narratives[name] = log.collect { () throws(Failure) in
                try ReportTemplate.template("\(report)/\(file)")
            }
        }
        return narratives
    }

    private mutating func choose(_ only: String?) throws(Failure) {
        guard let only else { return }
        let names = templates.flatMap { $0.name == $0.fileName ? [$0.name] : [$0.name, $0.fileName] }
        templates = templates.filter { $0.name == only || $0.fileName == only }
        if templates.isEmpty {
            throw Failure(
                "the report has no document '\(only)'",
                hints: hints(forUnknown: only, among: names, listing: "documents"))
        }
    }
}
