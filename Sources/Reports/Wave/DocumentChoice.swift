package import Diagnostics
import Reading
import Survey

/// The reports of a wave that have a document: only that one of each is wanted.
package struct DocumentChoice: Sendable {
    package private(set) var folders: [String] = []
    /// The reports that have no such document.
    package private(set) var without: [String] = []

    /// Chooses among report folders; without a name, all of them.
    ///
    /// A folder whose `report.yaml` cannot be read is chosen too: its faults are told when it is rendered. Fails where no
    /// report has the document.
    package init(_ document: String?, among folders: [String], of wave: WaveFolder) throws(Failure) {
        guard let document else {
            self.folders = folders
            return
        }
        var known: [String] = []
        for folder in folders {
            let settings = try? WaveReader.report(DataFile.read(folder + "/report.yaml"))
            guard let settings else {
                self.folders.append(folder)
                continue
            }
            let names = Self.names(settings, in: wave)
            known += names.filter { !known.contains($0) }
            if names.contains(document) { self.folders.append(folder) } else { without.append(folder) }
        }
        guard self.folders.isEmpty else { return }
        throw Failure(
            folders.count == 1
                ? "the report has no document '\(document)'"
                : "no report of the wave has a document '\(document)'",
            hints: hints(forUnknown: document, among: known, listing: "documents"))
    }

    /// What the documents of a report are called: by their templates, and by their files.
    private static func names(_ settings: ReportSettings, in wave: WaveFolder) -> [String] {
        let main = settings.template ?? wave.wave.template
        let others = (settings.documents ?? wave.wave.documents).filter { $0 != main }
        let files = ["report"] + others.map { String($0.split(separator: "/").last ?? "") }
        return zip([main] + others, files).flatMap { $0 == $1 ? [$0] : [$0, $1] }
    }
}
