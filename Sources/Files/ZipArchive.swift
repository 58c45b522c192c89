internal import CZip
package import Diagnostics
import Glibc

/// Writes zip archives through libzip: the same bytes for the same entries, on any day and in any time zone.
///
/// Entries stand in the order given, each with the time stamp 1 January 1980, the first that a zip can hold.
package enum ZipArchive {
    /// A file inside an archive.
    package struct Entry {
        /// Where it lies in the archive: plain names with `/` between.
        package var path: String
        package var bytes: [UInt8]
        /// Whether it is kept as it is: for what is compressed already, and for the `mimetype` of an OpenDocument.
        package var isStored: Bool

        package init(_ path: String, _ bytes: [UInt8], isStored: Bool = false) {
            self.path = path
            self.bytes = bytes
            self.isStored = isStored
        }
    }

    /// The archive that holds the entries.
    ///
    /// Throws where there are none, where two have one path, or where a path could lead out of the folder that it is
    /// unpacked in.
    package static func bytes(of entries: [Entry]) throws(Failure) -> [UInt8] {
        guard !entries.isEmpty else { throw Failure("a zip archive needs a file") }
        var paths: Set<String> = []
        for entry in entries {
            let names = entry.path.split(separator: "/", omittingEmptySubsequences: false)
            let isPlain = names.allSatisfy {
                !["", ".", ".."].contains($0) && !$0.utf8.contains { [0, UInt8(ascii: "\\")].contains($0) }
            }
            guard isPlain else { throw Failure("'\(entry.path)' is not a plain path inside a zip archive") }
            guard paths.insert(entry.path).inserted else {
                throw Failure("two files of a zip archive have the same path, '\(entry.path)'")
            }
        }
        let target = try Target()
        for entry in entries { try target.add(entry) }
        return try target.finish()
    }

    /// An archive in memory that libzip writes into.
    private struct Target: ~Copyable {
        private let archive: OpaquePointer
        private let source: OpaquePointer

        init() throws(Failure) {
            guard let source = zip_source_buffer_create(nil, 0, 1, nil) else { throw Self.outOfMemory }
            guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else {
                zip_source_free(source)
                throw Failure("a zip archive cannot be begun")
            }
            // One more owner, so that the bytes can be read after the archive is closed.
            zip_source_keep(source)
            self.archive = archive
            self.source = source
        }

        deinit { zip_source_free(source) }

        func add(_ entry: Entry) throws(Failure) {
            guard let copy = malloc(max(entry.bytes.count, 1)) else { throw Self.outOfMemory }
            entry.bytes.withUnsafeBytes { bytes in
                if let base = bytes.baseAddress { memcpy(copy, base, bytes.count) }
            }
            // libzip frees the copy when it is done with it.
            guard let data = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1) else {
                free(copy)
                throw fault(of: entry)
            }
            let index = zip_file_add(archive, entry.path, data, ZIP_FL_ENC_UTF_8)
            guard index >= 0 else {
                zip_source_free(data)
                throw fault(of: entry)
            }
            let method = Int32(entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE)
            let firstDay: UInt16 = 1 << 5 | 1
            guard zip_set_file_compression(archive, UInt64(index), method, 6) == 0,
                zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0
            else { throw fault(of: entry) }
        }

        func finish() throws(Failure) -> [UInt8] {
            guard zip_close(archive) == 0 else {
                let words = String(cString: zip_strerror(archive))
                zip_discard(archive)
                throw Failure("a zip archive cannot be written: \(words)")
            }
            var status = zip_stat_t()
            guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
                throw readingFault
            }
            defer { zip_source_close(source) }
            let bytes = ZipArchive.whole(Int(status.size)) { zip_source_read(source, $0, $1) }
            guard let bytes else { throw readingFault }
            return bytes
        }

        private func fault(of entry: Entry) -> Failure {
            let words = String(cString: zip_strerror(archive))
            zip_discard(archive)
            return Failure("'\(entry.path)' cannot be put into a zip archive: \(words)")
        }

        private var readingFault: Failure {
            Failure("a zip archive cannot be read back: \(String(cString: shim_zip_source_words(source)))")
        }

        private static var outOfMemory: Failure { Failure("there is not enough memory for a zip archive") }
    }
}
