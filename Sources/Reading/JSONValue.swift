/// A value to be written as JSON, its members in their order.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number as it shall stand ("69.70"). It must follow JSON's grammar.
    case number(String)
    case string(String)
    case list([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

    /// A decimal number with all its decimals: 6970 units of 2 decimals are 69.70.
    package static func decimal(_ number: ExactDecimal) -> JSONValue {
        let digits = String(number.units.magnitude)
        let padded = String(repeating: "0", count: max(0, number.decimals + 1 - digits.count)) + digits
        let point = number.decimals > 0 ? "." + padded.suffix(number.decimals) : ""
        return .number((number.units < 0 ? "-" : "") + padded.dropLast(number.decimals) + point)
    }

    /// What a reader has read, without the places.
    package init(_ node: DataNode) {
        switch node.value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let literal): self = .number(literal)
        case .string(let text): self = .string(text)
        case .list(let items): self = .list(items.map(JSONValue.init))
        case .object(let members): self = .object(members.map { Member($0.name, JSONValue($0.node)) })
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// Members in the order they are written.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0, $1) })
    }
}
