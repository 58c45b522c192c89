package import Diagnostics
import Glibc

extension SourceText {
    /// The largest file that is read when nothing else is said: 32 MiB.
    package static let usualLimit = 32 << 20

    /// Reads a file and checks that it is text in UTF-8.
    ///
    /// A byte order mark and CRLF line endings are accepted and taken away. Errors, all `Failure`: a missing,
    /// unreadable, empty or too large file, a folder, UTF-16, NUL bytes, invalid UTF-8, and a CR without an LF.
    ///
    /// - Parameters:
    ///   - path: where the file is.
    ///   - shownAs: the name that messages print; the path when nil.
    ///   - limit: the largest size accepted, in bytes.
    package static func load(
        path: String, shownAs: String? = nil, limit: Int = usualLimit
    ) throws(Failure) -> SourceText {
        let name = shownAs ?? path
        return try SourceText(raw: try readFile(path, shownAs: name, limit: limit), file: name)
    }

    /// Checks bytes as `load` does those of a file.
    package init(raw: [UInt8], file: String) throws(Failure) {
        let whole = SourceLocation(file: file)
        if let (bom, order) = [([0xFF, 0xFE], "little"), ([0xFE, 0xFF], "big")].first(where: {
            raw.starts(with: $0.0)
        }) {
            throw Failure(
                "the file is UTF-16 (\(order)-endian; its byte order mark, \(hexadecimal(bom)), stands at byte offset 0), "
                    + "expected UTF-8",
                at: whole, hints: [saveAsUTF8])
        }
        let start = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let offset = raw.firstIndex(of: 0) {
            guard looksLikeUTF16(raw) else {
                throw Failure(
                    "the file has a NUL byte at byte offset \(offset), so it is not text", at: whole,
                    hints: ["check that this is the right file"])
            }
            throw Failure(
                "the file looks like UTF-16 without a byte order mark (first NUL byte at byte offset \(offset)), "
                    + "expected UTF-8",
                at: whole, hints: [saveAsUTF8])
        }
        if let offset = firstInvalidByte(in: raw[start...]) {
            throw Failure([invalidByte(raw, at: offset, from: start, file: file)])
        }
        let bytes = try withoutCarriageReturns(raw[start...], file: file)
        guard bytes.contains(where: { $0 > UInt8(ascii: " ") }) else {
            throw Failure(
                "the file is empty", at: whole,
                hints: ["check that it was saved, and that this is the right file"])
        }
        self.init(checked: bytes, file: file)
    }
}

private let saveAsUTF8 = "save the file as UTF-8"

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0, radix: 16, uppercase: true) }.joined(separator: " ")
}

/// The bytes of a file, at most `limit` of them.
private func readFile(_ path: String, shownAs name: String, limit: Int) throws(Failure) -> [UInt8] {
    let place = SourceLocation(file: name)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openingFailure(errno, at: place) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw readingFailure(errno, at: place) }
    if status.st_mode & S_IFMT == S_IFDIR {
        throw Failure("this is a folder, expected a file", at: place, hints: ["name a file inside it"])
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge("the file has \(size) bytes", limit: limit, at: place) }
    var bytes: [UInt8] = []
    // One byte more than the size, so that the end of the file is seen without another round.
    var capacity = max(size + 1, 64 << 10)
    while true {
        var count = 0
        let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            count = read(descriptor, buffer.baseAddress, capacity)
            filled = max(count, 0)
        }
        if count < 0 {
            if errno == EINTR { continue }
            throw readingFailure(errno, at: place)
        }
        if count == 0 { return bytes }
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        guard bytes.count <= limit else {
            throw tooLarge("the file has more than \(limit) bytes", limit: limit, at: place)
        }
        capacity = 64 << 10
    }
}

private func tooLarge(_ found: String, limit: Int, at place: SourceLocation) -> Failure {
    Failure(
        "\(found), expected at most \(limit)", at: place,
        hints: ["check that this is the right file, or divide it"])
}

private func openingFailure(_ code: Int32, at place: SourceLocation) -> Failure {
    switch code {
    case ENOENT:
        Failure("there is no such file", at: place, hints: ["check the spelling of the path"])
    case ENOTDIR:
        Failure(
            "a part of this path is a file, expected a folder", at: place,
            hints: ["check the spelling of the path"])
    case EACCES, EPERM:
        Failure(
            "you have no permission to read this file", at: place,
            hints: ["ask its owner, or whoever looks after this computer, for permission to read it"])
    default:
        readingFailure(code, at: place)
    }
}

private func readingFailure(_ code: Int32, at place: SourceLocation) -> Failure {
    Failure(
        "the file cannot be read: \(String(cString: strerror(code)))", at: place,
        hints: ["check that the disk or network drive is there"])
}

/// Whether every second byte of the beginning is mostly NUL, as in UTF-16 of western text.
private func looksLikeUTF16(_ raw: [UInt8]) -> Bool {
    let head = raw.prefix(256)
    let nuls = head.indices.filter { head[$0] == 0 }
    let even = nuls.count { $0 % 2 == 0 }
    return nuls.count * 4 >= head.count && (even == 0 || even == nuls.count)
}

/// The offset of the first byte that is not UTF-8.
private func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let scalar): offset += scalar.count
        case .error: return offset
        case .emptyInput: return nil
        }
    }
}

private func invalidByte(_ raw: [UInt8], at offset: Int, from start: Int, file: String) -> Diagnostic {
    let good = SourceText(checked: Array(raw[start..<offset]), file: file)
    return Diagnostic(
        .error, "the byte \(hexadecimal([raw[offset]])) at byte offset \(offset) is not UTF-8",
        at: good.location(at: good.bytes.count),
        hints: [saveAsUTF8 + " (it was probably saved as Latin-1 or Windows-1252)"])
}

/// Each CRLF made an LF; a CR that stands alone is an error.
private func withoutCarriageReturns(_ raw: ArraySlice<UInt8>, file: String) throws(Failure) -> [UInt8] {
    let carriageReturn = UInt8(ascii: "\r")
    let lineFeed = UInt8(ascii: "\n")
    guard raw.contains(carriageReturn) else { return Array(raw) }
    var line = 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    for index in raw.indices {
        if raw[index] == carriageReturn {
            guard index + 1 < raw.endIndex, raw[index + 1] == lineFeed else {
                throw Failure(
                    "a line ends in CR alone (byte offset \(index)), expected LF or CRLF",
                    at: SourceLocation(file: file, line: line),
                    hints: ["save the file with the line endings of Linux or Windows"])
            }
            continue
        }
        if raw[index] == lineFeed { line += 1 }
        bytes.append(raw[index])
    }
    return bytes
}
