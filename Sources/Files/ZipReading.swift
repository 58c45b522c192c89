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
        let size = Int(status.size)
        var count = 0
        let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            count = Int(zip_fread(file, buffer.baseAddress, UInt64(size)))
            filled = max(count, 0)
        }
        guard count == size else { throw fault }
        return content
    }
}
