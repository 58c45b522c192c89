internal import CZip
package import Diagnostics
import Glibc

extension ZipArchive {
    /// The bytes of a file inside an archive; throws where the bytes are no archive or it holds no such file.
    package static func file(_ path: String, in bytes: [UInt8]) throws(Failure) -> [UInt8] {
        let fault = Failure("'\(path)' cannot be read from the zip archive")
        // libzip frees the copy when it is done with it.
        guard let copy = malloc(max(bytes.count, 1)) else { throw fault }
        bytes.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress { memcpy(copy, base, bytes.count) }
        }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            throw fault
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw fault
        }
        defer { zip_discard(archive) }
        var status = zip_stat_t()
        guard zip_stat(archive, path, 0, &status) == 0, let file = zip_fopen(archive, path, 0) else {
            throw fault
        }
        defer { zip_fclose(file) }
        guard let content = whole(Int(status.size), read: { zip_fread(file, $0, $1) }) else { throw fault }
        return content
    }

    /// As many bytes as there are to read; nil where there are fewer.
    static func whole(
        _ size: Int, read: (UnsafeMutablePointer<UInt8>?, UInt64) -> zip_int64_t
    ) -> [UInt8]? {
        let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            filled = max(Int(read(buffer.baseAddress, UInt64(size))), 0)
        }
        return content.count == size ? content : nil
    }
}
