package import Diagnostics
import Files

/// Renders many reports of a wave, side by side, each into its own folder; one that fails does not stop the others.
package struct Batch: Sendable {
    /// How one report of the batch ended.
    package struct Outcome: Sendable {
        package var body: String
        /// The folder that was written; nil where the report failed.
        package var folder: String?
        package var diagnostics: [Diagnostic]
    }

    private let wave: WaveFolder
    private let library: Library
    private let options: RenderOptions
    private let output: String

    package init(wave: WaveFolder, library: Library, options: RenderOptions, output: String) {
        self.wave = wave
        self.library = library
        self.options = options
        self.output = output
    }

    /// Renders the report folders with that many workers; the outcomes come in the order of the folders.
    ///
    /// - Parameter finished: called as each report ends, in no fixed order, with how many have ended.
    package func render(
        _ folders: [String], jobs: Int, finished: @escaping @Sendable (Outcome, Int) -> Void
    ) async -> [Outcome] {
        let workers = max(1, min(jobs, folders.count))
        let outcomes = await withTaskGroup(of: [(Int, Outcome)].self) { group in
            let counter = Counter()
            for _ in 0..<workers {
                group.addTask { await work(on: folders, from: counter, finished: finished) }
            }
            var all: [(Int, Outcome)] = []
            for await some in group { all += some }
            return all
        }
        return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// One worker: a studio of its own, folders taken one after another.
    private func work(
        on folders: [String], from counter: Counter, finished: @Sendable (Outcome, Int) -> Void
    ) async -> [(Int, Outcome)] {
        var outcomes: [(Int, Outcome)] = []
        let studio = Result { () throws(Failure) in try Studio(library: library) }
        while let index = await counter.next(below: folders.count) {
            let outcome = render(folders[index], in: studio)
            outcomes.append((index, outcome))
            finished(outcome, await counter.finish())
        }
        return outcomes
    }

    private func render(_ folder: String, in studio: Result<Studio, Failure>) -> Outcome {
        let body = folder.split(separator: "/").last.map(String.init) ?? folder
        do throws(Failure) {
            let renderer = ReportRenderer(library: library, studio: try studio.get(), options: options)
            let target = try OutputFolder(replacing: "\(output)/\(body)")
            let rendered = try renderer.render(
                folder, of: wave, over: EarlierRendering("\(output)/\(body)"))
            for file in rendered.files { try target.write(file.bytes, to: file.path) }
            for path in rendered.kept {
                try target.write(FileStore.bytes(of: "\(output)/\(body)/\(path)"), to: path)
            }
            try target.commit()
            return Outcome(body: body, folder: "\(output)/\(body)", diagnostics: rendered.warnings)
        } catch {
            return Outcome(body: body, folder: nil, diagnostics: error.diagnostics)
        }
    }

    /// Hands out folders and counts those that are done.
    private actor Counter {
        private var started = 0
        private var ended = 0

        func next(below limit: Int) -> Int? {
            guard started < limit else { return nil }
            started += 1
            return started - 1
        }

        func finish() -> Int {
            ended += 1
            return ended
        }
    }
}
