import Foundation
import TestSupport
import Testing

/// The rules of the house that a machine can check.
struct HouseRuleTests {
    private func sources(_ folders: [String] = ["Sources", "Tests"]) throws -> [String] {
        try folders.flatMap { try Repository.files(below: $0, ending: ".swift") }
    }

    @Test func noFileHasMoreThan500Lines() throws {
        let files = try sources()
        #expect(files.count > 100)
        for file in files {
            let lines =
                try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(lines <= 500, "\(file) has \(lines) lines")
        }
    }

    @Test func halfOfTheFilesAreShort() throws {
        let lengths = try sources(["Sources"]).map { file in
            try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
        }.sorted()
        #expect(lengths[lengths.count / 2] < 120)
    }

    @Test func noFileOrTypeHasANameThatSaysNothing() throws {
        let empty = /(Manager|Helper|Helpers|Util|Utils|Utility|Utilities|Processor)$/
        let declaration = /(?:struct|class|enum|actor|protocol)\s+([A-Za-z0-9]+)/
        for file in try sources() {
            let name = (file as NSString).lastPathComponent.dropLast(6)
            #expect(name.firstMatch(of: empty) == nil, "\(file)")
            for match in try Repository.text(file).matches(of: declaration) {
                #expect(match.output.1.firstMatch(of: empty) == nil, "\(match.output.1) in \(file)")
            }
        }
    }

    @Test func noTypeHasItsModulesName() throws {
        for file in try sources(["Sources"]) {
            let room = file.split(separator: "/")[1]
            // RawResults is what both the room and a body's raw results are called in the plan; nothing outside sees either.
            guard room != "poet", room != "RawResults" else { continue }
            let declaration = try Regex(
                "^(?:package |public )?(?:struct|final class|class|enum|actor|protocol) \(room)\\b"
            )
            .anchorsMatchLineEndings()
            #expect(try Repository.text(file).firstMatch(of: declaration) == nil, "\(file)")
        }
    }

    @Test func foundationStaysOutOfTheProgram() throws {
        for file in try sources(["Sources"]) {
            let text = try Repository.text(file)
            #expect(text.firstMatch(of: /import Foundation\b/) == nil, "\(file)")
        }
    }

    @Test func cLibrariesStayInTheirRooms() throws {
        let rooms = [
            "CCairo": "Drawing", "CXML": "Reading", "CYAML": "Reading", "CMarkdown": "Document",
            "CCrypto": "Files", "CDeflate": "Files", "CZip": "Files",
        ]
        for file in try sources(["Sources"]) {
            for match in try Repository.text(file).matches(of: /(?m)^(.*)import (C[A-Z][A-Za-z]+)$/) {
                guard let room = rooms[String(match.output.2)] else { continue }
                #expect(file.hasPrefix("Sources/\(room)/"), "\(file) imports \(match.output.2)")
                #expect(!match.output.1.contains("package"), "\(file) shows \(match.output.2)")
            }
        }
    }

    @Test func onlyDisclosureAndTheCommandsSeeRawResults() throws {
        for file in try sources(["Sources"]) where try Repository.text(file).contains("import RawResults") {
            #expect(file.hasPrefix("Sources/Disclosure/") || file.hasPrefix("Sources/poet/"), "\(file)")
        }
    }

    @Test func nothingAsksTheClockOrTheEnvironment() throws {
        let asking =
            /\b(getenv|gettimeofday|clock_gettime|localtime|localtime_r|setlocale|getcwd|arc4random|SystemRandomNumberGenerator)\b/
        for file in try sources(["Sources"]) where !file.hasPrefix("Sources/poet/") {
            #expect(try Repository.text(file).firstMatch(of: asking) == nil, "\(file)")
        }
    }
}
