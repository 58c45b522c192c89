package import Diagnostics
import Drawing
import Files
package import Reading

/// What comes with poet and non-programmers edit: instruments, policies, templates, themes, fonts.
///
/// A name is looked up beside the wave first, so that a wave can bring its own, then in the folders that came with
/// the program.
package struct Library: Sendable {
    /// The folder that holds `Templates/` and `Fonts/`.
    package let share: String

    package init(share: String) { self.share = share }

    /// Whether the folder holds what the program needs.
    package var isComplete: Bool {
        FileStore.isFolder(share + "/Templates") && FileStore.isFolder(fonts)
    }

    package var fonts: String { share + "/Fonts" }

    /// The file of a name such as `ascs-2020-21` or `my-instrument.yaml`, of a kind such as `instruments`.
    package func file(_ name: String, kind: String, beside folder: String, at location: SourceLocation?)
        throws(Failure) -> String
    {
        let hasEnding = name.hasSuffix(".yaml") || name.hasSuffix(".json")
        let beside = folder + "/" + (hasEnding ? name : name + ".yaml")
        if FileStore.exists(beside) { return beside }
        let shipped = "\(share)/Templates/\(kind)/\(name)" + (hasEnding ? "" : ".yaml")
        if FileStore.exists(shipped) { return shipped }
        throw Failure(
            "there is no '\(name)' among the \(kind)", at: location,
            hints: hints(forUnknown: name, among: names(of: kind), listing: kind))
    }

    /// The parsed file of a name.
    package func data(
        _ name: String, kind: String, beside folder: String, at location: SourceLocation?
    ) throws(Failure) -> DataNode {
        try DataFile.read(file(name, kind: kind, beside: folder, at: location))
    }

    /// The folder of a report template.
    package func template(_ name: String, beside folder: String, at location: SourceLocation?) throws(Failure)
        -> String
    {
        for candidate in ["\(folder)/\(name)", "\(share)/Templates/reports/\(name)"]
        where FileStore.exists(candidate + "/report.md") {
            return candidate
        }
        throw Failure(
            "there is no report template '\(name)'", at: location,
            hints: hints(forUnknown: name, among: names(of: "reports"), listing: "templates"))
    }

    /// A theme, from a file beside the wave or one that came with the program.
    ///
    /// Throws every fault of the file, and each pair of its colours that cannot be told apart.
    package func theme(_ name: String, beside folder: String, at location: SourceLocation?) throws(Failure)
        -> Theme
    {
        for file in ["\(folder)/\(name).yaml", "\(share)/Templates/themes/\(name).yaml"]
        where FileStore.exists(file) {
            return try ThemeReader.read(file, fonts: fontStyles(listedIn: fonts))
        }
        throw Failure(
            "there is no theme '\(name)'", at: location,
            hints: hints(forUnknown: name, among: names(of: "themes"), listing: "themes"))
    }

    /// The frame around a page: an HTML file beside the wave, or one that came with the program.
    package func frame(_ name: String, beside folder: String, at location: SourceLocation?) throws(Failure)
        -> String
    {
        for candidate in ["\(folder)/\(name).html", "\(share)/Templates/frames/\(name).html"]
        where FileStore.exists(candidate) {
            return candidate
        }
        throw Failure(
            "there is no frame '\(name)'", at: location,
            hints: hints(forUnknown: name, among: frames, listing: "frames"))
    }

    /// The names of the frames that came with the program.
    var frames: [String] {
        names(of: "frames").filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
    }

    /// A part that every template can take in.
    func part(_ name: String) -> String { "\(share)/Templates/parts/\(name).md" }

    /// The names of a kind that came with the program.
    package func names(of kind: String) -> [String] {
        let entries = (try? FileStore.names(in: "\(share)/Templates/\(kind)")) ?? []
        return entries.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }
    }
}
