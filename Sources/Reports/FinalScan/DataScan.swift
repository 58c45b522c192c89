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
                for member in members where member.name != "results" && !Self.constants.contains(member.name)
                {
                    hold(member.node, against: allowed, log: log)
                }
            }
            for entry in entries {
                let role = entry.member("role")?.text ?? ""
                guard let published = entry.member("published") else { continue }
                for case .object(let members) in [published.value] {
                    for member in members where !Self.constants.contains(member.name) {
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

    /// What stands in files whatever was published: names of formats, which end in a version, and digests.
    private static let constants = ["format", "sha256"]

    /// Every number and every text of a part of a file.
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
            for member in members where !Self.constants.contains(member.name) {
                hold(member.node, against: allowed, log: log)
            }
        }
    }

    /// The faults of the workbook: the sheet of a figure may hold the figure's numbers, the others what may stand anywhere.
    func faults(inWorkbook bytes: [UInt8], of path: String, dated: Set<PrintedNumber>) -> [Diagnostic] {
        let log = DiagnosticLog()
        log.collect { () throws(Failure) in
            var reading = Reading(scan: self, path: path)
            let anywhere = everything("").union(dated)
            // Sheets of words count notes and rows.
            let words = anywhere.union((0...99).map { PrintedNumber($0) })
            try ZipArchive.file("content.xml", in: bytes).withUnsafeBufferPointer { text in
                var start = text.find(Self.sheet, from: 0)
                while let first = start {
                    start = text.find(Self.sheet, from: first + 1)
                    let sheet = first..<(start ?? text.count)
                    let allowed = figure(onSheet: sheet, of: text).map { figure in
                        register.numbers(of: figure).union(counts(onSheet: sheet, of: text)).union(dated)
                    }
                    reading.markup(text, in: sheet, allowed: allowed ?? words, rows: 0)
                }
            }
            log.add(reading.faults)
        }
        return log.diagnostics
    }

    private static let sheet: StaticString = "<table:table "

    /// The name of the figure that a sheet holds; nil where it holds words.
    private func figure(onSheet sheet: Range<Int>, of text: Reading.Text) -> String? {
        text.find("table:name=\"", from: sheet.lowerBound, to: sheet.upperBound)
            .flatMap { sheets[text.string(from: $0 + 12, to: UInt8(ascii: "\""))] }
    }

    /// A sheet says how many rows its table has, and which notes its columns have.
    private func counts(onSheet sheet: Range<Int>, of text: Reading.Text) -> Set<PrintedNumber> {
        var rows = 0
        var start = text.find("</table:table-header-rows>", from: sheet.lowerBound, to: sheet.upperBound)
        while let row = start.flatMap({ text.find("<table:table-row", from: $0, to: sheet.upperBound) }) {
            rows += 1
            start = row + 1
        }
        return Set([rows, 1, 2].map { PrintedNumber($0) })
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
