import Diagnostics
import Foundation
import RawResults
import Reading
import Survey
import TestSupport

/// The instrument of docs/formats/instrument.md, of which the page of raw results speaks too.
func pageInstrument() throws -> Instrument {
    try InstrumentReader.read(
        YAMLReader.read(SourceText(firstBlock("yaml", of: "instrument.md"), file: "i.yaml")))
}

/// The first block of a language on a page of docs/formats/.
func firstBlock(_ language: String, of page: String) throws -> String {
    let blocks = FencedBlock.blocks(in: try Repository.text("docs/formats/\(page)"))
    return blocks.first { $0.language == language }?.text ?? ""
}

/// Raw results from the text of a JSON file.
func rawResults(json text: String, of instrument: Instrument) throws(Failure) -> RawResults {
    try RawResultsReader.read(JSONReader.read(SourceText(text, file: "r.json")), instrument: instrument)
}

let schema = Repository.path("Templates/schemas/poet-raw.rng")

/// A folder of files that is gone after the test.
final class InputFolder {
    let path: String

    init(_ files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "poet-raw-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The results of a file of the folder.
    func results(_ name: String, of instrument: Instrument) throws(Failure) -> RawResults {
        try RawResultsReader.read(RawFile.read("\(path)/\(name)", schema: schema), instrument: instrument)
    }

    /// What is said of a file of the folder, with its bare name.
    func said(of name: String, _ instrument: Instrument) -> [String] {
        TestSupport.said { () throws(Failure) in try results(name, of: instrument) }
            .map { $0.replacingOccurrences(of: path + "/", with: "") }
    }
}

extension RawResults {
    /// The results without the places where they were read.
    var shown: String {
        var text = "\(body) \(units) \(decimals) \(basePrecision) \(control) \(source ?? "-")\n"
        for response in responses { text += "\(response)\n" }
        for table in tables {
            text += "\(table.question) \(table.group ?? "-") \(table.category ?? "-") \(table.base) "
            text += "\(table.answers) \(table.outside) \(table.positiveShare.map(\.literal) ?? "-")\n"
        }
        return text
    }
}
