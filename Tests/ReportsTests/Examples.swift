import Diagnostics
import Disclosure
import Drawing
import Reading
import Survey
import TestSupport

@testable import Reports

/// Reports of the examples, composed in memory.
enum Examples {
    static let date = "2026-07-01"
    static let library = Library(share: Repository.root)

    /// A wave of an example with its published results made anew.
    static func wave(_ example: String) throws -> WaveFolder {
        let folder = Repository.path("Examples/\(example)")
        let (wave, instrument) = try WaveFolder.settings(of: folder, library: library)
        let policy = try Policy.read(
            library.data(wave.policy, kind: "policies", beside: folder, at: nil))
        let release = try WaveRelease(
            folder: folder, wave: wave, instrument: instrument, policy: policy,
            schema: Repository.path("Templates/schemas/poet-raw.rng"))
        let texts = Dictionary(uniqueKeysWithValues: release.files.map { ($0.name, $0.text) })
        return try WaveFolder(folder, library: library, published: texts)
    }

    /// What a report is made of, and its finished files.
    struct Rendered {
        var report: ComposedReport
        var files: [(path: String, bytes: [UInt8])]
    }

    static func render(_ example: String, _ body: String) throws -> Rendered {
        let wave = try wave(example)
        let studio = try Studio(library: library)
        let options = RenderOptions(
            formats: [.html, .markdown, .svg, .csv, .ods, .json], date: date, isStrict: false)
        let folder = Repository.path("Examples/\(example)/\(body)")
        let report = try ComposedReport(folder, of: wave, library: library, measurer: studio.fonts)
        let files = try ReportRenderer(library: library, studio: studio, options: options)
            .render(folder, of: wave).files
        return Rendered(report: report, files: files)
    }

    /// The finished very small report, made once.
    static let tiny = Result { try render("tiny", "exampleton") }
}
