internal import CYAML
internal import Diagnostics

/// A part of a YAML file as libyaml tells it: a value, the beginning of a list or map, or an end.
struct YAMLEvent {
    enum Kind {
        case alias(String)
        case text(String, isPlain: Bool)
        case list, map
        case document
        /// Of a list, a map, the document or the file.
        case end
    }

    let kind: Kind
    let anchor: String?
    let tag: String?
    let location: SourceLocation
}

/// The parts of a YAML file, one after another.
struct YAMLEvents: ~Copyable {
    private let source: SourceText
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// - Parameter bytes: those of the source, which must last as long as this.
    init(_ source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
        self.source = source
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next part; after the end of the file, ends for ever.
    mutating func next() throws(Diagnostic) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw yamlFault(parser.pointee, in: source) }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_START_EVENT: return try next()
        case YAML_DOCUMENT_START_EVENT: return part(.document, at: event.start_mark)
        case YAML_ALIAS_EVENT:
            return part(.alias(text(event.data.alias.anchor) ?? ""), at: event.start_mark)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return part(
                .text(
                    String(decoding: value, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
                anchor: scalar.anchor, tag: scalar.tag, at: event.start_mark)
        case YAML_SEQUENCE_START_EVENT:
            let list = event.data.sequence_start
            return part(.list, anchor: list.anchor, tag: list.tag, at: event.start_mark)
        case YAML_MAPPING_START_EVENT:
            let map = event.data.mapping_start
            return part(.map, anchor: map.anchor, tag: map.tag, at: event.start_mark)
        default: return part(.end, at: event.start_mark)
        }
    }

    private func part(
        _ kind: YAMLEvent.Kind, anchor: UnsafePointer<UInt8>? = nil, tag: UnsafePointer<UInt8>? = nil,
        at mark: yaml_mark_t
    ) -> YAMLEvent {
        YAMLEvent(kind: kind, anchor: text(anchor), tag: text(tag), location: source.place(mark))
    }

    private func text(_ bytes: UnsafePointer<UInt8>?) -> String? { bytes.map { String(cString: $0) } }
}
