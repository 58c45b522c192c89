import Diagnostics
import Reading
import Testing

/// Whatever the bytes are, a reader gives a value or at least one error with the file's name and a message.
@Suite struct FuzzTests {
    enum Reader: String, CaseIterable {
        case json, yaml, csv, xml

        func read(_ source: SourceText) throws(Failure) {
            switch self {
            case .json: _ = try JSONReader.read(source)
            case .yaml: _ = try YAMLReader.read(source)
            case .csv: _ = try CSVReader.read(source)
            case .xml: _ = try XMLReader.read(source, schema: XMLReaderTests.schema)
            }
        }

        var seed: String {
            switch self {
            case .json:
                #"{"format": "poet-raw/1", "a": [1, -2.50e3, true, null, "x\n\u00e9\ud83d\ude00"], "b": {"c": {}}}"#
            case .yaml:
                "# x\nformat: poet-wave/1\nlist:\n  - id: a\n    n: 1.10\n  - [b, 'c''d', \"e\\n\"]\ntext: |\n  one\n  two\nm: {x: &y 1, z: *y}\n"
            case .csv:
                "id,text,count\nq1,\"a, \"\"b\"\"\nc\",12\nq2,,\n"
            case .xml:
                "<?xml version='1.0'?>\n<results body='b'>\n<answer count='1'>x &amp; <![CDATA[y]]></answer>\n</results>\n"
            }
        }
    }

    @Test(arguments: Reader.allCases) func arbitraryBytesGiveAValueOrAnError(_ reader: Reader) {
        var random = SplitMix64(state: 1)
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            check(bytes, with: reader)
            check(bytes.map { $0 % 0x60 + 0x20 }, with: reader)
        }
    }

    @Test(arguments: Reader.allCases) func changedFilesGiveAValueOrAnError(_ reader: Reader) {
        var random = SplitMix64(state: 2)
        let signs = Array("{}[]()<>\"'\\/&*!|-:?,;#%@ \n\t\r0159eEuxn.+~=\u{E9}".utf8)
        let seed = Array(reader.seed.utf8)
        for _ in 0..<1_500 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[index] = signs.randomElement(using: &random) ?? 0
                case 1: bytes.insert(signs.randomElement(using: &random) ?? 0, at: index)
                case 2 where bytes.count > 1: bytes.remove(at: index)
                default: bytes.append(contentsOf: bytes[index...].prefix(12))
                }
            }
            check(bytes, with: reader)
        }
    }

    @Test(arguments: Reader.allCases) func aFileCutOffAnywhereGivesAValueOrAnError(_ reader: Reader) {
        let seed = Array(reader.seed.utf8)
        for end in 1...seed.count { check(Array(seed[..<end]), with: reader) }
    }

    @Test(arguments: Reader.allCases) func deepNestingDoesNotOverflow(_ reader: Reader) {
        for part in ["[", "{\"a\":", "- ", "? ", "{a: ", "<a>", "\"", "&a [", "[*a, &b "] {
            check(Array(String(repeating: part, count: 3_000).utf8), with: reader)
        }
    }

    private func check(_ bytes: [UInt8], with reader: Reader) {
        do throws(Failure) {
            try reader.read(try SourceText(raw: bytes, file: "f"))
        } catch {
            #expect(error.diagnostics.contains { $0.severity == .error })
            #expect(error.diagnostics.allSatisfy { $0.location?.file == "f" && !$0.message.isEmpty })
        }
    }
}
