import Foundation
import TestSupport
import Testing

/// Infographics of the examples, and slips of the pen in their templates.
struct InfographicTests {
    private static let template = """
        format: poet-infographic/1
        id: mine
        title: What people told us
        subtitle: "{{replies}}"
        arrangements:
          a4:
            - [{block: life, columns: 5}, {block: support, columns: 7}]
            - [{block: views, columns: 12}]
        blocks:
          life: {kind: hero, figure: holders.quality-of-life.positive@this}
          support:
            kind: bars
            heading: "{{highest}} came first"
            questions: [dignity, amount]
          views: {kind: pictogram, headline: 1}

        """

    private func run(_ template: String) throws -> Program.Run {
        let workshop = try Workshop("poet-adults-2017")
        try workshop.write(template, to: "wave/mine.yaml")
        return try workshop.poet(
            "infographic", "wave/national", "--template", "mine", "--output", "out.md,out.svg")
    }

    @Test func aTemplateBesideTheWaveIsUsed() throws {
        let run = try run(Self.template)
        #expect(run.words == "")
        #expect(run.status == 0)
        #expect(run.output == "out.md\nout.svg\n")
    }

    @Test func aBlockWithoutResultsIsLeftOutWithAWarningAndItsNeighbourTakesItsColumns() throws {
        let slip = Slip("figure: holders.quality-of-life.positive@this", "headline: 90")
        let run = try run(slip.applied(to: Self.template))
        #expect(run.status == 0)
        #expect(run.words.contains("warning: the block 'life' is left out"), "\(run.words)")
        #expect(run.output == "out.md\nout.svg\n")
    }

    @Test func aPageThatIsTooFullIsAnErrorThatNamesItsBlock() throws {
        let long = String(repeating: "a long note without an end ", count: 200)
        let run = try run(Slip("amount]", "amount]\n    note: \(long)").applied(to: Self.template))
        #expect(run.status == 1)
        #expect(run.words.contains("too tall for 'a4'"), "\(run.words)")
        #expect(run.words.contains("the block 'support'"))
    }

