import Diagnostics
import Disclosure
import Files
import Reports
import Survey

/// The wave and the reports of it that the arguments of a command name.
struct WaveSelection {
    let wave: String
    let reports: [String]
    /// Whether these are all the reports of the wave.
    let isWhole: Bool

    init(_ folders: [String]) throws(Failure) {
        let folders = folders.map(Self.withoutSlash)
        for folder in folders where !FileStore.isFolder(folder) {
            throw Failure("there is no folder '\(folder)'")
        }
        if folders.count == 1, FileStore.exists(folders[0] + "/wave.yaml") {
            wave = folders[0]
            isWhole = true
            reports = try WaveFolder.reportFolders(in: wave)
            if reports.isEmpty {
                throw Failure(
                    "'\(wave)' holds no report folders", hints: ["a report folder holds a report.yaml"])
            }
            return
        }
        if folders.count == 1, Self.standsAlone(folders[0]) {
            wave = folders[0]
            isWhole = false
            reports = [wave]
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
        guard parents.count == 1 else {
            throw Failure("the reports are of several waves: \(parents.joined(separator: ", "))")
        }
        wave = parents[0]
        isWhole = false
        reports = folders
    }

    /// The wave with its published results.
    ///
    /// Those that are missing or stale are made first, also in the wave before; with `writesPublished` they
    /// are kept in `published/`.
    func open(library: Library, writesPublished: Bool = true) throws(Failure) -> WaveFolder {
        let texts = try disclosed(wave, library: library, writes: writesPublished)
        let settings = try WaveFolder.wave(of: wave)
        let earlier = try settings.last.map { last throws(Failure) in
            try disclosed(wave + "/" + last, library: library, writes: writesPublished)
        }
        return try WaveFolder(wave, library: library, published: texts, earlier: earlier ?? nil)
    }

    /// The texts of a wave's published results, made from `private/`; nil where there is none and `published/` is all.
    private func disclosed(_ folder: String, library: Library, writes: Bool) throws(Failure) -> [String:
        String]?
    {
        guard FileStore.isFolder(folder + "/private") else { return nil }
        let release = try disclosure(of: folder, library: library)
        if writes { try release.write() }
        return Dictionary(release.files.map { ($0.name, $0.text) }) { first, _ in first }
    }

    /// The wave with no more than one report needs.
    ///
    /// Published results that are newer than everything they are made from are taken as they stand.
    func openForOneReport(library: Library) throws(Failure) -> WaveFolder {
        let settings = try WaveFolder.wave(of: wave)
        var waves = [wave]
        if let last = settings.last { waves.append(wave + "/" + last) }
        for folder in waves where try !isFresh(folder, library: library) { return try open(library: library) }
        return try WaveFolder(wave, library: library, for: reports)
    }

    private func isFresh(_ folder: String, library: Library) throws(Failure) -> Bool {
        guard FileStore.isFolder(folder + "/published") else { return false }
        guard FileStore.isFolder(folder + "/private") else { return true }
        let settings = try WaveFolder.wave(of: folder)
        let place = SourceLocation(file: WaveFolder.settingsFile(of: folder))
        var sources = try FileStore.names(in: folder + "/private").map { "\(folder)/private/\($0)" }
        sources.append(WaveFolder.settingsFile(of: folder))
        sources.append(folder + "/private")
        sources.append(try library.file(settings.policy, kind: "policies", beside: folder, at: place))
        sources.append(try library.file(settings.instrument, kind: "instruments", beside: folder, at: place))
        let earlier = folder + "/earlier"
        if FileStore.isFolder(earlier) {
            sources.append(earlier)
            for name in try FileStore.names(in: earlier) where FileStore.isFolder("\(earlier)/\(name)") {
                sources.append("\(earlier)/\(name)")
                sources += try FileStore.names(in: "\(earlier)/\(name)").map { "\(earlier)/\(name)/\($0)" }
            }
        }
        let published = try FileStore.names(in: folder + "/published").map { "\(folder)/published/\($0)" }
        return FileStore.areNewer(published, than: sources)
    }

    /// Whether a report folder says itself what its wave is.
    private static func standsAlone(_ folder: String) -> Bool {
        let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
        return FileStore.exists(folder + "/report.yaml") && !FileStore.exists(parent + "/wave.yaml")
    }

    private static func withoutSlash(_ folder: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder
    }
}
