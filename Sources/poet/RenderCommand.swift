import ArgumentParser
import Diagnostics
import Files
import Glibc
import Reports

struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders reports: HTML, Markdown, charts and data.",
        discussion: """
            Give a wave's folder to render all its reports, or the folders of single reports. Published results that are \
            missing or stale are made first, as by `poet disclose`. Each report is written whole or not at all; one that \
            fails does not stop the others, and the exit code is then 1.

            Formats that are not asked for stay as they are where the report has not changed since, and are taken away \
            where it has. `index.html` lists what each report has, and, for a whole wave, the reports.

              poet render Examples/ascs-2020-21 --output Output/ascs-2020-21
              poet render Examples/ascs-2020-21/norfolk --output Output --formats html
            """)

    @Argument(help: "A wave's folder, or report folders of one wave.")
    var folders: [String]

    @Option(name: .shortAndLong, help: "Where the reports go, a folder each.")
    var output: String = "Output"

    @OptionGroup var rendering: RenderingOptions
    @OptionGroup var share: ShareOptions

    @Option(
        help: ArgumentHelp(
            "How many reports are rendered side by side (default: one a core).", valueName: "n"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs), expected at least 1.") }
    }

    func run() async throws {
        try await reporting {
            let library = try share.library()
            let options = try rendering.options()
            let selection = try WaveSelection(folders)
            let failed = try await render(selection, library: library, options: options)
            if failed { throw ExitCode.failure }
        }
    }

    private func render(_ selection: WaveSelection, library: Library, options: RenderOptions) async throws
        -> Bool
    {
        let wave =
            try selection.isWhole
            ? selection.open(library: library) : selection.openForOneReport(library: library)
        let isTerminal = isatty(STDERR_FILENO) == 1
        let choice = try DocumentChoice(options.document, among: selection.reports, of: wave)
        Words.say(leftOut: choice, options.document)
        let total = choice.folders.count
        let batch = Batch(wave: wave, library: library, options: options, output: output)
        let outcomes = await batch.render(
            choice.folders, jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        ) { outcome, done in
            if isTerminal { Words.say("[\(done)/\(total)] \(outcome.body)") }
        }
        for outcome in outcomes {
            Words.say(outcome.diagnostics)
            if let folder = outcome.folder { print(folder) }
        }
        let index = WaveIndex(library: library, wave: wave, folder: output)
        if selection.isWhole || index.exists { try index.write() }
        let failed = outcomes.filter { $0.folder == nil }
        guard !failed.isEmpty else { return false }
        Words.say("\(failed.count) of \(total) reports failed: " + failed.map(\.body).joined(separator: ", "))
        return true
    }
}

/// What every command that renders can be told.
struct RenderingOptions: ParsableArguments {
    @Option(
        help: """
            What to write, parted by commas: html, md, png, pdf, svg, csv, ods, json (default: these), docx (by pandoc), cms \
            (pieces of HTML for your own website).
            """)
    var formats: String?

    @Option(
        help: ArgumentHelp("The level of a document's title in the pieces that cms writes.", valueName: "1-6")
    )
    var cmsHeading: Int = 1

    @Option(help: ArgumentHelp("The date that documents carry (default: today).", valueName: "YYYY-MM-DD"))
    var date: String?

    @Option(
        help: ArgumentHelp(
            "Only this document of each report, by the name of its template (default: all).",
            valueName: "template"))
    var document: String?

    @Flag(help: "Take warnings for errors.")
    var strict = false

    func options() throws -> RenderOptions {
        var chosen = RenderOptions.Format.usual
        if let formats {
            let names = RenderOptions.Format.allCases.map(\.rawValue)
            chosen = []
            for name in formats.split(separator: ",") {
                guard let format = RenderOptions.Format(rawValue: String(name)) else {
                    throw Failure(
                        "unknown format '\(name)'",
                        hints: hints(forUnknown: String(name), among: names, listing: "formats"))
                }
                chosen.insert(format)
            }
        }
        var options = RenderOptions(
            formats: chosen, date: try Today.checked(date), isStrict: strict, document: document)
        guard 1...6 ~= cmsHeading else {
            throw Failure("--cms-heading is \(cmsHeading), expected 1 to 6, the levels of headings in HTML")
        }
        options.cmsTopLevel = cmsHeading
        if chosen.contains(.docx) { options.pandoc = try pandoc() }
        return options
    }

    /// The program pandoc, from the folders where the machine looks for programs.
    private func pandoc() throws -> Program {
        guard let program = Program(named: "pandoc", in: getenv("PATH").map { String(cString: $0) } ?? "")
        else {
            throw Failure(
                "the format 'docx' needs the program pandoc, and there is none in PATH",
                hints: [
                    "install it (Debian and Ubuntu: apt-get install pandoc), or leave docx out of --formats"
                ])
        }
        return program
    }
}
