internal import CCrypto
package import Diagnostics
import Glibc
import Synchronization

/// A folder that appears whole or not at all.
///
/// Everything is written into a hidden folder beside the place; `commit` puts that in the place of the old
/// one in a single step. Without a commit it is removed again and the old folder stays as it was.
///
/// ```swift
/// let folder = try OutputFolder(replacing: "Output/barnet")
/// try folder.write(png, to: "charts/dignity.png")
/// try folder.commit()
/// ```
/// Several tasks may write into one folder.
package final class OutputFolder: Sendable {
    /// Where the folder will be, as messages name it.
    package let path: String
    private let target: String
    private let temporary: String
    private let state = Mutex(State())

    private struct State {
        var written: Set<String> = []
        var isOpen = true
    }

    /// Makes ready to write, so that a folder that cannot be written is found before any work is done.
    ///
    /// - Parameters:
    ///   - path: the folder to replace or make; folders above it are made.
    ///   - marker: the file by which an earlier folder of ours is known. A folder that holds anything but
    ///     not this file is somebody else's, and an error.
    package init(replacing path: String, madeWith marker: String = "manifest.json") throws(Failure) {
        self.path = path
        let place = SourceLocation(file: path)
        if let kind = fileKind(path) {
            guard kind == S_IFDIR else {
                throw Failure(
                    "a file stands where the output folder is to be", at: place,
                    hints: ["choose another output folder"])
            }
            let names = try FileStore.names(in: path)
            guard names.isEmpty || names.contains(marker) else {
                throw Failure(
                    "the folder holds files but no '\(marker)', so poet did not make it and will not replace it",
                    at: place, hints: ["choose another output folder, or empty this one yourself"])
            }
        }
        target = realPath(path) ?? path
        guard !["", ".", "..", "/"].contains(path), target != "/", splitPath(target).name != ".." else {
            throw Failure(
                "the output folder has no name of its own", at: place, hints: ["name a folder inside it"])
        }
        temporary = sibling(of: target)
        let parent = splitPath(target).folder
        try makeFolders(parent)
        removeTree(temporary)
        removeLeftovers(of: target)
        guard mkdir(temporary, 0o777) == 0 else {
            throw Failure(
                "cannot write in the folder '\(parent)': \(reason(errno))", at: place, hints: remedy(errno))
        }
    }

    deinit { cancel() }

    /// The paths written so far, sorted.
    package var listing: [String] {
        state.withLock { $0.written }.sorted {
            $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
        }
    }

    /// Writes a file to a relative path of plain names, which no other write has used.
    package func write(_ bytes: some Collection<UInt8>, to relative: String) throws(Failure) {
        let shown = SourceLocation(file: path + "/" + relative)
        let names = relative.split(separator: "/", omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }) else {
            throw Failure("'\(relative)' is not a plain path inside the output folder", at: shown)
        }
        let (isOpen, isNew) = state.withLock { ($0.isOpen, $0.written.insert(relative).inserted) }
        guard isOpen else { throw Failure("the output folder is finished, nothing can be added", at: shown) }
        guard isNew else { throw Failure("two outputs have the same name, '\(relative)'", at: shown) }
        if names.count > 1 {
            try makeFolders(temporary + "/" + names.dropLast().joined(separator: "/"))
        }
        try writeBytes(
            Array(bytes), at: temporary + "/" + relative, flags: O_CREAT | O_EXCL, shownAs: shown.file)
    }

    /// Writes text as UTF-8.
    package func write(_ text: String, to relative: String) throws(Failure) {
        try write(text.utf8, to: relative)
    }

    /// Puts the folder in its place.
    package func commit() throws(Failure) {
        guard state.withLock({ $0.isOpen }) else {
            throw Failure("the output folder is finished already", at: SourceLocation(file: path))
        }
        let code = fileKind(target) == nil ? (rename(temporary, target) == 0 ? 0 : errno) : exchange()
        guard code == 0 else {
            throw Failure(
                "the folder cannot be put in its place: \(reason(code))", at: SourceLocation(file: path),
                hints: remedy(code))
        }
        // What stands at the temporary path now, if anything, is the old folder.
        cancel()
    }

    /// Removes what was written, unless it was committed.
    package func cancel() {
        let wasOpen = state.withLock { state in
            defer { state.isOpen = false }
            return state.isOpen
        }
        if wasOpen { removeTree(temporary) }
    }

    /// Swaps the new folder with the old one, in one step where the file system can.
    ///
    /// - Returns: an error code, or 0.
    private func exchange() -> Int32 {
        if shim_exchange(temporary, target) == 0 { return 0 }
        guard errno == EINVAL || errno == ENOSYS else { return errno }
        let old = sibling(of: target)
        guard rename(target, old) == 0 else { return errno }
        guard rename(temporary, target) == 0 else {
            let code = errno
            rename(old, target)
            return code
        }
        removeTree(old)
        return 0
    }
}
