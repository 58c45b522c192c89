internal import Diagnostics
internal import Glibc
internal import Scene

/// The list of the fonts there are: `Fonts/fonts.lock`.
struct FontLock {
    /// One line of the list: which file holds a family in a weight.
    struct Entry {
        let family: String
        let weight: TextStyle.Weight
        let file: String
    }

    let entries: [Entry]

    /// Reads the list in a folder; reports every fault in it.
    init(folder: String) throws(Failure) {
        let path = folder + "/fonts.lock"
        let log = DiagnosticLog()
        var entries: [Entry] = []
        let text = try contents(of: path)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != "#" else { continue }
            let place = SourceLocation(file: path, line: index + 1)
            let columns = columns(of: line)
            guard columns.count == 7 else {
                log.error(
                    "\(columns.count) columns; expected 7: family, weight, file, licence, source package, version, sha256",
                    at: place, hints: ["part the columns by two blanks or more"])
                continue
            }
            guard let weight = TextStyle.Weight(name: columns[1]) else {
                log.error(
                    "unknown weight '\(columns[1])'", at: place,
                    hints: hints(
                        forUnknown: columns[1], among: TextStyle.Weight.allCases.map(\.name),
                        listing: "weights"))
                continue
            }
            if entries.contains(where: { $0.family == columns[0] && $0.weight == weight }) {
                log.error("'\(columns[0])' \(weight.name) is listed twice", at: place)
            }
            entries.append(Entry(family: columns[0], weight: weight, file: folder + "/" + columns[2]))
        }
        if entries.isEmpty && !log.hasErrors {
            log.error("no font is listed", at: SourceLocation(file: path))
        }
        try log.check()
        self.entries = entries
    }
}

/// The parts of a line that stand two blanks or more apart.
private func columns(of line: Substring) -> [String] {
    var columns: [String] = []
    var column = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if word.isEmpty {
            if !column.isEmpty { columns.append(column) }
            column = ""
        } else {
            column += column.isEmpty ? String(word) : " " + word
        }
    }
    if !column.isEmpty { columns.append(column) }
    return columns
}

/// A text file, whole.
private func contents(of path: String) throws(Failure) -> String {
    guard let file = fopen(path, "r") else {
        throw Failure(
            "cannot read '\(path)': \(String(cString: strerror(errno)))",
            hints: ["the folder of the fonts holds a fonts.lock that lists them"])
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    guard ferror(file) == 0 else {
        throw Failure("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
    return String(decoding: bytes, as: UTF8.self)
}

extension TextStyle.Weight {
    /// The weight as `fonts.lock` and messages call it.
    var name: String {
        switch self {
        case .regular: "regular"
        case .semibold: "semibold"
        case .bold: "bold"
        }
    }

    init?(name: String) {
        guard let weight = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = weight
    }
}
