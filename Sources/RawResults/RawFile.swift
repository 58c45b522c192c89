package import Diagnostics
package import Reading

/// Reads a file of raw results into the one form that `RawResultsReader` takes: JSON or YAML as it is, CSV with its
/// head file, XML after RELAX NG.
package enum RawFile {
    /// The endings of files in `private/` that hold results; a CSV's head file is read with the CSV.
    package static func isResults(_ name: String, among names: [String]) -> Bool {
        if name == "disclosure-audit.json" { return false }
        if name.hasSuffix(".yaml") { return !names.contains(name.dropLast(5) + ".csv") }
        return name.hasSuffix(".json") || name.hasSuffix(".csv") || name.hasSuffix(".xml")
    }

    /// Reads the file.
    ///
    /// - Parameter schema: the path of `poet-raw.rng`, asked for XML alone.
    package static func read(_ path: String, schema: String) throws(Failure) -> DataNode {
        if path.hasSuffix(".csv") { return try csv(path) }
        if path.hasSuffix(".xml") {
            let root = try XMLReader.read(SourceText.load(path: path), schema: SourceText.load(path: schema))
            return try XMLRawResults(root: root).node
        }
        return try DataFile.read(path)
    }

    private static func csv(_ path: String) throws(Failure) -> DataNode {
        let head = try DataFile.read(path.dropLast(4) + ".yaml")
        let table = try CSVReader.read(SourceText.load(path: path))
        guard case .object(let members) = head.value else { return head }
        if let tables = members.first(where: { $0.name == "tables" }) {
            throw Failure(
                "the head file of a CSV holds no 'tables': they are in '\(path)'", at: tables.nameLocation)
        }
        let tables = try CSVRawTables(table: table).node
        let member = DataNode.Member(name: "tables", nameLocation: tables.location, node: tables)
        return DataNode(.object(members + [member]), at: head.location)
    }
}

/// The rows of a CSV, one an answer, gathered into tables.
private struct CSVRawTables {
    private static let columns = [
        "question", "group", "category", "replies", "weighted-replies", "answer", "value", "margin",
        "outside",
    ]
    let table: CSVTable

    var node: DataNode {
        get throws(Failure) {
            let log = DiagnosticLog()
            for cell in table.header where !Self.columns.contains(cell.text) {
                log.error(
                    "unknown column '\(cell.text)'", at: cell.location,
                    hints: hints(forUnknown: cell.text, among: Self.columns, listing: "columns"))
            }
            for name in ["question", "replies", "answer", "value"]
            where !table.header.contains(where: { $0.text == name }) {
                log.error("there is no column '\(name)'", at: table.header.first?.location)
            }
            try log.check()
            var tables: [Rows] = []
            for row in table.objects {
                var fields = Fields(row, of: "the row", log: log)
                guard let question = fields.text("question"), let answer = fields.identifier("answer") else {
                    continue
                }
                let key = [
                    question, fields.optionalText("group") ?? "", fields.optionalText("category") ?? "",
                ]
                let index: Int
                if let found = tables.firstIndex(where: { $0.key == key }) {
                    index = found
                    tables[index].compareReplies(fields.node("replies"), log: log)
                } else {
                    index = tables.count
                    tables.append(Rows(key: key, first: fields))
                }
                guard let value = fields.required("value") else { continue }
                tables[index].add(answer, value: value, fields: fields, log: log)
            }
            try log.check()
            let location = table.header.first?.location ?? SourceLocation(file: "")
            return DataNode(.list(tables.map(\.node)), at: location)
        }
    }

    /// The rows of one table.
    private struct Rows {
        let key: [String]
        private var members: [DataNode.Member] = []
        private var answers: [DataNode.Member] = []
        private var margins: [DataNode.Member] = []
        private var outside: [DataNode.Member] = []
        private let location: SourceLocation
        private let replies: DataNode?

        init(key: [String], first fields: Fields) {
            var fields = fields
            self.key = key
            location = fields.location
            replies = fields.node("replies")
            for (column, name) in [
                ("question", "question"), ("group", "group"), ("category", "category"),
                ("replies", "replies"),
                ("weighted-replies", "weightedReplies"),
            ] {
                if let node = fields.node(column) { members.append(Self.member(name, node)) }
            }
        }

        mutating func add(_ answer: String, value: DataNode, fields: Fields, log: DiagnosticLog) {
            var fields = fields
            let mark = fields.optionalText("outside")
            if let mark, mark != "yes" {
                log.error(
                    "'outside' is '\(mark)', expected 'yes' or nothing", at: fields.node("outside")?.location)
            }
            let isOutside = mark != nil
            if (isOutside ? outside : answers).contains(where: { $0.name == answer }) {
                log.error("the answer '\(answer)' of '\(key[0])' stands twice", at: value.location)
                return
            }
            if isOutside {
                outside.append(Self.member(answer, value))
            } else {
                answers.append(Self.member(answer, value))
            }
            if let margin = fields.node("margin") { margins.append(Self.member(answer, margin)) }
        }

        func compareReplies(_ other: DataNode?, log: DiagnosticLog) {
            guard let other, other.value != replies?.value else { return }
            log.error(
                "'replies' of '\(key[0])' is \(other.found) here and \(replies?.found ?? "nothing") in its first row",
                at: other.location)
        }

        var node: DataNode {
            var members = members
            for (name, list) in [("answers", answers), ("margins", margins), ("outside", outside)]
            where !list.isEmpty {
                members.append(Self.member(name, DataNode(.object(list), at: location)))
            }
            return DataNode(.object(members), at: location)
        }

        private static func member(_ name: String, _ node: DataNode) -> DataNode.Member {
            DataNode.Member(name: name, nameLocation: node.location, node: node)
        }
    }
}
