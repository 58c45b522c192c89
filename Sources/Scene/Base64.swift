/// The bytes in base64 (RFC 4648, section 4), with padding and without line breaks: how fonts and images
/// travel inside SVG and HTML.
package func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
        let rest = min(3, bytes.count - index)
        var bits = UInt32(bytes[index]) << 16
        if rest > 1 { bits |= UInt32(bytes[index + 1]) << 8 }
        if rest > 2 { bits |= UInt32(bytes[index + 2]) }
        for digit in 0..<4 {
            text.append(
                digit <= rest ? alphabet[Int(bits >> UInt32(18 - 6 * digit)) & 63] : UInt8(ascii: "="))
        }
        index += 3
    }
    return String(decoding: text, as: UTF8.self)
}
