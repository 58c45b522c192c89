import ArgumentParser
import Diagnostics

/// The command line: parse, call, print, exit.
@main
struct Poet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poet",
        abstract: "Turns the answers to a survey into a council's report, charts and data.",
        discussion: """
            A wave is a folder: wave.yaml says what was asked and when, private/ holds the counts of each council, and a \
            folder a council holds its report.yaml. To render every report of a wave:

              poet render Examples/ascs-2020-21 --output Output/ascs-2020-21

            To begin a report of your own:

              poet init my-council
            """,
        version: "0.1.0",
        subcommands: [
            RenderCommand.self, AuditCommand.self, CheckCommand.self, ChartCommand.self, DiscloseCommand.self,
            ExplainCommand.self,
            FindingsCommand.self, FontsCommand.self, GalleryCommand.self,
            InfographicCommand.self, InitCommand.self, PlanCommand.self,
        ])

    /// Names the nearest command where the first word is none; the parser would only call it unexpected.
    static func main() async {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word) {
            let near = hints(forUnknown: word, among: names, listing: "the commands are")
            let words = ["there is no command '\(word)'"] + near
            exit(withError: ValidationError(words.joined(separator: "; ")))
        }
        await main(nil)
    }
}
