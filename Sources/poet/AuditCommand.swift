import ArgumentParser
import Diagnostics
import Disclosure
import Reports
import Survey

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tells what an outsider could work out from a wave's published results.",
        discussion: """
            Takes the wave's private/ results through disclosure control, writes nothing, and prints a page for a data \
            protection officer: what is held, where, who sees it, the worst case for each question. The page and the JSON \
            are private: they name the ranges of withheld numbers. `poet disclose` keeps the JSON in private/ and a version \
            for everybody in published/.
            """)

    @Argument(help: "The wave's folder.")
    var wave: String

    @Flag(help: "Print the full audit as JSON.")
    var json = false

    @Flag(help: "Print the page as HTML, to keep beside the raw results.")
    var html = false

    @OptionGroup var share: ShareOptions

    func run() async throws {
        try await reporting {
            let library = try share.library()
            let release = try disclosure(of: wave, library: library)
            Words.say(release.warnings)
            if json {
                print(release.audit.fullText, terminator: "")
                return
            }
            let (settings, instrument) = try WaveFolder.settings(of: wave, library: library)
            let page = release.audit.page(instrument: instrument, title: settings.title)
            print(
                html
                    ? try PlainPage(of: settings, in: wave, library: library).html(
                        page, title: "Disclosure audit")
                    : page, terminator: "")
        }
    }
}
