import Diagnostics
import Document
import Files
import Language
import Reading

/// A document for Word, made by pandoc from plain HTML.
///
/// It has our styles, and the alternative texts, the tables and the pictures in their places; docs/word.md tells what is
/// lost.
struct WordDocument {
    private let library: Library
    private let pandoc: Program
    private let studio: Studio
    private let date: String

    init(library: Library, pandoc: Program, studio: Studio, date: String) {
        self.library = library
        self.pandoc = pandoc
        self.studio = studio
        self.date = date
    }

    /// The file of a document: kicker, title and date at its head, then a field for the contents if it has any.
    func bytes(_ manuscript: Manuscript, title: String, hasContents: Bool) throws(Failure) -> [UInt8] {
        let folder = try ScratchFolder()
        try folder.write(try reference(), to: "reference.docx")
        let pictures = PictureFiles(studio: studio, date: date)
        // The title has a style of its own in Word, so headings begin one level higher.
        let writer = FragmentWriter(topLevel: 0, namesStyles: true) { "pictures/\(pictures.add($0, $1))" }
        var body = manuscript
        var head = ["title:\(title)", "date:\(English.date(iso: date) ?? date)", "toc-title:Contents"]
        body.blocks.removeAll { block in
            switch block.content {
            case .heading(level: 1, _): return true
            case .callout(.kicker, let inside):
                head += inside.compactMap { block in
                    guard case .paragraph(let words) = block.content else { return nil }
                    return "subtitle:\(words.plainText)"
                }
                return true
            default: return false
            }
        }
        let text = writer.text(body)
        for picture in try pictures.files() {
            try folder.write(picture.bytes, to: "pictures/\(picture.name)")
        }
        let outcome = try pandoc.run(
            [
                "--from=html", "--to=docx", "--output=-", "--reference-doc=\(folder.path)/reference.docx",
                "--resource-path=\(folder.path)", "--metadata=lang:en-GB",
            ] + head.map { "--metadata=\($0)" } + (hasContents ? ["--toc", "--toc-depth=2"] : []),
            // pandoc takes the day of making from here, and nothing else from the environment.
            environment: ["SOURCE_DATE_EPOCH=\(seconds)", "LC_ALL=C.UTF-8", "HOME=\(folder.path)"],
            input: Array(
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\(text)</body></html>".utf8))
        guard outcome.status == 0 else {
            throw Failure("pandoc cannot make the Word document: \(outcome.words)")
        }
        return outcome.output
    }

    /// The seconds from 1 January 1970 to the date.
    private var seconds: Int {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return 0 }
        // Days of the Gregorian calendar, years counted from March: Hatcher (1984), QJRAS 25:53.
        let year = parts[1] > 2 ? parts[0] : parts[0] - 1
        let month = (parts[1] + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + parts[2] - 1
        return (days - 719_468) * 86_400
    }

    /// The document from which pandoc takes the styles and the page.
    private func reference() throws(Failure) -> [UInt8] {
        let styles = try SourceText.load(path: library.share + "/Templates/word/styles.xml")
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let types = try XMLWriter()
        types.element("Types", ["xmlns": package + "/content-types"]) {
            types.element(
                "Default",
                [
                    "Extension": "rels",
                    "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
                ])
            types.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
            types.element(
                "Override", ["PartName": "/word/document.xml", "ContentType": main + ".document.main+xml"])
            for part in ["styles", "footer"] {
                types.element(
                    "Override", ["PartName": "/word/\(part).xml", "ContentType": "\(main).\(part)+xml"])
            }
        }
        let document = try XMLWriter()
        let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        document.element("w:document", ["xmlns:w": words, "xmlns:r": relations]) {
            document.element("w:body") {
                document.element("w:sectPr") {
                    document.element("w:footerReference", ["w:type": "default", "r:id": "rId2"])
                    // A4 with margins of 2.2 cm, in twentieths of a point.
                    document.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
                    document.element(
                        "w:pgMar",
                        [
                            "w:top": "1247", "w:right": "1247", "w:bottom": "1247", "w:left": "1247",
                            "w:header": "680", "w:footer": "680", "w:gutter": "0",
                        ])
                }
            }
        }
        return try ZipArchive.bytes(of: [
            .init("[Content_Types].xml", try types.finish()),
            .init(
                "_rels/.rels",
                try Self.relations([(relations + "/officeDocument", "word/document.xml")], package: package)),
            .init("word/document.xml", try document.finish()),
            .init("word/styles.xml", Array(styles.text.utf8)),
            .init(
                "word/_rels/document.xml.rels",
                try Self.relations(
                    [(relations + "/styles", "styles.xml"), (relations + "/footer", "footer.xml")],
                    package: package)),
            .init("word/footer.xml", try Self.footer(words)),
        ])
    }

    private static func relations(_ parts: [(type: String, target: String)], package: String) throws(Failure)
        -> [UInt8]
    {
        let xml = try XMLWriter()
        xml.element("Relationships", ["xmlns": package + "/relationships"]) {
            for (index, part) in parts.enumerated() {
                xml.element(
                    "Relationship", ["Id": "rId\(index + 1)", "Type": part.type, "Target": part.target])
            }
        }
        return try xml.finish()
    }

    /// The number of the page, at the right of the foot.
    private static func footer(_ words: String) throws(Failure) -> [UInt8] {
        let xml = try XMLWriter()
        xml.element("w:ftr", ["xmlns:w": words]) {
            xml.element("w:p") {
                xml.element("w:pPr") { xml.element("w:jc", ["w:val": "right"]) }
                xml.element("w:r") { xml.element("w:t", ["xml:space": "preserve"]) { xml.text("Page ") } }
                xml.element("w:fldSimple", ["w:instr": "PAGE"]) {
                    xml.element("w:r") { xml.element("w:t") { xml.text("1") } }
                }
            }
        }
        return try xml.finish()
    }
}
