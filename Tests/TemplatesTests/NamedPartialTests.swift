import Diagnostics
import Templates
import Testing

/// Partials whose name is a value: `{{> *name}}`.
struct NamedPartialTests {
    private func rendered(_ template: String, _ partials: [String: String]) -> String {
        let data: TemplateRecord = [
            "items": .list(
                [
                    ["name": "one", "part": "first"] as TemplateRecord,
                    ["name": "two", "part": "second"] as TemplateRecord,
                ].map { .object($0) }),
            "none": "third", "flag": .boolean(true),
        ]
        do throws(Failure) {
            var parsed: [String: Template] = [:]
            for (name, text) in partials { parsed[name] = try Template(parsing: text, file: name) }
            return try TemplateRenderer(escaping: .none, partials: parsed)
                .render(Template(parsing: template, file: "page"), with: data).text
        } catch {
            return error.diagnostics.map { ([$0.description] + $0.hints).first ?? "" }
                .map { String($0.split(separator: "\n").first ?? "") }.joined(separator: " | ")
        }
    }

    @Test func eachItemTakesInItsOwnPart() {
        let parts = ["first": "1: {{name}}\n", "second": "2: {{name}}\n"]
        #expect(rendered("{{#items}}\n  {{> *part}}\n{{/items}}\n", parts) == "  1: one\n  2: two\n")
    }

    @Test func aPartThatIsNotThereIsAnError() {
        #expect(rendered("{{> *none}}", ["first": ""]) == "page:1:1: error: unknown partial 'third'")
        #expect(rendered("{{> *nome}}", ["first": ""]) == "page:1:1: error: unknown name 'nome'")
        #expect(
            rendered("{{> *flag}}", ["first": ""])
                == "page:1:1: error: 'flag' is a yes or no, not the name of a partial")
    }

    @Test func aPartThatTakesItselfInIsAnError() {
        #expect(
            rendered("{{> *none}}", ["third": "x{{> *none}}"])
                == "third:1:2: error: partial 'third' takes itself in")
    }

    @Test func everyPartThatMayBeMeantIsChecked() {
        let said = rendered("{{> *none}}", ["third": "", "fourth": "{{name|percnt}}"])
        #expect(said == "fourth:1:1: error: unknown format 'percnt'")
    }

    @Test func theNamesOfPartialsTellWhichAreValues() throws {
        #expect(try Template(parsing: "{{> a}}{{> *b}}{{> * b}}", file: "page").partialNames == ["a", "*b"])
    }
}
