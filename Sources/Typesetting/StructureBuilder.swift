import Scene

/// The structure of a document while it is set: elements, and the contents in them.
final class StructureBuilder {
    private(set) var elements = [StructureElement(.document)]
    private var contents = 0

    static let root = 0

    /// A new element, the last one of `parent`.
    func open(
        _ role: StructureElement.Role, in parent: Int, _ change: (inout StructureElement) -> Void = { _ in }
    )
        -> Int
    {
        var element = StructureElement(role)
        change(&element)
        elements.append(element)
        elements[parent].kids.append(.element(elements.count - 1))
        return elements.count - 1
    }

    /// The part of a piece that goes on with what was last put into an element, or begins a new content there.
    func content(in element: Int) -> TaggedPage.Piece.Part {
        let role = elements[element].role
        if case .content(let id)? = elements[element].kids.last { return .content(id, role: role) }
        contents += 1
        elements[element].kids.append(.content(contents))
        return .content(contents, role: role)
    }
}
