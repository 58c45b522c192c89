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

    /// HMAC-SHA-256 (RFC 2104) under a key of any length: for what is private, where a plain digest of a
    /// table of small counts could be guessed back.
    package static func hmacSHA256(_ bytes: some Sequence<UInt8>, key: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        let key = Array(key)
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        var state = crypto_auth_hmacsha256_state()
        _ = isReady
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        crypto_auth_hmacsha256_final(&state, &digest)
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
