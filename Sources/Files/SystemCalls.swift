internal import Diagnostics
import Glibc
import Synchronization

// What FileStore and OutputFolder ask of the system.

/// The kind bits of what stands at a path, links followed; nil if nothing does.
func fileKind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// The path without links; nil if there is nothing.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The folder that a path's last part stands in, and that part.
func splitPath(_ path: String) -> (folder: String, name: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let name = parts.popLast().map(String.init) ?? "."
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return ("/" + joined, name) }
    return (joined.isEmpty ? "." : joined, name)
}

private let siblings = Atomic<Int>(0)

/// A path beside `path` that nothing else in this process uses.
func sibling(of path: String) -> String {
    let (folder, name) = splitPath(path)
    let number = siblings.add(1, ordering: .relaxed).newValue
    return "\(folder)/.\(name).poet-\(getpid())-\(number)"
}

/// Removes what stands beside `path` since a process that was writing it was ended, by Ctrl-C or by a failing machine.
func removeLeftovers(of path: String) {
    let (folder, name) = splitPath(path)
    for found in (try? FileStore.names(in: folder)) ?? [] where found.hasPrefix(".\(name).poet-") {
        let process = found.dropFirst(name.count + 7).prefix { $0 != "-" }
        guard let number = pid_t(process), number != getpid() else { continue }
        if kill(number, 0) != 0, errno == ESRCH { removeTree(folder + "/" + found) }
    }
}

/// Makes a folder and those above it.
func makeFolders(_ path: String) throws(Failure) {
    if fileKind(path) == S_IFDIR { return }
    let (above, _) = splitPath(path)
    if above != path, above != "." { try makeFolders(above) }
    if fileKind(path) != nil {
        throw Failure(
            "this is a file, expected a folder", at: SourceLocation(file: path),
            hints: ["choose another folder, or move the file away"])
    }
    guard mkdir(path, 0o777) == 0 || (errno == EEXIST && fileKind(path) == S_IFDIR) else {
        throw Failure(
            "the folder cannot be made: \(reason(errno))", at: SourceLocation(file: path),
            hints: remedy(errno))
    }
}

/// Writes all bytes to a file, going on after short writes.
func writeBytes(_ bytes: [UInt8], at path: String, flags: Int32, shownAs shown: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else { throw writingFailure(errno, shown) }
    var written = 0
    var fault: Int32 = 0
    bytes.withUnsafeBytes { buffer in
        while written < buffer.count, fault == 0 {
            let count = Glibc.write(
                descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            if count >= 0 { written += count } else if errno != EINTR { fault = errno }
        }
    }
    if close(descriptor) != 0, fault == 0 { fault = errno }
    if fault != 0 { throw writingFailure(fault, shown) }
}

/// Removes a file, or a folder with all that is in it; links are not followed.
func removeTree(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        unlink(path)
        return
    }
    for name in (try? FileStore.names(in: path)) ?? [] { removeTree(path + "/" + name) }
    rmdir(path)
}

func writingFailure(_ code: Int32, _ path: String) -> Failure {
    Failure(
        "the file cannot be written: \(reason(code))", at: SourceLocation(file: path), hints: remedy(code))
}

/// Why a system call failed, in plain words.
func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case EROFS: "the disk is read-only"
    case ENOSPC, EDQUOT: "the disk is full"
    case ENOENT: "no such file or folder"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case ENAMETOOLONG: "the name is too long"
    default: String(cString: strerror(code))
    }
}

/// What to do about it, where that can be said.
func remedy(_ code: Int32) -> [String] {
    switch code {
    case EACCES, EPERM, EROFS: ["choose a folder that you may write to, or ask for permission"]
    case ENOSPC, EDQUOT: ["make room, or choose a folder on another disk"]
    case ENOENT, ENOTDIR: ["check the spelling of the path"]
    case ENAMETOOLONG: ["choose a shorter name"]
    default: []
    }
}

/// When a file was last changed, in nanoseconds since 1970; nil if there is nothing.
func modificationTime(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
}

/// Sets a file's time of change to now; false if that cannot be done.
func setModificationTimeToNow(_ path: String) -> Bool { utimensat(AT_FDCWD, path, nil, 0) == 0 }
