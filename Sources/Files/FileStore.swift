package import Diagnostics
import Glibc

/// Plain questions to the disk, and the writing of a single file.
package enum FileStore {
    package static func exists(_ path: String) -> Bool { fileKind(path) != nil }

    package static func isFolder(_ path: String) -> Bool { fileKind(path) == S_IFDIR }

    /// Marks files as made anew just now, where they were found to be what would be made.
    package static func touch(_ paths: [String]) {
        for path in paths { _ = setModificationTimeToNow(path) }
    }

    /// Whether every one of some files is there and was changed after all of the others: whether what was
    /// made is newer than what it was made from.
    ///
    /// Times decide what is made anew, never what is in it.
    package static func areNewer(_ made: [String], than sources: [String]) -> Bool {
        let newest = sources.compactMap(modificationTime).max() ?? 0
        return !made.isEmpty && made.allSatisfy { (modificationTime($0) ?? 0) > newest }
    }

    /// The names in a folder, sorted by Unicode scalars, hidden ones included.
    package static func names(in folder: String) throws(Failure) -> [String] {
        let place = SourceLocation(file: folder)
        guard let directory = opendir(folder) else {
            throw Failure("the folder cannot be read: \(reason(errno))", at: place, hints: remedy(errno))
        }
        defer { closedir(directory) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Failure("the folder cannot be read: \(reason(errno))", at: place) }
        return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// The paths of all files below a folder, relative to it and sorted.
    package static func files(below folder: String) throws(Failure) -> [String] {
        var paths: [String] = []
        for name in try names(in: folder) {
            if isFolder(folder + "/" + name) {
                paths += try files(below: folder + "/" + name).map { name + "/" + $0 }
            } else {
                paths.append(name)
            }
        }
        return paths.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    /// The bytes of a file, whatever they are: fonts, pictures.
    package static func bytes(of path: String, shownAs: String? = nil) throws(Failure) -> [UInt8] {
        let place = SourceLocation(file: shownAs ?? path)
        if isFolder(path) { throw Failure("this is a folder, expected a file", at: place) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure("the file cannot be read: \(reason(errno))", at: place, hints: remedy(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        var bytes: [UInt8] = []
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        while true {
            let capacity = max(size + 1 - bytes.count, 1 << 16)
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                count = read(descriptor, buffer.baseAddress, capacity)
                filled = max(count, 0)
            }
            if count == 0 { return bytes }
            if count < 0, errno != EINTR {
                throw Failure("the file cannot be read: \(reason(errno))", at: place)
            }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
    }

    /// Writes one file beside its place, then renames it: the old file stays until the new one is whole.
    ///
    /// A device or a pipe is written to directly.
    package static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Failure) {
        switch fileKind(path) {
        case S_IFDIR:
            throw Failure(
                "a folder of this name stands where the file is to be", at: SourceLocation(file: path),
                hints: ["name a file inside it, or another path"])
        case nil, S_IFREG:
            let target = realPath(path) ?? path
            let temporary = sibling(of: target)
            do throws(Failure) {
                try writeBytes(Array(bytes), at: temporary, flags: O_CREAT | O_EXCL, shownAs: path)
                guard rename(temporary, target) == 0 else { throw writingFailure(errno, path) }
            } catch {
                unlink(temporary)
                throw error
            }
        default:
            try writeBytes(Array(bytes), at: path, flags: 0, shownAs: path)
        }
    }
}
