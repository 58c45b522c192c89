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
        let wave = try selection.open(library: library)
        let isTerminal = isatty(STDERR_FILENO) == 1
        let total = selection.reports.count
        let batch = Batch(wave: wave, library: library, options: options, output: output)
        let outcomes = await batch.render(
            selection.reports, jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        ) { outcome, done in
            if isTerminal { Words.say("[\(done)/\(total)] \(outcome.body)") }
        }
        for outcome in outcomes {
            Words.say(outcome.diagnostics)
            if let folder = outcome.folder { print(folder) }
        }
        let failed = outcomes.filter { $0.folder == nil }
        guard !failed.isEmpty else { return false }
        Words.say("\(failed.count) of \(total) reports failed: " + failed.map(\.body).joined(separator: ", "))
        return true
    }
}

/// What every command that renders can be told.
struct RenderingOptions: ParsableArguments {
    @Option(help: "What to write, parted by commas: html, md, png, pdf, svg, csv (default: all).")
    var formats: String?

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
        var chosen = Set(RenderOptions.Format.allCases)
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
        return RenderOptions(
            formats: chosen, date: try Today.checked(date), isStrict: strict, document: document)
    }
}
