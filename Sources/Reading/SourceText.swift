/// The text of a file, checked to be plain UTF-8: what every reader of this room begins with.
package struct SourceText: Sendable {
    /// The file's name as messages print it.
    package let file: String
    /// The bytes, without a byte order mark, lines ending in LF alone.
    package let bytes: [UInt8]

    /// Text that is known to be good, as tests and the reader of one part of a file have it.
    package init(_ text: String, file: String) {
        self.file = file
        self.bytes = Array(text.utf8)
    }
}
