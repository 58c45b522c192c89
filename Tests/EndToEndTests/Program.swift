import Foundation
import TestSupport

/// The program that the package builds, run as a person runs it.
enum Program {
    struct Run: Sendable {
        var status: Int32
        var output: String
        var words: String
    }

    /// `poet` stands beside the program that runs these tests.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("poet").path
    }()

    /// Runs it to its end.
    ///
    /// The environment is empty but for what is given.
    static func run(_ arguments: [String], in folder: String = "/", environment: [String: String] = [:])
        throws -> Run
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        // Files, not pipes: nothing has to be read while it runs.
        let files = [UUID().uuidString, UUID().uuidString].map {
            FileManager.default.temporaryDirectory.appendingPathComponent("poet-said-" + $0)
        }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Run(status: process.terminationStatus, output: texts[0], words: texts[1])
    }
}

/// A folder to work in, with a copy of an example; gone after the test.
final class Workshop: Sendable {
    let path: String

    /// - Parameter example: a folder below Examples/, copied as `wave`, without what `poet disclose` made there.
    init(_ example: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "poet-e2e-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
        try FileManager.default.copyItem(
            atPath: Repository.path("Examples/\(example)"), toPath: path + "/wave")
        try? FileManager.default.removeItem(atPath: path + "/wave/published")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: url(file)), as: UTF8.self)
    }

    func write(_ text: String, to file: String) throws { try write(Data(text.utf8), to: file) }

    func write(_ data: Data, to file: String) throws {
        try FileManager.default.createDirectory(
            at: url(file).deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url(file))
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(at: url(file)) }

    func exists(_ file: String) -> Bool { FileManager.default.fileExists(atPath: url(file).path) }

    /// Puts a slip into a file.
    func slip(_ slip: Slip, in file: String) throws { try write(slip.applied(to: text(file)), to: file) }

    /// Runs `poet` here; paths in what it says are relative to this folder.
    func poet(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
        try poet(arguments, environment: environment)
    }

    private func poet(_ arguments: [String], environment: [String: String]) throws -> Program.Run {
        var run = try Program.run(
            arguments + ["--share", Repository.root], in: path, environment: environment)
        run.words = run.words.replacingOccurrences(of: path + "/", with: "")
        run.words = run.words.replacingOccurrences(of: Repository.root + "/", with: "")
        return run
    }

    /// Renders the wave into `out`.
    func render(
        formats: String = "md", to output: String = "out", document: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Program.Run {
        let only = document.map { ["--document", $0] } ?? []
        return try poet(
            ["render", "wave", "--output", output, "--formats", formats, "--date", "2026-07-01"] + only,
            environment: environment)
    }

    /// Every file below a folder, by its path there.
    func files(below folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: url(folder).path) {
            let file = url("\(folder)/\(name)")
            if !file.hasDirectoryPath,
                (try? FileManager.default.contentsOfDirectory(atPath: file.path)) == nil
            {
                files[name] = try Data(contentsOf: file)
            }
        }
        return files
    }

    private func url(_ file: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(file) }
}

/// Every format that a report is written in.
let allFormats = "html,md,png,pdf,svg,csv"

/// The lines of what was said that tell of a fault or a remedy: without excerpts.
func told(_ words: String) -> [String] {
    words.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("   ") }
}
