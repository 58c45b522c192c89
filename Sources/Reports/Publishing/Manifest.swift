import Drawing
import Files
import Findings
import Reading
import Survey

/// What a rendering holds and what it was made with (`poet-manifest/1`): relative paths, digests, no times.
struct Manifest {
    static let fileName = "manifest.json"

    let text: String

    /// - Parameter content: the digest of all that the files say (see `ReportContent`).
    init(report: ComposedReport, options: RenderOptions, content: String, files: [ReleasedFile]) {
        let context = report.context
        let own = context.results.own
        let documents = report.documents.map { document -> JSONValue in
            let names = files.map(\.path).filter { $0.hasPrefix(document.fileName + ".") }
            return [
                "template": .string(document.template), "title": .string(document.settings.title),
                "files": .list(names.map { .string($0) }),
            ]
        }
        let value: JSONValue = .object([
            .init("format", "poet-manifest/1"), .init("title", .string(context.title)),
            .init("body", .string(own.body.id)), .init("name", .string(own.body.name)),
            .init("wave", .string(own.wave)), .init("waveTitle", .string(context.waveTitle)),
            .init("instrument", .string(own.instrument)), .init("policy", .string(own.policy)),
            .init("date", .string(options.date)),
            .init("published", .string(Digest.sha256(own.fileText.utf8))),
            .init("content", .string(content)), .init("libraries", Self.libraries),
            .init("documents", .list(documents)), .init("files", .list(files.map(Self.json))),
        ])
        text = JSONText.write(value)
    }

    static var libraries: JSONValue {
        .object(drawingLibraries.map { JSONValue.Member($0.name, .string($0.version)) })
    }

    private static func json(_ file: ReleasedFile) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("path", .string(file.path)), .init("sha256", .string(file.sha256)),
            .init("bytes", .integer(file.size)),
        ]
        if let pages = file.pages { members.append(.init("pages", .integer(pages))) }
        return .object(members)
    }
}
