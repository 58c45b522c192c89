package import Diagnostics
import Glibc

/// A program of the machine that is run to its end.
package struct Program: Hashable, Sendable {
    /// What a run leaves behind.
    package struct Outcome: Sendable {
        package var status: Int32
        package var output: [UInt8]
        /// What it said on standard error.
        package var words: String
    }

    package let path: String

    /// The program of a name in folders parted by colons, as in the variable PATH; nil if none of them has it.
    package init?(named name: String, in folders: String) {
        let path = folders.split(separator: ":").map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 && !FileStore.isFolder($0) }
        guard let path else { return nil }
        self.path = path
    }

    package init(path: String) { self.path = path }

    /// Runs the program with these arguments and this environment and no other, and gives it the bytes to read.
    ///
    /// Throws where it cannot be started or is stopped by a signal; a status other than 0 is the caller's to judge.
    package func run(
        _ arguments: [String], environment: [String] = [], input: [UInt8] = []
    ) throws(Failure) -> Outcome {
        // Files rather than pipes: no side can wait for the other to read.
        let files = try [input, [], []].map { content throws(Failure) in
            let file = try NamelessFile()
            try file.write(content)
            return file
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in files.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(target))
        }
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var process = pid_t()
        let code = posix_spawn(&process, path, &actions, nil, words, variables)
        guard code == 0 else {
            throw Failure("the program '\(path)' cannot be started: \(reason(code))", hints: remedy(code))
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        guard status & 0x7F == 0 else {
            throw Failure("the program '\(path)' was stopped by the signal \(status & 0x7F)")
        }
        return Outcome(
            status: (status >> 8) & 0xFF, output: try files[1].contents(),
            words: String(decoding: try files[2].contents(), as: UTF8.self))
    }
}

/// A file that has no name any more and is gone when it is closed.
private final class NamelessFile {
    let descriptor: Int32

    init() throws(Failure) {
        // mkstemp writes a name that is free over the six X.
        var template = Array("/tmp/poet-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw Failure("no file can be made in /tmp: \(reason(errno))", hints: remedy(errno))
        }
        unlink(template)
        // A program that is started gets the files meant for it and no others.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
                    off_t(written))
            }
            if count < 0, errno != EINTR {
                throw Failure("a file in /tmp cannot be written: \(reason(errno))")
            }
            written += max(count, 0)
        }
    }

    func contents() throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &piece, piece.count, off_t(bytes.count))
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { throw Failure("a file in /tmp cannot be read: \(reason(errno))") }
            bytes += piece.prefix(max(count, 0))
        }
    }
}
