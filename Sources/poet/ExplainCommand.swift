import ArgumentParser
import Diagnostics
import Reports

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says where a figure comes from, how it was rounded, and where it is printed.",
        discussion: """
              poet explain Examples/ascs-2020-21/norfolk users.satisfaction.positive@this
            """)

    @Argument(help: "The report's folder.")
    var folder: String

    @Argument(help: "The figure's id: audience.question[.group=category].measure@body.")
    var figure: String

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let library = try share.library()
            let selection = try WaveSelection([folder])
            guard selection.reports.count == 1 else {
                throw Failure("'\(folder)' is a wave, expected one report's folder")
            }
            let wave = try selection.openForOneReport(library: library)
            let studio = try Studio(library: library)
            let report = try ComposedReport(
                selection.reports[0], of: wave, library: library, measurer: studio.fonts)
            for line in try FigureExplanation(of: figure, in: report, wave: wave).lines { print(line) }
        }
    }
}
