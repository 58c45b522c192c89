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
            let options = try rendering.options()
            let choice = try DocumentChoice(options.document, among: selection.reports, of: wave)
            Words.say(leftOut: choice, options.document)
            let renderer = ReportRenderer(
                library: library, studio: try Studio(library: library), options: options)
            var faults = 0
            for folder in choice.folders {
                do throws(Failure) {
                    Words.say(try renderer.render(folder, of: wave).warnings)
                } catch {
                    Words.say(error.diagnostics)
                    faults += 1
                }
            }
            Words.say(
                "\(choice.folders.count - faults) of \(choice.folders.count) reports are in order")
            if faults > 0 { throw ExitCode.failure }
        }
    }
}
