import ArgumentParser
import Diagnostics
import Reports

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Does everything that render does, and writes nothing.",
        discussion: """
            Reads the wave, applies its policy in memory, fills the templates and makes the figures of each report. Every \
            fault is printed with its file, line and remedy; the exit code is 1 if there is one.
            """)

    @Argument(help: "A wave's folder, or report folders of one wave.")
    var folders: [String]

    @OptionGroup var rendering: RenderingOptions
    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let library = try share.library()
            let selection = try WaveSelection(folders)
            let wave = try selection.open(library: library, writesPublished: false)
            let renderer = ReportRenderer(
                library: library, studio: try Studio(library: library), options: try rendering.options())
            var faults = 0
            for folder in selection.reports {
                do throws(Failure) {
                    Words.say(try renderer.render(folder, of: wave).warnings)
                } catch {
                    Words.say(error.diagnostics)
                    faults += 1
                }
            }
            Words.say(
                "\(selection.reports.count - faults) of \(selection.reports.count) reports are in order")
            if faults > 0 { throw ExitCode.failure }
        }
    }
}
