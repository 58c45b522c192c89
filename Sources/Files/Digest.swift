internal import CSodium

/// Digests of bytes, in lower-case hexadecimal: what binds a manifest or a sign-off to its content.
package enum Digest {
    /// SHA-256 (FIPS 180-4).
    package static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = isReady
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return hexadecimal(digest)
    }

    /// libsodium chooses its code for this processor, once a process.
    private static let isReady = sodium_init() >= 0

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
