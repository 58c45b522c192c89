internal import Foundation
package import Testing

/// Compares a text with the file `Golden/<name>` beside the test.
///
/// With RECORD_SNAPSHOTS=1 the file is written and the test fails all the same, so that nobody records by
/// accident. On a mismatch the new text stays beside the file as `<name>.changed`.
package func expectGolden(
    _ text: String, named name: String, file: String = #filePath,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden")
    let golden = folder.appendingPathComponent(name)
    let changed = folder.appendingPathComponent(name + ".changed")
    func write(_ url: URL) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        } catch {
            Issue.record("could not write \(url.lastPathComponent): \(error)", sourceLocation: sourceLocation)
        }
    }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        write(golden)
        try? FileManager.default.removeItem(at: changed)
        Issue.record("recorded Golden/\(name); look at it and run again", sourceLocation: sourceLocation)
        return
    }
    guard let data = try? Data(contentsOf: golden) else {
        Issue.record(
            "Golden/\(name) is missing; record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text else { return }
    write(changed)
    let difference = lineDifference(from: expected, to: text).prefix(40).joined(separator: "\n")
    Issue.record("Golden/\(name) differs:\n\(difference)", sourceLocation: sourceLocation)
}

/// The lines that went (-) and came (+), each with its number in its own text.
private func lineDifference(from old: String, to new: String) -> [String] {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
        switch change {
        case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
        case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
        }
    }
}
