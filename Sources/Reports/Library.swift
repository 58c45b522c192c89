package import Diagnostics
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

    /// The style sheet of a theme.
    package func theme(_ name: String, beside folder: String, at location: SourceLocation?) throws(Failure)
        -> String
    {
        for candidate in ["\(folder)/\(name).css", "\(share)/Templates/themes/\(name).css"]
        where FileStore.exists(candidate) {
            return candidate
        }
        throw Failure(
            "there is no theme '\(name)'", at: location,
            hints: hints(
                forUnknown: name, among: names(of: "themes").map { String($0.dropLast(4)) }, listing: "themes"
            ))
    }

    /// A part that every template can take in.
    func part(_ name: String) -> String { "\(share)/Templates/parts/\(name).md" }

    /// The page around a document.
    func frame(_ name: String) -> String { "\(share)/Templates/frames/\(name).html" }

    /// The names of a kind that came with the program.
    package func names(of kind: String) -> [String] {
        let entries = (try? FileStore.names(in: "\(share)/Templates/\(kind)")) ?? []
        return entries.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }
    }
}
