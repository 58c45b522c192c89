/// The values in reach of a tag, the innermost last.
struct TemplateScope {
    enum Answer {
        case found(TemplateValue)
        /// The name, or the part of a dotted name, that nothing has; and the names that were there instead.
        case unknown(name: String, whole: String, among: [String])
    }

    private var stack: [TemplateValue]

    init(_ data: any TemplateObject) {
        stack = [.object(data)]
    }

    mutating func push(_ value: TemplateValue) { stack.append(value) }
    mutating func pop() { stack.removeLast() }

    /// Asks every value for the whole name, the innermost first; then a dotted name is taken apart: its first
    /// part is asked for in the same way, each later part only in what the part before it gave.
    func look(up name: String) -> Answer {
        if name == "." { return .found(stack[stack.count - 1]) }
        if let value = innermost(name) { return .found(value) }
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count > 1 else { return .unknown(name: name, whole: name, among: names) }
        guard var value = innermost(parts[0]) else {
            return .unknown(name: name, whole: name, among: names)
        }
        for part in parts.dropFirst() {
            switch value {
            case .absent: return .found(.absent)
            case .object(let object):
                guard let next = object.value(named: part) else {
                    return .unknown(name: part, whole: name, among: object.names)
                }
                value = next
            default: return .unknown(name: part, whole: name, among: [])
            }
        }
        return .found(value)
    }

    private func innermost(_ name: String) -> TemplateValue? {
        for case .object(let object) in stack.reversed() {
            if let value = object.value(named: name) { return value }
        }
        return nil
    }

    /// Every name in reach, the innermost first.
    private var names: [String] {
        stack.reversed().flatMap { value -> [String] in
            guard case .object(let object) = value else { return [] }
            return object.names
        }
    }
}