    @Test func messagesForWhichThereIsNoRoomAreLeftOutOfTheirSizeWithAWarning() throws {
        let workshop = try Workshop("tiny")
        try ExtremeWave(name: ExtremeWave.longName + " Council", label: ExtremeWave.sentence).write(
            to: workshop)
        let template = try String(
            contentsOfFile: Repository.path("Templates/infographics/council.yaml"), encoding: .utf8)
        let note = String(repeating: ExtremeWave.sentence + " ", count: 3)
        let long = template.replacing("strongest: 2", with: "strongest: 2\n    note: \(note)")
        try workshop.write(long, to: "wave/council.yaml")
        let run = try workshop.poet(
            "infographic", "wave/council", "--template", "council", "--output", "out")
        #expect(run.status == 0, "\(run.words)")
        #expect(
            run.words.contains("the block 'second' is left out of 'square': there is no room"), "\(run.words)"
        )
        #expect(!run.words.contains("out of 'a4'"), "\(run.words)")
        #expect(try !workshop.text("out/web/council-council-square.md").contains("Picture: ten people"))
        #expect(try workshop.text("out/web/council-council-a4.md").contains("Picture: ten people"))
    }

    @Test func aTemplateAboutAnotherAudienceIsOneError() throws {
        let run = try run(Slip("arrangements:", "audience: carers\narrangements:").applied(to: Self.template))
        #expect(run.status == 1)
        #expect(run.words.contains("there is no audience 'carers'"), "\(run.words)")
        #expect(run.words.components(separatedBy: "error:").count == 2, "\(run.words)")
    }

    /// Every percentage in a text.
    private static func shares(_ text: String) -> Set<String> {
        let body = text.replacing(#/(?s)<style>.*?<\/style>/#, with: "")
        return Set(body.matches(of: #/[0-9][0-9.]*%/#).map { String($0.output) })
    }

    /// Every share of a wave's published results, and of the wave before.
    private static func published(_ wave: String) throws -> Set<String> {
        let last = wave.hasSuffix("/2026") ? [wave.replacing("/2026", with: "/2024")] : []
        var shares: Set<String> = []
        for wave in [wave] + last {
            let folder = Repository.path("Examples/\(wave)/published")
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                shares.formUnion(text.matches(of: #/"share": ([0-9.]+)/#).map { "\($0.output.1)%" })
            }
        }
        return shares
    }

    @Test func picturesQuotationsAndLogosStandInEveryFormatWithTheirWords() throws {
        let workshop = try Workshop("exampleshire")
        let more = """
              words: {kind: quotation, theme: budgets}
              clock: {kind: picture, picture: clock, heading: It takes time}

            """
        let places =
            "- [{block: views, columns: 12}]\n    - [{block: words, columns: 6}, {block: clock, columns: 6}]"
        let template = Self.template
            .replacing("- [{block: views, columns: 12}]", with: places)
            .replacing("questions: [dignity, amount]", with: "questions: [dignity, safe]\n    picture: star")
            .replacing("headline: 1}", with: "headline: 1, picture: question}")
        try workshop.write(template + more, to: "wave/2026/mine.yaml")
        let run = try workshop.poet(
            "infographic", "wave/2026/exampleshire", "--template", "mine", "--output",
            "out.md,out.html,out.svg,out.txt")
        #expect(run.status == 0, "\(run.words)")
        #expect(run.words == "")
        let said =
            "“I knew there was money for me. Nobody had told me how much, so I was always afraid of spending it.”"
        for file in ["out.md", "out.html"] {
            let text = try workshop.text(file)
            #expect(text.contains(said), "\(text)")
            #expect(text.contains("– A budget holder"))
            #expect(text.contains("these words are made up"), "the note of the quotations")
            #expect(text.contains("It takes time"))
            #expect(text.contains("Picture: A clock"))
        }
        let svg = try workshop.text("out.svg")
        #expect(svg.contains("A budget holder"))
        #expect(!svg.contains("#FFC94D"), "drawings have the colours of the theme")
        #expect(svg.contains("<image"), "the council’s logo")
        #expect(try !workshop.text("out.txt").contains("money for me"), "no quotation in a post")
    }

    @Test func aQuotationThatIsNotThereIsLeftOutWithAWarning() throws {
        let slip = Slip("{kind: pictogram, headline: 1}", "{kind: quotation, number: 1}")
        let run = try run(slip.applied(to: Self.template))
        #expect(run.status == 0)
        #expect(
            run.words.contains(
                "the block 'views' is left out: quotations.yaml has no quotation of people who receive support"
            ),
            "\(run.words)")
    }

    @Test func oneRunMakesEverySizeWithItsTextsAndAZipForEachChannel() throws {
        let workshop = try Workshop("poet-adults-2017")
        let run = try workshop.poet(
            "infographic", "wave/national", "--template", "national-adults", "--print", "--date",
            "2026-07-01",
            "--output", "out")
        #expect(run.status == 0, "\(run.words)")
        let files = try workshop.files(below: "out")
        #expect(run.output.split(separator: "\n").map { String($0.dropFirst(4)) } == files.keys.sorted())
        for size in ["a5", "a4", "a3"] {
            for ending in [".pdf", "-print.pdf", ".txt"] {
                #expect(files["print/national-national-adults-\(size)\(ending)"] != nil)
            }
        }
        for channel in ["print", "social", "web"] {
            let zip = try ZipListing(Array(#require(files["\(channel).zip"])))
            let inside = files.filter { $0.key.hasPrefix(channel + "/") }
            #expect(zip.entries.map(\.path).sorted() == inside.keys.sorted())
            for entry in zip.entries { #expect(Data(entry.bytes) == inside[entry.path]) }
        }
        _ = try workshop.poet(
            "infographic", "wave/national", "--template", "national-adults", "--print", "--date",
            "2026-07-01",
            "--output", "again")
        #expect(try workshop.files(below: "again") == files)
    }

    @Test func chosenMessagesStandInThePlaceOfTheToolsOwnWithEditedWords() throws {
        let run = try told(
            """
            messages:
              - headline.users.satisfaction
              - finding: beside.all.social
                words: "Only {{users.social.positive@this}} see people as much as they want."
            """)
        #expect(run.status == 0, "\(run.words)")
        #expect(run.words == "")
        let text = try run.workshop.text("out.md")
        #expect(text.contains("69.7%"))
        #expect(text.contains("Only 32.8% see people as much as they want."))
        #expect(!text.contains("in 10 feel as safe"))
        #expect(text.components(separatedBy: "32.8%").count == 2)
    }

    @Test(arguments: [
        (
            "[headline.users.satisfacton]", "there is no finding 'headline.users.satisfacton'", "error",
            "did you mean"
        ),
        ("[a, b, c, d, e, f]", "there are 6 messages, expected at most 5", "error", "report.yaml:"),
        ("[working.food, working.food]", "the message 'working.food' stands twice", "error", "report.yaml:"),
        ("[headline.users.satisfaction]", "hold only good news", "warning", "not-working.social"),
        (
            "[{finding: beside.all.social, words: Only 3 in 10 see people.}]", "is typed into the template",
            "error", "name none of its figures"
        ),
        (
            "[{finding: headline.users.social, words: 'It is {{users.safe.positive@this}}.'}]",
            "is no figure of this message", "error", "report.yaml:"
        ),
        ("[{finding: working.food}]", "words", "error", "report.yaml:"),
    ])
    func aSlipInTheMessagesIsToldWithItsRemedy(
        messages: String, said: String, kind: String, more: String
    ) throws {
        let run = try told("messages: \(messages)")
        #expect(run.status == (kind == "error" ? 1 : 0))
        for words in [said, kind, more] { #expect(run.words.contains(words), "\(run.words)") }
    }

    private func told(_ messages: String) throws -> (status: Int32, words: String, workshop: Workshop) {
        let workshop = try Workshop("ascs-2020-21")
        let settings = "wave/norfolk/report.yaml"
        try workshop.write(workshop.text(settings) + messages + "\n", to: settings)
        let run = try workshop.poet("infographic", "wave/norfolk", "--output", "out.md")
        return (run.status, run.words, workshop)
    }

    @Test(arguments: slips) func aSlipInATemplateIsToldWithItsRemedy(_ slip: Slip) throws {
        let run = try run(slip.applied(to: Self.template))
        #expect(run.status == 1)
        for words in slip.said { #expect(run.words.contains(words), "\(run.words)") }
    }

    @Test(arguments: [
        ("ascs-2020-21", "norfolk", "council", ["69.7%", "32.8%", "78.0%", "More than 7 in 10"]),
        (
            "poet-adults-2017", "national", "national-adults",
            ["75%", "57%", "50%", "8 in 10 had their views included"]
        ),
        ("exampleshire/2026", "exampleshire", "council", ["38%", "down from 60% in 2024", "INVENTED"]),
        ("exampleshire/2026", "exampleshire", "carers", ["own quality of life"]),
        (
            "exampleshire/2026", "exampleshire", "what-helps",
            ["87%", "51%", "who found it easy", "led to the other"]
        ),
        (
            "exampleshire-children", "exampleshire", "children",
            [
                "60%", "75%", "More than 6 in 10 young people were listened to",
                "things are not working so well",
            ]
        ),
    ])
    func theShippedInfographicsSayThePublishedFiguresInEverySize(
        wave: String, body: String, template: String, words: [String]
    ) throws {
        let workshop = try Workshop("tiny")
        let published = try Self.published(wave)
        for size in ["a5", "a4", "a3", "square", "wide"] {
            let run = try workshop.poet(
                "infographic", Repository.path("Examples/\(wave)/\(body)"), "--template", template, "--size",
                size, "--output", "\(size).md,\(size).svg,\(size).html,\(size).txt")
            #expect(run.status == 0, "\(run.words)")
            let text = try workshop.text("\(size).md")
            let (page, captions) = (try workshop.text("\(size).html"), try workshop.text("\(size).txt"))
            if size == "a4" {
                for word in words { #expect(text.contains(word), "no '\(word)' in \(text)") }
            }
            let svg = try workshop.text("\(size).svg")
            // What is told in one place is told with the same number in the others.
            let known = Self.shares(text)
            #expect(!known.isEmpty && Self.shares(page) == known)
            #expect(known.isSubset(of: published), "\(known.subtracting(published)) is not published")
            let drawn = Self.shares(svg.replacing(#/([0-9])<\/text>\n<text[^>]*>%/#) { "\($0.output.1)%" })
            #expect(drawn == known, "\(size)")
            #expect(Self.shares(captions).isSubset(of: known))
            let post = captions.components(separatedBy: "text version:\n\n").last ?? ""
            #expect(post.count <= 281, "\(post)")
            let smallest = svg.matches(of: #/font-size="([0-9.]+)"/#).compactMap { Double($0.output.1) }.min()
            #expect((smallest ?? 0) >= (["square", "wide"].contains(size) ? 20 : 10))
            let description = try #require(svg.firstMatch(of: /<desc[^>]*>([^<]*)</)).output.1
            #expect(description.count <= 280 && description.hasSuffix("Text version follows."))
        }
    }
}

private let slips = [
    Slip("format: poet-infographic/1", "format: poet/1", "expected 'poet-infographic/1'"),
    Slip("kind: hero", "kind: heros", "mine.yaml:10:", "did you mean 'hero'?"),
    Slip("headline: 1", "strongest: 6", "'strongest'", "1 to 5"),
    Slip("headline: 1", "headlin: 1", "unknown key 'headlin'", "says not what it shows"),
    Slip("block: life", "block: live", "there is no block 'live'", "did you mean 'life'?"),
    Slip("columns: 7", "columns: 8", "takes 13 columns"),
    Slip("columns: 7", "columns: 2", "from 4 to 12"),
    Slip("[{block: views, columns: 12}]", "[{block: life, columns: 12}]", "shows the block 'life' twice"),
    Slip("            - [{block: views, columns: 12}]\n".trimmed, "", "'views' stands in no arrangement"),
    Slip("quality-of-life", "quality-of-live", "there is no figure", "did you mean 'holders.quality-of-life"),
    Slip("positive@this", "base@this", "is a base, expected a share"),
    Slip("[dignity, amount]", "[dignitie, amount]", "there is no question", "did you mean 'dignity'?"),
    Slip("questions: [dignity, amount]", "theme: suport", "there is no theme", "did you mean 'support'?"),
    Slip("{{highest}} came", "{{higest}} came", "nothing named 'higest'", "did you mean 'highest'?"),
    Slip("{{highest}} came first", "Half of people said so", "'Half' is typed into the template"),
    Slip("a4:", "a6:", "unknown key 'a6'", "did you mean 'a"),
    Slip("{kind: pictogram, headline: 1}", "{kind: picture}", "'picture'"),
    Slip("{kind: pictogram, headline: 1}", "{kind: picture, picture: clok}", "did you mean 'clock'?"),
    Slip("kind: bars", "kind: bars\n    picture: question", "has no one question whose picture"),
    Slip(
        "{kind: pictogram, headline: 1}", "{kind: quotation}", "says not what it shows", "'theme', 'number'"),
    Slip("{kind: pictogram, headline: 1}", "{kind: quotation, theme: budget}", "there is no theme 'budget'"),
    Slip("{kind: pictogram, headline: 1}", "{kind: finding, otherMessages: 4}", "1 to 3"),
    Slip("{kind: pictogram, headline: 1}", "{kind: process}", "says not what it shows", "'group', 'number'"),
]

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
