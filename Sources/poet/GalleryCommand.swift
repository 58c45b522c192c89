import ArgumentParser
import Diagnostics
import Files
import Reading
import Reports

struct GalleryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery",
        abstract: "Draws every kind of chart and infographic on one page.",
        discussion: """
            The page is our test card: it is looked at before each release. What it shows is said by a file.

              poet gallery Examples/gallery.yaml --output docs/gallery
            """)

    @Argument(help: "The file that says what is drawn.")
    var file: String

    @Option(name: .shortAndLong, help: "The folder to write: index.html and the pictures.")
    var output: String

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let library = try share.library()
            let gallery = try Gallery.read(DataFile.read(file))
            let place = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
            let studio = try Studio(library: library)
            let log = DiagnosticLog()
            var waves: [String: WaveFolder] = [:]
            var drawn: [Gallery.Drawn] = []
            for item in gallery.items {
                log.collect { () throws(Failure) in
                    let folder = place + item.report
                    let wave =
                        if let known = waves[folder] { known } else {
                            try WaveSelection([folder]).openForOneReport(library: library)
                        }
                    waves[folder] = wave
                    drawn.append(
                        try Gallery.drawn(item, of: wave, folder: folder, library: library, studio: studio))
                }
            }
            // Pictures of one wave tell of the same faults.
            if log.hasErrors { throw Failure(log.distinct) }
            let folder = try OutputFolder(replacing: output, madeWith: "index.html")
            for one in drawn { try folder.write(one.png, to: one.item.name + ".png") }
            try folder.write(gallery.html(drawn), to: "index.html")
            try folder.commit()
            for path in folder.listing { print("\(output)/\(path)") }
        }
    }
}
