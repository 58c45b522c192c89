import Diagnostics
import Foundation

/// An empty folder that is gone after the test.
final class TemporaryFolder {
    let path: String

    init() {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "poet-" + UUID().uuidString)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What is said when work fails, one line a diagnostic, hints after " | ".
func messages(_ work: () throws(Failure) -> some Any) -> [String] {
    do {
        _ = try work()
        return []
    } catch {
        return error.diagnostics.map { diagnostic in
            ([(diagnostic.location.map { "\($0): " } ?? "") + diagnostic.message] + diagnostic.hints)
                .joined(separator: " | ")
        }
    }
}
