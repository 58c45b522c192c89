package import Diagnostics
import Files
import Reading

/// Writes a workbook as an OpenDocument spreadsheet (ODF 1.3, ISO/IEC 26300), the same bytes for the same workbook.
package struct OpenDocument {
    private static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
    private static let space = "urn:oasis:names:tc:opendocument:xmlns:"

    private let workbook: Workbook

    package init(_ workbook: Workbook) {
        self.workbook = workbook
    }

    /// The file.
    ///
    /// Throws where a text holds a character that XML cannot carry.
    package func bytes() throws(Failure) -> [UInt8] {
        try ZipArchive.bytes(of: [
            .init("mimetype", Array(Self.mediaType.utf8), isStored: true),
            .init("content.xml", try content), .init("styles.xml", try styles),
            .init("meta.xml", try meta), .init("META-INF/manifest.xml", try manifest),
        ])
    }

    private var manifest: [UInt8] {
        get throws(Failure) {
            let xml = try XMLWriter()
            xml.element(
                "manifest:manifest",
                ["xmlns:manifest": Self.space + "manifest:1.0", "manifest:version": "1.3"]
            ) {
                let files = [
                    ("/", Self.mediaType), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
                    ("meta.xml", "text/xml"),
                ]
                for (path, type) in files {
                    xml.element(
                        "manifest:file-entry", ["manifest:full-path": path, "manifest:media-type": type])
                }
            }
            return try xml.finish()
        }
    }

    private var meta: [UInt8] {
        get throws(Failure) {
            let xml = try XMLWriter()
            xml.element(
                "office:document-meta",
                [
                    "xmlns:office": Self.space + "office:1.0", "xmlns:meta": Self.space + "meta:1.0",
                    "xmlns:dc": "http://purl.org/dc/elements/1.1/", "office:version": "1.3",
                ]
            ) {
                xml.element("office:meta") {
                    xml.element("meta:generator", text: "poet")
                    xml.element("dc:title", text: workbook.title)
                    xml.element("dc:subject", text: workbook.subject)
                    xml.element("meta:initial-creator", text: workbook.creator)
                    xml.element("dc:creator", text: workbook.creator)
                    xml.element("meta:creation-date", text: workbook.date + "T00:00:00")
                    xml.element("dc:date", text: workbook.date + "T00:00:00")
                    xml.element("dc:language", text: workbook.language)
                }
            }
            return try xml.finish()
        }
    }

    private var styles: [UInt8] {
        get throws(Failure) {
            let xml = try XMLWriter()
            xml.element(
                "office:document-styles",
                [
                    "xmlns:office": Self.space + "office:1.0", "xmlns:style": Self.space + "style:1.0",
                    "xmlns:table": Self.space + "table:1.0", "xmlns:number": Self.space + "datastyle:1.0",
                    "xmlns:fo": Self.space + "xsl-fo-compatible:1.0", "office:version": "1.3",
                ]
            ) {
                OpenDocumentStyles(language: workbook.language).write(to: xml)
            }
            return try xml.finish()
        }
    }

    private var content: [UInt8] {
        get throws(Failure) {
            let xml = try XMLWriter()
            xml.element(
                "office:document-content",
                [
                    "xmlns:office": Self.space + "office:1.0", "xmlns:style": Self.space + "style:1.0",
                    "xmlns:table": Self.space + "table:1.0", "xmlns:text": Self.space + "text:1.0",
                    "xmlns:xlink": "http://www.w3.org/1999/xlink", "office:version": "1.3",
                ]
            ) {
                let sheets = workbook.sheets.map(OpenDocumentSheet.init)
                let widths = Set(sheets.flatMap(\.widths)).sorted()
                xml.element("office:automatic-styles") {
                    for width in widths {
                        xml.element(
                            "style:style", ["style:name": "co\(width)", "style:family": "table-column"]
                        ) {
                            xml.element(
                                "style:table-column-properties",
                                ["style:column-width": "\(width / 10).\(width % 10)mm"])
                        }
                    }
                    xml.element("style:style", ["style:name": "ro", "style:family": "table-row"]) {
                        xml.element(
                            "style:table-row-properties", ["style:use-optimal-row-height": "true"])
                    }
                    xml.element(
                        "style:style",
                        ["style:name": "ta", "style:family": "table", "style:master-page-name": "Sheet"]
                    ) { xml.element("style:table-properties", ["table:display": "true"]) }
                }
                xml.element("office:body") {
                    xml.element("office:spreadsheet") {
                        for sheet in sheets { sheet.write(to: xml) }
                        if sheets.contains(where: { $0.range != nil }) {
                            xml.element("table:database-ranges") {
                                for sheet in sheets { sheet.writeRange(to: xml) }
                            }
                        }
                    }
                }
            }
            return try xml.finish()
        }
    }
}
