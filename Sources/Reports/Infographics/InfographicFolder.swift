import Charts
package import Diagnostics
package import Files

/// All files of a report's infographic, in a folder for each channel.
package enum InfographicFolder {
    /// The file by which an earlier folder is known to be ours.
    package static let marker = "read-me.txt"

    /// Writes every size in every format that its channel takes, and a zip a channel; the paths written, sorted.
    ///
    /// - Parameter prints: whether there are PDFs for a printer, too.
    package static func write(
        _ pages: [InfographicPage], with studio: Studio, date: String, prints: Bool,
        into folder: OutputFolder
    ) throws(Failure) -> [String] {
        let log = DiagnosticLog()
        var files: [(path: String, bytes: [UInt8])] = []
        for page in pages {
            log.collect { () throws(Failure) in
                files += try Self.files(of: page, with: studio, date: date, prints: prints)
            }
        }
        try log.check()
        for (path, bytes) in files { try folder.write(bytes, to: path) }
        for channel in ["print", "social", "web"] {
            // The folder's name stays in the paths, so that an unpacked zip is the folder again.
            let entries = files.filter { $0.path.hasPrefix(channel + "/") }.map {
                ZipArchive.Entry($0.path, $0.bytes, isStored: $0.path.hasSuffix(".png"))
            }
            if !entries.isEmpty { try folder.write(ZipArchive.bytes(of: entries), to: channel + ".zip") }
        }
        try folder.write(readMe(pages), to: marker)
        return folder.listing
    }

    private static func files(
        of page: InfographicPage, with studio: Studio, date: String, prints: Bool
    ) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        let channel = page.format.channel.rawValue
        let captions = Array(page.captions.utf8)
        let laid = try page.laid(by: studio)
        let png = try laid.bytes(as: .png, from: studio, date: date)
        var files: [(String, [UInt8])] = [
            ("web/\(page.fileName).png", png), ("web/\(page.fileName).txt", captions),
            ("\(channel)/\(page.fileName).txt", captions),
        ]
        files += [
            ("web/\(page.fileName).svg", try laid.bytes(as: .svg, from: studio, date: date)),
            ("web/\(page.fileName).html", page.html), ("web/\(page.fileName).md", page.markdown),
        ]
        switch page.format.channel {
        case .social: files.append(("social/\(page.fileName).png", png))
        case .print:
            files.append(
                ("print/\(page.fileName).pdf", try laid.bytes(as: .pdf, from: studio, date: date)))
            if prints {
                files.append(
                    ("print/\(page.fileName)-print.pdf", try laid.printPDF(from: studio, date: date)))
            }
        }
        return files
    }

    private static func readMe(_ pages: [InfographicPage]) -> String {
        let title = pages.first?.infographic.title ?? ""
        let sizes = { (channel: InfographicFormat.Channel) in
            pages.filter { $0.format.channel == channel }.map(\.format.name).joined(separator: ", ")
        }
        return """
            \(title)

            print    PDF for paper (\(sizes(.print))). Files that end in -print.pdf are for a printing firm: bleed of
                     3 mm, crop marks, letters as outlines; they cannot be read aloud, so never put them on the web.
            social   PNG for posts (\(sizes(.social))), and for each a text file: what to write into the field for the
                     alternative text, and a short post.
            web      for a page of the website: PNG or SVG, and the text version (HTML or Markdown) to put beside it.

            print.zip, social.zip and web.zip hold the same files, to send them on.

            Always give the alternative text, and a link to the text version.

            """
    }
}
