/// What a name in a template stands for.
package enum TemplateValue {
    /// Words from the data, escaped for the target when printed.
    case text(String)
    /// A published number with its id. It is printed as its text; in Markdown it keeps its id (see `Sentinel`).
    case figure(id: String, text: String)
    case boolean(Bool)
    case list([TemplateValue])
    case object(any TemplateObject)
    /// Declared by the data as not there: its section is left out, and printing it is an error.
    case absent

    /// What messages call this kind of value.
    var kind: String {
        switch self {
        case .text: "a text"
        case .figure: "a figure"
        case .boolean: "a yes or no"
        case .list: "a list"
        case .object: "a group of names"
        case .absent: "absent here"
        }
    }
}

/// Data with names, as a template asks for it.
package protocol TemplateObject {
    /// The value of a name, `.absent` where the data may lack it, nil where there is no such name.
    ///
    /// A dotted name (`holders.dignity.positive@this`) is asked for whole before it is taken apart.
    func value(named name: String) -> TemplateValue?
    /// Every name there is, in the order in which messages list them.
    var names: [String] { get }
}

/// Names and values written down in the code.
package struct TemplateRecord: TemplateObject, ExpressibleByDictionaryLiteral {
    package private(set) var names: [String] = []
    private var values: [String: TemplateValue] = [:]

    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// The value of a name; setting a name a second time replaces its value, setting nil does nothing.
    package subscript(name: String) -> TemplateValue? {
        get { values[name] }
        set {
            guard let newValue else { return }
            if values.updateValue(newValue, forKey: name) == nil { names.append(name) }
        }
    }

    package func value(named name: String) -> TemplateValue? { values[name] }
}

extension TemplateValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}
