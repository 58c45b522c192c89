import ArgumentParser
import Diagnostics
import Glibc
import Reports

/// Where the templates and fonts are, for every command.
struct ShareOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder that holds Templates/ and Fonts/ (default: share/poet beside the program).",
            valueName: "folder"))
    var share: String?

    /// The folder given, else `share/poet` beside the program's own folder, else the nearest folder above the program
    /// that has both (a checkout).
    func library() throws -> Library {
        if let share { return Library(share: share) }
        let program = try programPath()
        var folder = program
        while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
            folder = String(folder[..<slash])
            for candidate in [folder + "/share/poet", folder] where Library(share: candidate).isComplete {
                return Library(share: candidate)
            }
        }
        throw Failure(
            "poet finds no Templates/ and Fonts/ beside '\(program)'",
            hints: ["name their folder with --share"])
    }

    private func programPath() throws -> String {
        guard let path = realpath("/proc/self/exe", nil) else {
            throw Failure(
                "poet cannot tell where it is installed",
                hints: ["name the folder of Templates/ with --share"])
        }
        defer { free(path) }
        return String(cString: path)
    }
}

/// Words for people go to stderr; paths that were written go to stdout.
enum Words {
    static func say(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The reports that are passed over because they have no such document.
    static func say(leftOut choice: DocumentChoice, _ document: String?) {
        guard let document, !choice.without.isEmpty else { return }
        let names = choice.without.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        say("left out, without a document '\(document)': \(names.joined(separator: ", "))")
    }

    static func say(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { say(diagnostic.description) }
    }
}

/// Runs a command's work: a failure is printed and becomes exit code 1.
func reporting(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let failure as Failure {
        Words.say(failure.diagnostics)
        throw ExitCode.failure
    }
}
