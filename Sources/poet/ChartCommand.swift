import ArgumentParser
import Diagnostics
import Document
import Files
import Reports

struct ChartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Draws one chart of a report as PNG, PDF or SVG.",
        discussion: """
            The chart is named as its files in charts/ are (users-safe), or as a template asks for it \
            ('stacked?theme=safety&audience=users&scale=safe4'). The output's ending says the format.

              poet chart Examples/ascs-2020-21/norfolk users-safe --output safe.png
            """)

    @Argument(help: "The report's folder.")
    var folder: String

    @Argument(help: "The chart's name, or a chart as in a template.")
    var chart: String

    @Option(name: .shortAndLong, help: "The files to write, parted by commas: .png, .pdf, .svg.")
    var output: String

    @Option(help: "Pixels a point, for PNG: 2 gives a chart 1600 pixels wide.")
    var scale: Double = 2

    @Option(
        help: "How wide the chart is, in points; below 600 labels stand above their marks, as on a telephone."
    )
    var width: Double = 800

    @Flag(help: "Leaves the ground away: the chart stands on whatever is behind it.")
    var transparent = false

    @Option(help: ArgumentHelp("The date that a PDF carries (default: today).", valueName: "YYYY-MM-DD"))
    var date: String?

    @OptionGroup var share: ShareOptions

    func validate() throws {
        if !(0.1...20).contains(scale) { throw ValidationError("--scale is \(scale), expected 0.1 to 20.") }
        if !(280...4000).contains(width) {
            throw ValidationError("--width is \(width), expected 280 to 4000.")
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
            let studio = try Studio(library: library)
            let picture = try wave.chart(
                chart, of: selection.reports[0], library: library, measurer: studio.fonts,
                width: width)
            for (path, format) in files {
                try FileStore.write(
                    studio.bytes(
                        of: picture, as: format, scale: scale, isTransparent: transparent, date: date),
                    to: path)
                print(path)
            }
        }
    }

    private static func format(of path: String) throws(Failure) -> (String, RenderOptions.Format) {
        for format in [RenderOptions.Format.png, .pdf, .svg] where path.hasSuffix("." + format.rawValue) {
            return (path, format)
        }
        throw Failure("'\(path)' does not end in .png, .pdf or .svg")
    }
}
