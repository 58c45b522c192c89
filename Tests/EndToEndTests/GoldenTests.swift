import Foundation
import TestSupport
import Testing

/// The smallest examples, rendered whole and held against what was looked at.
struct GoldenTests {
    @Test(arguments: ["tiny", "tiny-published"]) func anExampleIsRenderedAsItWasLookedAt(_ example: String)
        throws
    {
        let workshop = try Workshop(example)
        let run = try workshop.render(formats: allFormats)
        #expect(run.status == 0)
        #expect(run.words == "")
        let body = example == "tiny" ? "exampleton" : "marked"
        #expect(run.output == "out/\(body)\n")
        let files = try workshop.files(below: "out/\(body)")
        expectGolden(files.keys.sorted().joined(separator: "\n") + "\n", named: "\(example)-files.txt")
        expectGolden(try workshop.text("wave/published/\(body).json"), named: "\(example)-published.json")
        for (name, data) in files.sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: data, as: UTF8.self)
            let golden = "\(example)-" + name.replacing("/", with: "-")
            if [".md", ".csv", "results.json", "csv-metadata.json"].contains(where: name.hasSuffix) {
                expectGolden(text, named: golden)
            }
            if name.hasSuffix(".svg") { expectGolden(withoutFonts(text), named: golden) }
        }
    }

    private func withoutFonts(_ text: String) -> String {
        text.replacing(/url\(data:[^)]*\)/, with: "url(a font)").replacing(/></, with: ">\n<")
    }
}
