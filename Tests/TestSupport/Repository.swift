internal import Foundation

/// The files of the checkout that the tests are of.
package enum Repository {
    /// Its root, with no slash at the end.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    package static func path(_ relative: String) -> String { "\(root)/\(relative)" }

    package static func text(_ relative: String) throws -> String {
        try String(contentsOfFile: path(relative), encoding: .utf8)
    }

    /// The files below a folder whose names end so, as paths relative to the root, in order.
    package static func files(below folder: String, ending: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(folder))
            .filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
    }
}
