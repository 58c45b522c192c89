internal import CXML
package import Diagnostics

/// Writes XML through libxml2: well-formed whatever the words, and the same bytes every time.
///
/// ```swift
/// let xml = try XMLWriter()
/// xml.element("table:table-cell", ["office:value-type": "string"]) { xml.element("text:p", text: "Norfolk") }
/// let bytes = try xml.finish()
/// ```
package final class XMLWriter {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr
    /// The first character that no XML file may hold (XML 1.0, production 2).
    private var forbidden: Unicode.Scalar?
    private var hasFailed = false

    package init() throws(Failure) {
        guard let buffer = xmlBufferCreate() else { throw Self.outOfMemory }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw Self.outOfMemory
        }
        self.buffer = buffer
        self.writer = writer
        check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// An element with what `content` writes inside.
    package func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], content: () -> Void = {}
    ) {
        check(xmlTextWriterStartElement(writer, name))
        for (name, value) in attributes {
            look(at: value)
            check(xmlTextWriterWriteAttribute(writer, name, value))
        }
        content()
        check(xmlTextWriterEndElement(writer))
    }

    /// An element that holds words alone.
    package func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        element(name, attributes) { self.text(text) }
    }

    package func text(_ text: String) {
        look(at: text)
        check(xmlTextWriterWriteString(writer, text))
    }

    /// The file; nothing can be written after it.
    ///
    /// Throws where a text holds a character that XML cannot carry.
    package func finish() throws(Failure) -> [UInt8] {
        check(xmlTextWriterEndDocument(writer))
        check(xmlTextWriterFlush(writer))
        if let forbidden {
            let code = String(forbidden.value, radix: 16, uppercase: true)
            let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
            throw Failure("a text holds the character \(name), which an XML file cannot carry")
        }
        if hasFailed { throw Self.outOfMemory }
        return Array(
            UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
    }

    private func look(at text: String) {
        // Only control characters, and U+FFFE and U+FFFF, whose UTF-8 begins with EF BF.
        guard forbidden == nil, text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return }
        forbidden = text.unicodeScalars.first { scalar in
            scalar.value < 0x20 ? !["\t", "\n", "\r"].contains(scalar) : 0xFFFE...0xFFFF ~= scalar.value
        }
    }

    /// libxml2 fails here only where there is no memory.
    private func check(_ result: Int32) {
        if result < 0 { hasFailed = true }
    }

    private static var outOfMemory: Failure { Failure("there is not enough memory to write an XML file") }
}
