import ArgumentParser

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
            FindingsCommand.self, FontsCommand.self, InfographicCommand.self, InitCommand.self,
            PlanCommand.self,
        ])
}
