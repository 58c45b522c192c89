package import Diagnostics
import Files
import Reading
package import Scene

/// The pictures that a document can ask for by name: those of its own folder, then those that came with the program.
///
/// A picture is `NAME.png` or `NAME.svg`. One is made for each document.
package final class PictureShelf {
    private let own: String
    private let shipped: String
    private var read: [String: Picture] = [:]
    /// The endings that a picture can have.
    private static let endings = [".png", ".svg"]

    /// - Parameters:
    ///   - own: the folder of pictures that take the place of shipped ones; it need not exist.
    ///   - shipped: the folder of the program's own.
    package init(own: String, shipped: String) {
        self.own = own
        self.shipped = shipped
    }

    /// The picture of a name; throws where there is none, with the nearest one, and every fault of its file.
    package func picture(_ name: String, at location: SourceLocation?) throws(Failure) -> Picture {
        if let picture = read[name] { return picture }
        let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let files = [own, shipped].flatMap { folder in Self.endings.map { "\(folder)/\(name)\($0)" } }
        guard isName, let file = files.first(where: FileStore.exists) else {
            throw Failure(
                "there is no picture '\(name)'", at: location,
                hints: hints(forUnknown: name, among: names, listing: "pictures") + [
                    "put your own into the report's folder, as pictures/\(name).png"
                ])
        }
        let picture =
            file.hasSuffix(".png")
            ? try PhotoReader.read(FileStore.bytes(of: file), file: file, shows: name)
            : try DrawingReader.read(SourceText.load(path: file))
        read[name] = picture
        return picture
    }

    /// The names of all pictures, in order.
    package var names: [String] {
        Set((Self.files(in: shipped) + Self.files(in: own)).compactMap(Self.name)).sorted()
    }

    /// What is wrong with the folder of own pictures: files of another kind, two of one name, and pictures that nothing asked
    /// for.
    package var faults: [Diagnostic] {
        var faults: [Diagnostic] = []
        var seen: Set<String> = []
        for file in Self.files(in: own) where !file.hasPrefix(".") {
            let place = SourceLocation(file: "\(own)/\(file)")
            guard let name = Self.name(of: file) else {
                faults.append(
                    Diagnostic(
                        .error, "'\(file)' is not a picture that can be used here", at: place,
                        hints: ["save it as PNG, or as a simple SVG"]))
                continue
            }
            if !seen.insert(name).inserted {
                faults.append(
                    Diagnostic(
                        .error, "there are two pictures of the name '\(name)'", at: place,
                        hints: ["take one of them away"]))
            } else if read[name] == nil {
                faults.append(
                    Diagnostic(
                        .warning, "the picture '\(name)' is not used", at: place,
                        hints: hints(forUnknown: name, among: read.keys.sorted(), listing: "used are")))
            }
        }
        return faults
    }

    private static func files(in folder: String) -> [String] {
        guard FileStore.isFolder(folder) else { return [] }
        return (try? FileStore.names(in: folder)) ?? []
    }

    private static func name(of file: String) -> String? {
        endings.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
    }
}
