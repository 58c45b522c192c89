import ArgumentParser
import Diagnostics
import Files
import Reports

struct InfographicCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "infographic",
        abstract: "Draws a report's messages on one page: paper, square and wide, with text versions.",
        discussion: """
            The template is a file of Templates/infographics/, or one of your own beside the wave. An output without an \
            ending is a folder: it gets every size, in folders for print, social media and the web. Outputs with \
            endings (.png, .pdf, .svg, .html, .md, .txt) are one size, a4 where none is said; .html and .md are the text \
            version, .txt is the alternative text and a short post.

              poet infographic Examples/ascs-2020-21/norfolk --output norfolk --print
              poet infographic Examples/poet-adults-2017/national --template national-adults --size square \
            --output national.png,national.txt
            """)

    @Argument(help: "The report's folder.")
    var folder: String

    @Option(help: "The template's name.")
    var template = "council"

    @Option(help: "a5, a4, a3, square (1080 by 1080), wide (1200 by 630), or all.")
    var size: String?

    @Option(name: .shortAndLong, help: "A folder, or the files to write, parted by commas.")
    var output: String

    @Flag(help: "Also PDFs for a printing firm: 3 mm of bleed, crop marks, letters as outlines.")
    var print = false

    @Option(help: "Pixels a point, for PNG files (default: 150 an inch of paper; 1 for screens).")
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
            let files = try Self.files(output)
            let date = try Today.checked(date)
            let selection = try WaveSelection([folder])
            guard selection.reports.count == 1 else {
                throw Failure("'\(folder)' is a wave, expected one report's folder")
            }
            if files != nil, size == "all" {
                throw Failure("--size all makes a folder, and '\(output)' is not one")
            }
            let sizes = files == nil && (size ?? "all") == "all" ? nil : [size ?? "a4"]
            let wave = try selection.openForOneReport(library: library)
            let log = DiagnosticLog()
            let studio = try Studio(library: library)
            let pages = try wave.infographics(
                template, sizes: sizes, of: selection.reports[0], library: library, studio: studio, log: log)
            Words.say(log.diagnostics)
            if let files, let page = pages.first {
                var laid: LaidInfographic?
                for (path, ending) in files {
                    try FileStore.write(
                        bytes(of: page, &laid, as: ending, from: studio, date: date), to: path)
                    Swift.print(path)
                }
            } else {
                let folder = try OutputFolder(replacing: output, madeWith: InfographicFolder.marker)
                let paths = try InfographicFolder.write(
                    pages, with: studio, date: date, prints: print, into: folder)
                try folder.commit()
                for path in paths { Swift.print("\(output)/\(path)") }
            }
        }
    }

    /// The page as a file; laid out once, when the first picture asks for it.
    private func bytes(
        of page: InfographicPage, _ laid: inout LaidInfographic?, as ending: String, from studio: Studio,
        date: String
    ) throws(Failure) -> [UInt8] {
        switch RenderOptions.Format(rawValue: ending) {
        case nil: return Array(page.captions.utf8)
        case .markdown: return page.markdown
        case .html: return page.html
        case .some(let format):
            let sheet: LaidInfographic
            if let laid { sheet = laid } else { sheet = try page.laid(by: studio) }
            laid = sheet
            return format == .pdf && print
                ? try sheet.printPDF(from: studio, date: date)
                : try sheet.bytes(as: format, from: studio, scale: scale, date: date)
        }
    }

    private static let endings = ["png", "pdf", "svg", "html", "md", "txt"]

    /// The files with their endings; nil for a folder.
    private static func files(_ output: String) throws(Failure) -> [(path: String, ending: String)]? {
        let paths = output.split(separator: ",").map(String.init)
        if paths.count == 1, !(output.split(separator: "/").last ?? "").contains(".") { return nil }
        var files: [(String, String)] = []
        for path in paths {
            guard let ending = endings.first(where: { path.hasSuffix("." + $0) }) else {
                throw Failure("'\(path)' does not end in .png, .pdf, .svg, .html, .md or .txt")
            }
            files.append((path, ending))
        }
        return files
    }
}
