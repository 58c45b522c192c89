internal import CDeflate
package import Diagnostics

/// Compresses with libdeflate.
///
/// Holds its working memory, so make one and use it for many buffers.
package struct Deflater: ~Copyable {
    /// What stands around the compressed data.
    package enum Wrapping: Sendable {
        /// Nothing: as inside a zip archive (RFC 1951).
        case raw
        /// A header and a checksum: as inside PNG and PDF (RFC 1950).
        case zlib
    }

    private let compressor: OpaquePointer
    private let wrapping: Wrapping

    /// A compressor of a level from 1 (fast) to 12 (small).
    package init(level: Int, wrapping: Wrapping) throws(Failure) {
        guard let compressor = libdeflate_alloc_compressor(Int32(clamping: level)) else {
            throw Failure("no compressor of level \(level): levels run from 1 to 12")
        }
        self.compressor = compressor
        self.wrapping = wrapping
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// The bytes compressed; the same bytes every time.
    package func compress(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { compress($0) }
    }

    /// The bytes compressed; the same bytes every time.
    package func compress(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let bound =
            wrapping == .raw
            ? libdeflate_deflate_compress_bound(compressor, bytes.count)
            : libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            // The bound is never too small, so the count is never the 0 that means "did not fit".
            count =
                wrapping == .raw
                ? libdeflate_deflate_compress(
                    compressor, bytes.baseAddress, bytes.count, output.baseAddress, bound)
                : libdeflate_zlib_compress(
                    compressor, bytes.baseAddress, bytes.count, output.baseAddress, bound)
        }
    }
}

/// The bytes that were compressed into `bytes`, of which there must be exactly `size`.
package func inflate(_ bytes: [UInt8], size: Int, wrapping: Deflater.Wrapping) throws(Failure) -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else {
        throw Failure("no memory to decompress with")
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var result = LIBDEFLATE_BAD_DATA
    let inflated = [UInt8](unsafeUninitializedCapacity: size) { output, count in
        result =
            wrapping == .raw
            ? libdeflate_deflate_decompress(decompressor, bytes, bytes.count, output.baseAddress, size, nil)
            : libdeflate_zlib_decompress(decompressor, bytes, bytes.count, output.baseAddress, size, nil)
        count = result == LIBDEFLATE_SUCCESS ? size : 0
    }
    switch result {
    case LIBDEFLATE_SUCCESS: return inflated
    case LIBDEFLATE_SHORT_OUTPUT: throw Failure("the compressed data holds fewer than \(size) bytes")
    case LIBDEFLATE_INSUFFICIENT_SPACE: throw Failure("the compressed data holds more than \(size) bytes")
    default: throw Failure("the compressed data is damaged")
    }
}

/// The bytes that were compressed into `bytes`, of which there are at most `limit`.
package func inflate(_ bytes: [UInt8], atMost limit: Int, wrapping: Deflater.Wrapping) throws(Failure)
    -> [UInt8]
{
    guard let decompressor = libdeflate_alloc_decompressor() else {
        throw Failure("no memory to decompress with")
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var size = min(max(bytes.count * 8, 4096), limit)
    while true {
        var result = LIBDEFLATE_BAD_DATA
        let inflated = [UInt8](unsafeUninitializedCapacity: size) { output, count in
            count = 0
            result =
                wrapping == .raw
                ? libdeflate_deflate_decompress(
                    decompressor, bytes, bytes.count, output.baseAddress, size, &count)
                : libdeflate_zlib_decompress(
                    decompressor, bytes, bytes.count, output.baseAddress, size, &count)
            if result != LIBDEFLATE_SUCCESS { count = 0 }
        }
        switch result {
        case LIBDEFLATE_SUCCESS: return inflated
        case LIBDEFLATE_INSUFFICIENT_SPACE where size < limit: size = min(size * 4, limit)
        case LIBDEFLATE_INSUFFICIENT_SPACE:
            throw Failure("the compressed data holds more than \(limit) bytes")
        default: throw Failure("the compressed data is damaged")
        }
    }
}

/// The CRC-32 checksum of PNG, zip and gzip; `seed` is the checksum of the bytes before these.
package func crc32(_ bytes: [UInt8], seed: UInt32 = 0) -> UInt32 {
    libdeflate_crc32(seed, bytes, bytes.count)
}

/// The Adler-32 checksum of the zlib format; `seed` is the checksum of the bytes before these.
package func adler32(_ bytes: [UInt8], seed: UInt32 = 1) -> UInt32 {
    libdeflate_adler32(seed, bytes, bytes.count)
}
