import Diagnostics
import Document
import Scene

/// A document for the pages of a website that others look after: fragments of plain HTML to paste, whole and section by
/// section, with the pictures beside them and a list of both.
struct WebFragments {
    /// What stands before the name of each picture, from where the fragment will be.
    static let folder = "cms"
    static let pictures = "pictures"

    let studio: Studio
    let options: RenderOptions

    /// A fragment in the list.
    private struct Page {
        var file: String
        var title: String
    }

    /// The files of some documents, each known by the name of its files.
    func files(
        of documents: [(name: String, title: String, manuscript: Manuscript)], page: ReleasePage
    ) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        let pictures = PictureFiles(studio: studio, date: options.date)
        let whole = FragmentWriter(topLevel: options.cmsTopLevel) { picture, name in
            "\(Self.pictures)/\(pictures.add(picture, name))"
        }
        // The title of a page is the website's own: a section begins at the level that the title would have had.
        let section = FragmentWriter(topLevel: max(options.cmsTopLevel - 1, 1)) { picture, name in
            "\(Self.pictures)/\(pictures.add(picture, name))"
        }
        var files: [(path: String, bytes: [UInt8])] = []
        var list: [Block] = [
            Block(.heading(level: 1, [.text("Files for your own website")]), id: "title"),
            Block(
                .paragraph([
                    .text(
                        "Each file is a piece of plain HTML: open it in a text editor, copy all of it, and paste it into the source view of a page. Then upload the pictures that the page needs, and give each the alternative text that stands beside it."
                    )
                ]), id: "how"),
        ]
        for document in documents {
            let sections = document.manuscript.sections
            var pages = [Page(file: "\(document.name).html", title: "The whole document on one page")]
            files.append(
                ("\(Self.folder)/\(document.name).html", Array(whole.text(document.manuscript).utf8)))
            for part in sections {
                let file = "\(document.name)-\(part.id).html"
                pages.append(Page(file: file, title: part.title))
                files.append(("\(Self.folder)/\(file)", Array(section.text(part.manuscript).utf8)))
            }
            list += Self.list(pages, of: document)
        }
        for picture in try pictures.files() {
            files.append(("\(Self.folder)/\(Self.pictures)/\(picture.name)", picture.bytes))
        }
        files.append(
            (
                "\(Self.folder)/list.html",
                try page.plain(Manuscript(blocks: list), title: "Files for your own website")
            ))
        return files
    }

    private static func list(
        _ pages: [Page], of document: (name: String, title: String, manuscript: Manuscript)
    ) -> [Block] {
        let name = document.name
        var blocks = [
            Block(.heading(level: 2, [.text(document.title)]), id: name),
            Block(
                .table(
                    DataTable(
                        caption: [.text("Pages of “\(document.title)”, in their order")],
                        columns: [
                            .init([.text("Page")], isNumeric: false),
                            .init([.text("File")], isNumeric: false),
                        ],
                        rows: pages.map { page in
                            [
                                .text([.text(page.title)]),
                                .text([.link([.text(page.file)], to: page.file, title: "")]),
                            ]
                        })), id: "\(name).pages"),
        ]
        let charts = document.manuscript.figures.filter { $0.kind == .chart }
        if !charts.isEmpty {
            blocks.append(
                Block(
                    .table(
                        DataTable(
                            caption: [.text("Pictures of “\(document.title)”, with their alternative texts")],
                            columns: [
                                .init([.text("Figure")], isNumeric: false),
                                .init([.text("File")], isNumeric: false),
                                .init([.text("Alternative text")], isNumeric: false),
                            ],
                            rows: charts.map { figure in
                                let file = "\(pictures)/\(figure.name).png"
                                return [
                                    .text([.text(figure.label)]),
                                    .text([.link([.text(file)], to: file, title: "")]),
                                    .text([.text(figure.alternative)]),
                                ]
                            })), id: "\(name).pictures"))
        }
        return blocks
    }
}
