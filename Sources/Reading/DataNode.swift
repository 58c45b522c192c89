package import Diagnostics

/// What a JSON, YAML, CSV or XML file says, in one form, each part with its place in the file.
package struct DataNode: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case null
        case boolean(Bool)
        /// A number as it was written ("69.70"), so that nothing is rounded in reading.
        case number(String)
        case string(String)
        case list([DataNode])
        /// Members in the order of the file; no name stands twice.
        case object([Member])
    }

    /// A named part of an object.
    package struct Member: Hashable, Sendable {
        package var name: String
        package var nameLocation: SourceLocation
        package var node: DataNode

        package init(name: String, nameLocation: SourceLocation, node: DataNode) {
            self.name = name
            self.nameLocation = nameLocation
            self.node = node
        }
    }

    package var value: Value
    package var location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    /// What the node is, in words for a message: "a number", "the text 'abc'".
    package var found: String {
        switch value {
        case .null: "nothing"
        case .boolean(let value): "\(value)"
        case .number(let literal): "the number \(literal)"
        case .string(let text): "the text '\(text.count > 60 ? text.prefix(60) + "…" : text[...])'"
        case .list(let items): "a list of \(items.count)"
        case .object: "an object"
        }
    }
}
