import Diagnostics
import Files
import Reading

/// Holds the data files that are no plain tables against the register: results for programs, what the columns mean, and the
/// cells of the workbook.
extension FinishedScan {
    /// The faults of a JSON file: in `results.json` each table may hold its own published numbers only.
    func faults(inJSON bytes: [UInt8], of path: String, dated: Set<PrintedNumber>) -> [Diagnostic] {
        let log = DiagnosticLog()
        log.collect { () throws(Failure) in
            let root = try JSONReader.read(
                SourceText(String(decoding: bytes, as: UTF8.self), file: path))
            let allowed = register.common.union(dated)
            guard let entries = root.member("results")?.items else {
                // What the columns mean: their names tell the confidence, their types the least and the most.
                let columns = [0, 95, 100].map { PrintedNumber($0) }
                hold(root, against: everything("").union(dated).union(columns), log: log)
                return
            }
            for case .object(let members) in [root.value] {
                for member in members where member.name != "results" {
                    hold(member.node, against: allowed, log: log)
                }
            }
            for entry in entries {
                let role = entry.member("role")?.text ?? ""
                guard let published = entry.member("published") else { continue }
                for case .object(let members) in [published.value] {
                    for member in members {
                        guard member.name == "tables" else {
                            hold(member.node, against: allowed, log: log)
                            continue
                        }
                        for table in member.node.items ?? [] {
                            let own = register.numbers(
                                of: role, table.member("question")?.text ?? "",
                                group: table.member("group")?.text, category: table.member("category")?.text)
                            hold(table, against: allowed.union(own), log: log)
                        }
                    }
                }
            }
        }
        return log.diagnostics
    }

    /// Every number and every text of a part of a file; digests are no numbers.
    private func hold(_ node: DataNode, against allowed: Set<PrintedNumber>, log: DiagnosticLog) {
        switch node.value {
        case .null, .boolean: break
        case .number(let text), .string(let text):
            for number in PrintedNumber.all(in: text) where !allowed.contains(number) {
                log.error(
                    "the number \(number) is not published, in “\(text.prefix(60))”", at: node.location,
                    hints: [Self.remedy])
            }
        case .list(let items): for item in items { hold(item, against: allowed, log: log) }
        case .object(let members):
            for member in members where member.name != "sha256" {
                hold(member.node, against: allowed, log: log)
            }
        }
    }

    /// The workbook's sheets: that of a figure may hold the figure's numbers, the others what may stand anywhere.
    func sheets(inWorkbook bytes: [UInt8], dated: Set<PrintedNumber>) throws(Failure) -> [(
        text: String, allowed: Set<PrintedNumber>
    )] {
        let content = String(decoding: try ZipArchive.file("content.xml", in: bytes), as: UTF8.self)
        let start = "<table:table "
        let anywhere = everything("").union(dated)
        return content.components(before: start).map { piece in
            let name = piece.firstRange(of: "table:name=\"").map {
                piece[$0.upperBound...].prefix { $0 != "\"" }
            }
            guard let figure = name.flatMap({ sheets[String($0)] }) else {
                // Sheets of words: they count notes and rows.
                return (String(piece), anywhere.union((0...99).map { PrintedNumber($0) }))
            }
            // A sheet says how many rows its table has, and which notes its columns have.
            let rows = piece.firstRange(of: "</table:table-header-rows>")
                .map { piece[$0.upperBound...].components(before: "<table:table-row").count }
            let own = Set([rows ?? 0, 1, 2].map { PrintedNumber($0) })
            return (String(piece), register.numbers(of: figure).union(own).union(dated))
        }
    }

    static let remedy =
        "nothing was written; this is a fault of poet, its frame or its theme, not of the figures"
}

extension DataNode {
    fileprivate func member(_ name: String) -> DataNode? {
        if case .object(let members) = value { members.first { $0.name == name }?.node } else { nil }
    }

    fileprivate var items: [DataNode]? {
        if case .list(let items) = value { items } else { nil }
    }

    fileprivate var text: String? {
        if case .string(let text) = value { text } else { nil }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The pieces that begin with some words; what stands before the first of them is left out.
    fileprivate func components(before start: String) -> [Substring] {
        let starts = ranges(of: start).map(\.lowerBound)
        return zip(starts, starts.dropFirst() + [endIndex]).map { self[$0..<$1] }
    }
}
