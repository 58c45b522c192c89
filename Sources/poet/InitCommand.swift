import ArgumentParser
import Reports

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begins a new wave with one report that renders.",
        discussion: """
            The folder's name becomes the council's. The figures in it are invented, and say so: replace them by your own.

              poet init west-exampleshire
              poet render west-exampleshire --output Output
            """)

    @Argument(help: "The folder to make.")
    var folder: String

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            for file in try Starter(in: folder, library: share.library()).files { print(file) }
        }
    }
}
