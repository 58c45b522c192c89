import ArgumentParser
import Drawing
import Reports

struct FontsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fonts", abstract: "Lists the fonts that text is set in, and checks them.",
        discussion:
            "poet uses the fonts of its own Fonts/ folder and no others, so that every machine draws the same."
    )

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let fonts = try FontBook(folder: share.library().fonts)
            for style in fonts.styles { print(style) }
        }
    }
}
