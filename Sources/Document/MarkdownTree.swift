internal import CMarkdown
internal import Synchronization

/// A parsed Markdown text as cmark-gfm keeps it; freed with this value.
struct MarkdownTree: ~Copyable {
    private let document: OpaquePointer

    /// cmark-gfm puts the special characters of extensions into a table shared by the whole process while it parses
    /// inlines, and takes them out after: two texts must not be parsed at the same time.
    private static let parsing = Mutex(())
    private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

    /// Parses any text; nil only when memory is short.
    init?(_ text: String) {
        _ = Self.registration
        let document = Self.parsing.withLock { _ in Self.parse(text).map { Int(bitPattern: $0) } }
        guard let document, let pointer = OpaquePointer(bitPattern: document) else { return nil }
        self.document = pointer
    }

    deinit { cmark_node_free(document) }

    var root: MarkdownNode { MarkdownNode(pointer: document) }

    /// The first node that stands within more than so many others; without recursion, which the depth itself could bring down.
    func firstNode(deeperThan limit: Int) -> MarkdownNode? {
        var node = document
        var depth = 0
        while true {
            if let child = cmark_node_first_child(node) {
                (node, depth) = (child, depth + 1)
                if depth > limit { return MarkdownNode(pointer: node) }
                continue
            }
            while cmark_node_next(node) == nil {
                guard let parent = cmark_node_parent(node) else { return nil }
                (node, depth) = (parent, depth - 1)
            }
            guard let next = cmark_node_next(node) else { return nil }
            node = next
        }
    }

    private static func parse(_ text: String) -> OpaquePointer? {
        let options = CMARK_OPT_SMART | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
        guard let parser = cmark_parser_new(options) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink"] {
            guard let found = cmark_find_syntax_extension(name) else { return nil }
            cmark_parser_attach_syntax_extension(parser, found)
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return nil }
        cmark_consolidate_text_nodes(document)
        return document
    }
}

/// A node of a parsed Markdown text, valid as long as its tree.
struct MarkdownNode {
    fileprivate let pointer: OpaquePointer

    /// cmark's own name of the kind: "paragraph", "table_row".
    ///
    /// It has none for footnotes, so they get theirs here.
    var kind: String {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
        default: String(cString: cmark_node_get_type_string(pointer))
        }
    }
    var literal: String { string(cmark_node_get_literal(pointer)) }
    var address: String { string(cmark_node_get_url(pointer)) }
    var title: String { string(cmark_node_get_title(pointer)) }
    /// From 1; 0 where cmark keeps none.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    /// The first number of an ordered list, nil for a bulleted one.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
            ? Int(cmark_node_get_list_start(pointer)) : nil
    }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    /// For each column of a table, whether it is set at the right.
    var columnsAtRight: [Bool] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let marks = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<count).map { marks[$0] == UInt8(ascii: "r") }
    }

    var children: [MarkdownNode] {
        var children: [MarkdownNode] = []
        var next = cmark_node_first_child(pointer)
        while let pointer = next {
            children.append(MarkdownNode(pointer: pointer))
            next = cmark_node_next(pointer)
        }
        return children
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
