internal import CCrypto

/// Digests of bytes, in lower-case hexadecimal: what binds a manifest or a sign-off to its content.
package enum Digest {
    /// SHA-256 (FIPS 180-4).
    package static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        var digest = [UInt8](repeating: 0, count: 32)
        let isMade = isReady && EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1
        // It can fail for want of memory alone.
        precondition(isMade, "OpenSSL makes no SHA-256")
        return hexadecimal(digest)
    }

    /// Once a process; the machine's own settings of OpenSSL have no part in it.
    private static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
