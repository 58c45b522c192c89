internal import Diagnostics

/// The members of an object as a reader meets them, of each name the first.
struct UniqueMembers {
    private(set) var all: [DataNode.Member] = []
    /// Few names are compared one by one; many go into a table.
    private var table: [String: SourceLocation] = [:]
    private static let few = 16

    /// Adds a member; where its name stood before, the member is left out and the place of the first is given.
    mutating func add(_ member: DataNode.Member) -> SourceLocation? {
        let first =
            all.count <= Self.few
            ? all.first { $0.name == member.name }?.nameLocation : table[member.name]
        if first != nil { return first }
        all.append(member)
        if all.count == Self.few + 1 {
            for member in all { table[member.name] = member.nameLocation }
        } else if all.count > Self.few + 1 {
            table[member.name] = member.nameLocation
        }
        return nil
    }
}
