package import Diagnostics
import Drawing
import Files
package import Scene
package import Survey

/// The sign of a party, ready for every writer: only its pixels are kept.
package struct Logo: Hashable, Sendable {
    package var picture: Picture
    package var png: [UInt8]
    package var alternative: String

    /// The longest side and the number of pixels that a logo may have, and the size of its file.
    private static let longestSide = 4000
    private static let mostPixels = 4_000_000
    private static let mostBytes = 1 << 20

    /// Reads a logo.
    ///
    /// Throws where the file is too large, is no PNG, or says that it has more pixels than a logo needs; the pixels are
    /// not unpacked before. What is read is drawn anew on white, so that nothing else in the file reaches a reader.
    package init(_ source: PartyLogo, studio: Studio) throws(Failure) {
        let bytes = try FileStore.bytes(of: source.file)
        let name = "the logo '\(source.file)'"
        guard bytes.count <= Self.mostBytes else {
            throw Failure(
                "\(name) has \(bytes.count) bytes, expected at most \(Self.mostBytes)", at: source.location,
                hints: ["export it as PNG, about 600 pixels wide"])
        }
        guard let header = PNGHeader(bytes) else {
            throw Failure(
                "\(name) is \(PNGHeader.kind(of: bytes)), expected a PNG picture", at: source.location,
                hints: ["export it as PNG, about 600 pixels wide"])
        }
        guard (1...Self.longestSide).contains(header.width), (1...Self.longestSide).contains(header.height),
            header.width * header.height <= Self.mostPixels
        else {
            throw Failure(
                "\(name) is \(header.width) by \(header.height) pixels, expected at most \(Self.mostPixels) in all and "
                    + "\(Self.longestSide) a side",
                at: source.location, hints: ["export it about 600 pixels wide"])
        }
        let size = Size(Double(header.width), Double(header.height))
        var picture = Picture(
            size: size, title: source.alternative, alternative: source.alternative, background: .white,
            nodes: [
                .image(ImageNode(frame: Rect(x: 0, y: 0, width: size.width, height: size.height), png: bytes))
            ])
        do throws(Failure) {
            png = try studio.bytes(of: picture, as: .png, scale: 1, date: "")
        } catch {
            throw Failure(
                "\(name) begins as a PNG picture and is broken or cut short", at: source.location,
                hints: ["export it anew"])
        }
        picture.nodes = [
            .image(ImageNode(frame: Rect(x: 0, y: 0, width: size.width, height: size.height), png: png))
        ]
        self.picture = picture
        alternative = source.alternative
    }

    /// The logos of a theme; throws the faults of all.
    static func all(of theme: Theme, studio: Studio) throws(Failure) -> [Logo] {
        let log = DiagnosticLog()
        let logos = theme.logos.compactMap { source in
            log.collect { () throws(Failure) in try Logo(source, studio: studio) }
        }
        try log.check()
        return logos
    }
}
