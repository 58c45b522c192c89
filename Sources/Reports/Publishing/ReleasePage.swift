import Diagnostics
import Document
import Reading
import Templates

/// A page that lists files with pictures, formats, pages and sizes: what a report has, or which reports there are.
struct ReleasePage {
    /// A file that can be opened.
    struct File {
        var address: String
        /// "PDF".
        var label: String
        /// "39 pages, 175 kB".
        var details: String = ""
    }

    /// Something with a name and its files: a document, a figure.
    struct Item {
        var title: String
        var note: String = ""
        /// The address of a picture of it, which its title says in words.
        var picture: String?
        /// Whether the picture may wait until a reader comes near to it.
        var isLazy = false
        var files: [File]
    }

    struct Group {
        var id: String
        var title: String
        var note: String = ""
        /// Whether each item has a row of its own.
        var isWide: Bool
        var items: [Item]
    }

    private let frame: Template
    private let style: String
    private let fontFaces: String
    private let notice: String?
    private let footer: [String]

    init(library: Library, theme: Theme, fontFaces: String, notice: String?, footer: [String])
        throws(Failure)
    {
        let path = library.share + "/Templates/frames/release.html"
        frame = try Template(parsing: SourceText.load(path: path).text, file: path)
        style =
            try theme.styleSheet(of: library)
            + SourceText.load(path: library.share + "/Templates/frames/release.css").text
        self.fontFaces = fontFaces
        self.notice = notice
        self.footer = footer
    }

    /// - Parameter hasStatement: whether an accessibility statement stands beside the page.
    func html(
        title: String, kicker: String, lead: [String], groups: [Group], hasStatement: Bool = false
    ) throws(Failure) -> [UInt8] {
        try html(
            title: title, hasHeading: true, kicker: kicker, lead: lead, body: "", groups: groups,
            hasStatement: hasStatement)
    }

    /// A page of plain blocks, which bring their own heading.
    func plain(_ manuscript: Manuscript, title: String) throws(Failure) -> [UInt8] {
        let body = HTMLWriter { _, _ in "" }.body(manuscript)
        return try html(title: title, hasHeading: false, kicker: "", lead: [], body: body, groups: [])
    }

    private func html(
        title: String, hasHeading: Bool, kicker: String, lead: [String], body: String, groups: [Group],
        hasStatement: Bool = false
    ) throws(Failure) -> [UInt8] {
        let banners = notice.map { notice -> [TemplateValue] in
            [.object(["label": .text(ReportPage.noticeLabel), "text": .text(notice)] as TemplateRecord)]
        }
        let data: TemplateRecord = [
            "title": .text(title), "kicker": .text(kicker), "lead": .list(lead.map { .text($0) }),
            "hasHeading": .boolean(hasHeading), "fontFaces": .text(fontFaces), "style": .text(style),
            "hasBanners": .boolean(banners != nil), "banners": .list(banners ?? []), "body": .text(body),
            "groups": .list(groups.filter { !$0.items.isEmpty }.map { .object(Self.record($0)) }),
            "footer": .list(footer.map { .text($0) }), "hasStatement": .boolean(hasStatement),
        ]
        return Array(try TemplateRenderer(escaping: .html).render(frame, with: data).text.utf8)
    }

    private static func record(_ group: Group) -> TemplateRecord {
        [
            "id": .text(group.id), "title": .text(group.title), "hasNote": .boolean(!group.note.isEmpty),
            "note": .text(group.note), "isWide": .boolean(group.isWide),
            "items": .list(group.items.map { .object(record($0)) }),
        ]
    }

    private static func record(_ item: Item) -> TemplateRecord {
        [
            "title": .text(item.title), "hasNote": .boolean(!item.note.isEmpty), "note": .text(item.note),
            "hasPicture": .boolean(item.picture != nil), "picture": .text(item.picture ?? ""),
            "isLazy": .boolean(item.isLazy),
            "files": .list(
                item.files.map { file in
                    .object(
                        [
                            "address": .text(file.address), "label": .text(file.label),
                            "of": .text(item.title),
                            "hasDetails": .boolean(!file.details.isEmpty), "details": .text(file.details),
                        ] as TemplateRecord)
                }),
        ]
    }
}
