import ArgumentParser
import Diagnostics
import Files
import Reports

struct InfographicCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "infographic",
        abstract: "Draws a report's messages on one page, as PNG, PDF or SVG, with a text version.",
        discussion: """
            The template is a file of Templates/infographics/, or one of your own beside the wave. The outputs' endings \
            say the formats; .md is the text version.

              poet infographic Examples/ascs-2020-21/norfolk --output norfolk.png,norfolk.pdf,norfolk.md
              poet infographic Examples/poet-adults-2017/national --template national-adults --size square \
            --output national.png
            """)

    @Argument(help: "The report's folder.")
    var folder: String

    @Option(help: "The template's name.")
    var template = "council"

    @Option(help: "a4, or square (1080 by 1080).")
    var size = "a4"

    @Option(name: .shortAndLong, help: "The files to write, parted by commas: .png, .pdf, .svg, .md.")
    var output: String

    @Option(help: "Pixels a point, for PNG (default: 2.0833 for a4, which is 150 dpi; 1 for square).")
    var scale: Double?

    @Option(help: ArgumentHelp("The date that a PDF carries (default: today).", valueName: "YYYY-MM-DD"))
    var date: String?

    @OptionGroup var share: ShareOptions

    func validate() throws {
        if let scale, !(0.1...20).contains(scale) {
            throw ValidationError("--scale is \(scale), expected 0.1 to 20.")
        }
    }

    func run() async throws {
        try await reporting {
            let library = try share.library()
            let files = try output.split(separator: ",").map { try Self.format(of: String($0)) }
            let date = try Today.checked(date)
            let selection = try WaveSelection([folder])
            guard selection.reports.count == 1 else {
                throw Failure("'\(folder)' is a wave, expected one report's folder")
            }
            let wave = try selection.openForOneReport(library: library)
            let log = DiagnosticLog()
            let page = try wave.infographic(
                template, format: size, of: selection.reports[0], library: library, log: log)
            Words.say(log.diagnostics)
            let studio = try Studio(library: library)
            let picture = try page.picture(measurer: studio.fonts)
            let scale = scale ?? (size == "square" ? 1 : 150.0 / 72)
            for (path, format) in files {
                let bytes =
                    format == .markdown
                    ? Array(page.text.utf8)
                    : try studio.bytes(of: picture, as: format, scale: scale, date: date)
                try FileStore.write(bytes, to: path)
                print(path)
            }
        }
    }

    private static func format(of path: String) throws(Failure) -> (String, RenderOptions.Format) {
        for format in [RenderOptions.Format.png, .pdf, .svg, .markdown]
        where path.hasSuffix("." + format.rawValue) {
            return (path, format)
        }
        throw Failure("'\(path)' does not end in .png, .pdf, .svg or .md")
    }
}
