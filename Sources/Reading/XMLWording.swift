/// A message of libxml2 in our words.
struct XMLWording {
    var message: String
    var hint: String?
    /// Whether it says only that something inside or before is wrong: told if nothing better is.
    var isVague = false
    /// Whether it stays true when other elements are taken away.
    var isAboutOneElement = false

    /// What the parser says of a file that is not well-formed.
    init(grammar words: String) {
        self = Self.knownGrammar(words) ?? Self("this is not XML: \(words)")
    }

    /// What the validator says of a file that does not follow its schema.
    init(schema words: String) {
        self = Self.knownSchema(words) ?? Self("this does not follow the schema: \(words)")
    }

    private init(
        _ message: String, _ hint: String? = nil, isVague: Bool = false, isAboutOneElement: Bool = false
    ) {
        self.isAboutOneElement = isAboutOneElement
        self.message = message
        self.hint = hint
        self.isVague = isVague
    }

    private static func knownGrammar(_ words: String) -> XMLWording? {
        if let name = words.between("Entity '", "' not defined") {
            return Self("the entity '&\(name);' is not defined", "write the character itself, or & as &amp;")
        }
        if words.hasPrefix("xmlParseEntityRef") || words.hasPrefix("EntityRef: expecting ';'") {
            return Self("an '&' stands alone", "write it as &amp;")
        }
        if let names = words.between("Opening and ending tag mismatch: ", nil)?.components(" and "),
            names.count == 2
        {
            let opened = names[0].components(" line ")
            let place = opened.count == 2 ? " of line \(opened[1])" : ""
            return Self(
                "'</\(names[1])>' stands where the element '\(opened[0])'\(place) must be closed",
                "write '</\(opened[0])>' first")
        }
        if let names = words.between("Premature end of data in tag ", nil)?.components(" line "),
            names.count == 2
        {
            return Self(
                "the file ends inside the element '\(names[0])' of line \(names[1])",
                "the file may be cut off",
                isVague: true)
        }
        if let names = words.between("Couldn't find end of Start Tag ", nil)?.components(" line ") {
            return Self(
                "the start tag of the element '\(names[0])' is not closed", "close it with '>'", isVague: true
            )
        }
        if let name = words.between("Attribute ", " redefined") {
            return Self("the attribute '\(name)' stands twice", "remove one of the two")
        }
        if let code = words.between("PCDATA invalid Char value ", nil).flatMap({ Int($0) }) {
            return Self(
                "the character U+\(String(code, radix: 16, uppercase: true)) is not allowed in XML",
                "remove it")
        }
        return grammar.first { words.hasPrefix($0.key) }.map {
            Self($0.message, $0.hint, isVague: $0.isVague)
        }
    }

    private static let grammar: [(key: String, message: String, hint: String?, isVague: Bool)] = [
        (
            "Start tag expected", "the file does not begin with an element",
            "check that this is the right file", false
        ),
        (
            "Extra content at the end", "something stands after the end of the outermost element",
            "an XML file has one outermost element", true
        ),
        (
            "AttValue: \" or ' expected", "the value of an attribute is not in quotes",
            "write name=\"value\"", false
        ),
        (
            "attributes construct error", "an attribute is not written as XML asks", "write name=\"value\"",
            true
        ),
        (
            "StartTag: invalid element name", "this '<' does not begin an element",
            "write the sign itself as &lt;", false
        ),
        (
            "Unescaped '<' not allowed", "a '<' stands inside the value of an attribute", "write it as &lt;",
            false
        ),
        ("Excessive depth", "elements are nested more than 256 deep", nil, false),
    ]

    private static func knownSchema(_ words: String) -> XMLWording? {
        if let name = words.between("Did not expect element ", " there")
            ?? words.between("Extra element ", " in interleave")
        {
            return Self("the element '\(name)' is not expected here")
        }
        if let names = words.between("Invalid attribute ", nil)?.components(" for element "), names.count == 2
        {
            return Self(
                "the attribute '\(names[0])' of the element '\(names[1])' is not known, or its value is not",
                isAboutOneElement: true)
        }
        if let name = words.between("Expecting an element ", ", got nothing") {
            return Self(
                name.isEmpty
                    ? "an element is missing inside this one" : "the element '\(name)' is missing here")
        }
        if let names = words.between("Expecting element ", nil)?.components(", got "), names.count == 2 {
            return Self("found the element '\(names[1])', expected '\(names[0])'")
        }
        if let parts = words.between("Type ", nil)?.components(" doesn't allow value "), parts.count == 2 {
            return Self(
                "found \(parts[1]), expected \(kinds[parts[0]] ?? "a value of the type \(parts[0])")",
                isAboutOneElement: true)
        }
        if let name = words.between("Element ", " failed to validate attributes") {
            return Self(
                "the element '\(name)' lacks an attribute, or one has a wrong value", isVague: true,
                isAboutOneElement: true)
        }
        if let name = words.between("Element ", " failed to validate content") {
            return Self("what is inside the element '\(name)' does not follow the schema", isVague: true)
        }
        if words.hasPrefix("Error validating") || words.hasPrefix("Invalid sequence") {
            return Self("this does not follow the schema: \(words)", isVague: true)
        }
        return nil
    }

    private static let kinds = [
        "nonNegativeInteger": "a whole number from 0", "positiveInteger": "a whole number from 1",
        "integer": "a whole number", "decimal": "a decimal number", "boolean": "true or false",
        "date": "a date such as 2026-11-21",
    ]
}

extension String {
    /// What stands between a beginning and an ending; nil unless both are there.
    fileprivate func between(_ beginning: String, _ ending: String?) -> String? {
        guard hasPrefix(beginning) else { return nil }
        let rest = dropFirst(beginning.count)
        guard let ending else { return String(rest) }
        return rest.hasSuffix(ending) ? String(rest.dropLast(ending.count)) : nil
    }

    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " })
        }
    }
}
