import Diagnostics
import Disclosure
import Files
import Reports

/// The wave and the reports of it that the arguments of a command name.
struct WaveSelection {
    let wave: String
    let reports: [String]

    init(_ folders: [String]) throws(Failure) {
        let folders = folders.map(Self.withoutSlash)
        for folder in folders where !FileStore.isFolder(folder) {
            throw Failure("there is no folder '\(folder)'")
        }
        if folders.count == 1, FileStore.exists(folders[0] + "/wave.yaml") {
            wave = folders[0]
            reports = try WaveFolder.reportFolders(in: wave)
            if reports.isEmpty { throw Failure("'\(wave)' holds no report folders", hints: ["a report folder holds a report.yaml"]) }
            return
        }
        var parents: [String] = []
        for folder in folders {
            let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
            guard FileStore.exists(folder + "/report.yaml"), FileStore.exists(parent + "/wave.yaml") else {
                throw Failure(
                    "'\(folder)' is neither a wave nor a report folder of one",
                    hints: ["a wave holds wave.yaml; its report folders hold report.yaml"])
            }
            if !parents.contains(parent) { parents.append(parent) }
        }
        guard parents.count == 1 else { throw Failure("the reports are of several waves: \(parents.joined(separator: ", "))") }
        wave = parents[0]
        reports = folders
    }

    /// The wave with its published results, made first where they are missing or stale.
    func open(library: Library) throws(Failure) -> WaveFolder {
        if FileStore.isFolder(wave + "/private") {
            let release = try disclosure(of: wave, library: library)
            if !release.isUpToDate { try release.write() }
        }
        return try WaveFolder(wave, library: library)
    }

    private static func withoutSlash(_ folder: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder
    }
}
