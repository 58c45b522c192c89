import Drawing
import Files
import Findings
import Reading
import Survey

/// What a rendering holds and what it was made with (`poet-manifest/1`): relative paths, digests, no times.
struct Manifest {
    let text: String

    init(report: ComposedReport, options: RenderOptions, files: [(path: String, bytes: [UInt8])]) {
        let own = report.context.results.own
        let documents = report.documents.map { document -> JSONValue in
            let names = files.map(\.path).filter { $0.hasPrefix(document.fileName + ".") }
            return [
                "template": .string(document.template), "title": .string(document.settings.title),
                "files": .list(names.map { .string($0) }),
            ]
        }
        let libraries = drawingLibraries.map { JSONValue.Member($0.name, .string($0.version)) }
        let value: JSONValue = .object([
            .init("format", "poet-manifest/1"), .init("body", .string(own.body.id)),
            .init("wave", .string(own.wave)),
            .init("instrument", .string(own.instrument)), .init("policy", .string(own.policy)),
            .init("date", .string(options.date)),
            .init("published", .string(Digest.sha256(Array(own.fileText.utf8)))),
            .init("libraries", .object(libraries)), .init("documents", .list(documents)),
            .init(
                "files",
                .list(
                    files.map { file in
                        ["path": .string(file.path), "sha256": .string(Digest.sha256(file.bytes))]
                    })),
        ])
        text = JSONText.write(value)
    }
}
