internal import CXML
package import Diagnostics

/// Reads XML by libxml2, which never touches the network, another file or an entity.
///
/// A DOCTYPE, processing instructions and encodings other than UTF-8 are errors. With a RELAX NG schema
/// all faults against it are told, each with its line.
package enum XMLReader {
    package static func read(_ source: SourceText, schema: SourceText? = nil) throws(Failure) -> XMLElement {
        _ = isReady
        if let fault = faultOfProlog(source) { throw source.failure([fault]) }
        let faults = XMLFaults(source)
        let document = try XMLDocument(source, faults: faults)
        guard let root = xmlDocGetRootElement(document.pointer) else {
            throw Failure("the file has no element", at: SourceLocation(file: source.file, line: 1))
        }
        if document.pointer.pointee.intSubset != nil {
            throw Failure("a DOCTYPE is not allowed", at: SourceLocation(file: source.file))
        }
        if let schema { try validate(document, of: source, against: schema) }
        var walk = XMLWalk(source: source)
        let element = walk.element(root)
        walk.refuseInstructions(among: document.pointer.pointee.children)
        guard walk.faults.isEmpty else { throw source.failure(walk.faults) }
        return element
    }

    /// libxml2 prepares its tables, once a process: left to itself it would do so in several threads at once.
    private static let isReady: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
        xmlRelaxNGInitTypes()
    }()

    private static func validate(
        _ document: borrowing XMLDocument, of source: SourceText, against schema: SourceText
    ) throws(Failure) {
        let ofSchema = XMLFaults(schema)
        let text = try XMLDocument(schema, faults: ofSchema)
        let reader = xmlRelaxNGNewDocParserCtxt(text.pointer)
        defer { xmlRelaxNGFreeParserCtxt(reader) }
        xmlRelaxNGSetParserStructuredErrors(reader, collectFault, ofSchema.pointer)
        guard let rules = xmlRelaxNGParse(reader) else {
            let first = Diagnostic(
                .error, "this is not a RELAX NG schema", at: SourceLocation(file: schema.file))
            throw schema.failure([first] + ofSchema.diagnostics)
        }
        defer { xmlRelaxNGFree(rules) }
        var found: [Diagnostic] = []
        // libxml2 stops at the first element that is wrong: it is taken out, and the rest checked again.
        for round in 0..<20 {
            let faults = XMLFaults(source, afterRemoval: round > 0)
            let validator = xmlRelaxNGNewValidCtxt(rules)
            defer { xmlRelaxNGFreeValidCtxt(validator) }
            xmlRelaxNGSetValidStructuredErrors(validator, collectFault, faults.pointer)
            let outcome = xmlRelaxNGValidateDoc(validator, document.pointer)
            if outcome == 0, round == 0 { return }
            if outcome == 0 { break }
            found += faults.diagnostics.filter { !found.contains($0) }
            guard let node = faults.element, node != xmlDocGetRootElement(document.pointer) else { break }
            xmlUnlinkNode(node)
            xmlFreeNode(node)
        }
        let unexplained = source.error(
            "the file does not follow its schema", at: SourceLocation(file: source.file))
        throw source.failure(found.isEmpty ? [unexplained] : found)
    }
}

/// A parsed document, freed at its end.
private struct XMLDocument: ~Copyable {
    let pointer: xmlDocPtr

    init(_ source: SourceText, faults: XMLFaults) throws(Failure) {
        guard let context = xmlNewParserCtxt() else {
            throw Failure(
                "there is not enough memory to read the file", at: SourceLocation(file: source.file))
        }
        defer { xmlFreeParserCtxt(context) }
        context.pointee._private = faults.pointer
        context.pointee.sax.pointee.serror = { context, error in
            // Here libxml2 hands over the parser, not what was set for it.
            collectFault(context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private, error)
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOCDATA.rawValue
        let document = source.bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8",
                Int32(options))
        }
        guard let document, faults.isEmpty else {
            xmlFreeDoc(document)
            throw source.failure(
                faults.isEmpty
                    ? [Diagnostic(.error, "the file is not XML", at: SourceLocation(file: source.file))]
                    : faults.diagnostics)
        }
        pointer = document
    }

    deinit { xmlFreeDoc(pointer) }
}

/// One walk over the nodes of libxml2, which makes ours of them.
private struct XMLWalk {
    let source: SourceText
    var faults: [Diagnostic] = []

    mutating func element(_ node: xmlNodePtr) -> XMLElement {
        var children: [XMLElement] = []
        var text = ""
        refuseInstructions(among: node.pointee.children)
        for child in siblings(from: node.pointee.children) {
            switch child.pointee.type {
            case XML_ELEMENT_NODE: children.append(element(child))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += string(child.pointee.content)
            default: break
            }
        }
        return XMLElement(
            name: string(node.pointee.name), namespace: node.pointee.ns.map { string($0.pointee.href) },
            attributes: attributes(of: node), children: children, text: trimmed(text), location: place(node))
    }

    mutating func refuseInstructions(among first: xmlNodePtr?) {
        for node in siblings(from: first) where node.pointee.type == XML_PI_NODE {
            faults.append(
                source.error(
                    "the processing instruction '<?\(string(node.pointee.name)) …?>' is not allowed",
                    at: place(node),
                    hints: ["remove it"]))
        }
    }

    private func attributes(of node: xmlNodePtr) -> [XMLElement.Attribute] {
        var attributes: [XMLElement.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
            defer { shim_xmlFree(value) }
            attributes.append(
                XMLElement.Attribute(name: string(attribute.pointee.name), value: string(value)))
            next = attribute.pointee.next
        }
        return attributes
    }

    private func siblings(from first: xmlNodePtr?) -> [xmlNodePtr] {
        var nodes: [xmlNodePtr] = []
        var next = first
        while let node = next {
            nodes.append(node)
            next = node.pointee.next
        }
        return nodes
    }

    private func place(_ node: xmlNodePtr) -> SourceLocation {
        SourceLocation(file: source.file, line: xmlGetLineNo(node))
    }

    private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
    }
}
