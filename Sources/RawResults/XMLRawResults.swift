import Diagnostics
import Reading

/// Raw results in XML, brought into the form of the JSON file.
///
/// The schema has checked their structure.
struct XMLRawResults {
    let root: XMLElement

    /// Throws where an answer stands twice.
    var node: DataNode {
        get throws(Failure) {
            let log = DiagnosticLog()
            let node = node(log: log)
            try log.check()
            return node
        }
    }

    private func node(log: DiagnosticLog) -> DataNode {
        var members = self.members(of: root)
        if let body = root.children("body").first {
            members.append(member("body", DataNode(.object(self.members(of: body)), at: body.location)))
        }
        members.append(
            list(
                "responses",
                of: root.children("response").map { DataNode(.object(self.members(of: $0)), at: $0.location) }
            ))
        members.append(list("tables", of: root.children("table").map { table($0, log: log) }))
        return DataNode(.object(members), at: root.location)
    }

    private func table(_ element: XMLElement, log: DiagnosticLog) -> DataNode {
        var members = self.members(of: element)
        for (name, tag, attribute) in [
            ("answers", "answer", "value"), ("margins", "answer", "margin"), ("outside", "outside", "value"),
        ] {
            var values: [DataNode.Member] = []
            for child in element.children(tag) {
                guard let value = child.attribute(attribute), let id = child.attribute("id") else { continue }
                if values.contains(where: { $0.name == id }) {
                    if attribute == "value" {
                        log.error("the answer '\(id)' stands twice", at: child.location)
                    }
                    continue
                }
                values.append(
                    DataNode.Member(
                        name: id, nameLocation: child.location,
                        node: DataNode(plain: value, at: child.location)))
            }
            if !values.isEmpty {
                members.append(member(name, DataNode(.object(values), at: element.location)))
            }
        }
        return DataNode(.object(members), at: element.location)
    }

    private func members(of element: XMLElement) -> [DataNode.Member] {
        guard case .object(let members) = element.fields.value else { return [] }
        return members
    }

    private func list(_ name: String, of nodes: [DataNode]) -> DataNode.Member {
        member(name, DataNode(.list(nodes), at: root.location))
    }

    private func member(_ name: String, _ node: DataNode) -> DataNode.Member {
        DataNode.Member(name: name, nameLocation: node.location, node: node)
    }
}
