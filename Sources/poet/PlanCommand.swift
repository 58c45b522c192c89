import ArgumentParser
import Diagnostics
import Reports

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Begins a report's action plan from its findings.",
        discussion: """
            Writes action-plan.yaml into the report's folder: the areas where results are clearly lower than elsewhere or \
            before, and those with the least positive answers, each tied to its figure. What will be done, by whom and by \
            when is for people to write. A plan that is there already stays as it is.

              poet plan my-council/my-council
            """)

    @Argument(help: "The report's folder.")
    var folder: String

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let selection = try WaveSelection([folder])
            guard selection.reports.count == 1 else {
                throw Failure("'\(folder)' is a wave, expected one report's folder")
            }
            let wave = try selection.openForOneReport(library: share.library())
            let draft = try PlanDraft(of: selection.reports[0], in: wave)
            try draft.write()
            print(draft.path)
        }
    }
}
