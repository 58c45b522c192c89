package import Diagnostics

/// An element of an XML file, with its line: libxml2 tells no columns.
package struct XMLElement: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    /// The name without a prefix.
    package var name: String
    package var namespace: String?
    package var attributes: [Attribute]
    package var children: [XMLElement]
    /// The text directly inside, without that of the children, blanks at both ends taken away.
    package var text: String
    package var location: SourceLocation

    /// The value of an attribute.
    package func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The children of a name.
    package func children(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The attributes as an object for `Fields`: a number where the text is one.
    package var fields: DataNode {
        DataNode(
            .object(
                attributes.map { attribute in
                    DataNode.Member(
                        name: attribute.name, nameLocation: location,
                        node: DataNode(plain: attribute.value, at: location))
                }),
            at: location)
    }
}
