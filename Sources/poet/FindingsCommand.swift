import ArgumentParser
import Diagnostics
import Findings
import Reading
import Reports
import Survey

struct FindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Says in plain English what the published figures support.",
        discussion: """
            Give a wave's folder, or report folders of one wave. Every statement rests on published figures; differences \
            are tested, and the notes at the end say how. As Markdown every number is the name of its figure, ready for a \
            narrative; as JSON each statement has its parts, its figures and the tests behind it.

              poet findings Examples/ascs-2020-21/norfolk
              poet findings Examples/exampleshire/2026 --format json
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown
    }

    @Argument(help: "A wave's folder, or report folders of one wave.")
    var folders: [String]

    @Option(help: "text, json or markdown.")
    var format: Format = .text

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let selection = try WaveSelection(folders)
            let wave = try selection.open(library: share.library())
            let log = DiagnosticLog()
            let reports = selection.reports.compactMap { folder in
                log.collect { () throws(Failure) in try FindingsReport(of: folder, in: wave) }
            }
            try log.check()
            print(text(reports), terminator: "")
        }
    }

    private func text(_ reports: [FindingsReport]) -> String {
        switch format {
        case .text: reports.map { FindingsText(.text).text($0) }.joined(separator: "\n")
        case .markdown: reports.map { FindingsText(.markdown).text($0) }.joined(separator: "\n")
        case .json: JSONText.write(reports.count == 1 ? reports[0].json : .list(reports.map(\.json)))
        }
    }
}
