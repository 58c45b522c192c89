package import Diagnostics

/// A parsed template in strict Mustache.
///
/// All of Mustache: variables, `{{{raw}}}`, sections, inverted sections, comments, partials with their
/// indentation, other delimiters, parents with blocks; and `{{name|format}}`, `{{name|format:argument}}`.
/// What Mustache leaves out without a word is an error here, see `TemplateRenderer`.
package struct Template: Sendable {
    let source: TemplateSource
    let parts: [TemplatePart]

    /// The file's name as messages print it.
    package var file: String { source.file }

    /// Parses the text of a template; the failure holds every fault of its syntax.
    package init(parsing text: String, file: String) throws(Failure) {
        source = TemplateSource(text, file: file)
        var scanner = TemplateScanner(source: source)
        let tokens = scanner.scan()
        var builder = TemplateBuilder(source: source, faults: scanner.faults)
        parts = builder.parts(of: tokens)
        let faults = builder.faults.sorted { first, second in
            (first.location?.line ?? 0, first.location?.column ?? 0)
                < (second.location?.line ?? 0, second.location?.column ?? 0)
        }
        if !faults.isEmpty { throw Failure(faults) }
    }
}

/// One piece of a template.
indirect enum TemplatePart: Sendable {
    /// The beginning of a line, where the indentation of a partial is written.
    case lineStart(line: Int)
    /// Literal text within one line, its line end included.
    case literal(String, line: Int)
    case value(TemplateVariable)
    case section(TemplateSection)
    case partial(TemplateReference)
    case parent(TemplateReference, blocks: [TemplateSection])
    case block(TemplateSection)
}

/// A printed name.
struct TemplateVariable: Sendable {
    var name: String
    var formats: [(name: String, argument: String?)]
    var isRaw: Bool
    var place: TemplatePlace
}

/// A section, an inverted section, or a block: parts between two tags.
struct TemplateSection: Sendable {
    var name: String
    var isInverted: Bool
    var place: TemplatePlace
    var parts: [TemplatePart]
}

/// The name of another template.
struct TemplateReference: Sendable {
    var name: String
    /// Whether the name is that of a value which holds the name: `{{> *name}}`.
    var isDynamic = false
    /// The white space before the tag when it stands alone on its line.
    var indentation: String
    var place: TemplatePlace
}
