package import Diagnostics
package import Reading

/// Every kind of chart and infographic on one page: what `Examples/gallery.yaml` says, see docs/formats/gallery.md.
package struct Gallery: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        package enum Content: Hashable, Sendable {
            /// As a template asks for it: `stacked?theme=…`.
            case chart(String)
            case infographic(template: String, size: String)
        }

        /// Of its picture, without ending.
        package var name: String
        package var title: String
        /// When to use it.
        package var use: String
        /// A report folder, relative to the file.
        package var report: String
        package var content: Content
        package var location: SourceLocation
    }

    package var title: String
    package var note: String
    package var items: [Item]

    package static func read(_ node: DataNode) throws(Failure) -> Gallery {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the gallery", log: log)
        fields.format("poet-gallery/1")
        let title = fields.text("title")
        let note = fields.text("note")
        var items: [Item] = []
        for node in fields.list("charts") {
            item(node, log: log) { $0.text("chart").map { .chart($0) } }.map { items.append($0) }
        }
        for node in fields.list("infographics") {
            item(node, log: log) { fields in
                let (template, size) = (fields.text("template"), fields.text("size"))
                guard let template, let size else { return nil }
                return .infographic(template: template, size: size)
            }.map { items.append($0) }
        }
        fields.finish()
        for (index, item) in items.enumerated()
        where items[..<index].contains(where: { $0.name == item.name }) {
            log.error("two pictures have the name '\(item.name)'", at: item.location)
        }
        try log.check()
        guard let title, let note else { throw Failure(log.diagnostics) }
        return Gallery(title: title, note: note, items: items)
    }

    private static func item(
        _ node: DataNode, log: DiagnosticLog, content: (inout Fields) -> Item.Content?
    ) -> Item? {
        var fields = Fields(node, of: "the picture", log: log)
        let name = fields.identifier("name")
        let (title, use, report) = (fields.text("title"), fields.text("use"), fields.text("report"))
        let content = content(&fields)
        fields.finish()
        guard let name, let title, let use, let report, let content else { return nil }
        return Item(
            name: name, title: title, use: use, report: report, content: content, location: node.location)
    }
}
