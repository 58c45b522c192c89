package import Diagnostics
import Glibc

/// A folder in /tmp for programs that read files by their names; it is gone when the last one who holds it is.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws(Failure) {
        // mkdtemp writes a name that is free over the six X.
        var template = Array("/tmp/poet-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure("no folder can be made in /tmp: \(reason(errno))", hints: remedy(errno))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { removeTree(path) }

    /// Writes a file to a relative path; folders above it are made.
    package func write(_ bytes: [UInt8], to relative: String) throws(Failure) {
        let folders = relative.split(separator: "/").dropLast().joined(separator: "/")
        if !folders.isEmpty { try makeFolders("\(path)/\(folders)") }
        try FileStore.write(bytes, to: "\(path)/\(relative)")
    }
}
