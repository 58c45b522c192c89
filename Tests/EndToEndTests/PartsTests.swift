import Foundation
import TestSupport
import Testing

/// What people bring to a report: quotations, the action plan, the contact, the looks.
struct PartsTests {
    private func workshop(_ files: [String: String] = [:]) throws -> Workshop {
        let workshop = try Workshop("tiny")
        for (name, text) in files { try workshop.write(text, to: "wave/exampleton/" + name) }
        return workshop
    }

    private static func quotation(_ text: String, audience: String = "holders", more: String = "") -> String {
        """
        format: poet-quotations/1
        quotations:
          - text: \(text)
            audience: \(audience)
            theme: difference
            permission: On the form.
            checkedBy: A. Example
            shortened: false
        \(more)
        """
    }

    @Test func quotationsStandByThemeInEveryFormat() throws {
        let workshop = try workshop([
            "quotations.yaml": Self.quotation("I sleep at night again. It took 99 calls.")
        ])
        let run = try workshop.render(formats: "html,md")
        #expect([run.status, Int32(run.words.count)] == [0, 0])
        let markdown = try workshop.text("out/exampleton/report.md")
        #expect(markdown.contains("> “I sleep at night again. It took 99 calls.”\n>\n> A budget holder"))
        #expect(try workshop.text("out/exampleton/report.html").contains("In people’s own words"))
    }

    @Test func theirWordsAreNeverMarkup() throws {
        let words = "'**Bold** <script>alert(1)</script> [a](javascript:b) {{title}} | # - 1.'"
        let workshop = try workshop(["quotations.yaml": Self.quotation(words)])
        #expect(try workshop.render(formats: "html").status == 0)
        let page = try workshop.text("out/exampleton/report.html")
        #expect(
            !page.contains("<script") && !page.contains("javascript:b\"") && !page.contains("<strong>Bold"))
        #expect(page.contains("{{title}}"))
    }

    @Test func whatMayTellWhoSomebodyIsIsAWarningUntilSomebodyKeepsIt() throws {
        let text = "My daughter Sarah comes on Mondays."
        let open = try workshop(["quotations.yaml": Self.quotation(text)])
        #expect(
            told(try open.poet("check", "wave").words).first
                == "wave/exampleton/quotations.yaml:3:11: warning: these words may tell who somebody is: 'daughter' (family), 'Sarah' (a name)"
        )
        #expect(try open.poet("check", "wave", "--strict").status == 1)
        let kept = try workshop([
            "quotations.yaml": Self.quotation(text, more: "    keep: [daughter, sarah]\n")
        ])
        #expect(try kept.poet("check", "wave", "--strict").status == 0)
    }

    @Test func anAudienceOfFewIsNotQuoted() throws {
        let workshop = try Workshop("exampleshire")
        let results = "wave/2026/private/exampleshire.json"
        let text = try workshop.text(results)
        let replies = try #require(
            text.firstMatch(of: /(\{"audience": "practitioners"[^}]*"replies": )[0-9]+/))
        try workshop.slip(Slip(String(replies.0), String(replies.1) + "29"), in: results)
        // Nobody answers a question who has not replied.
        for (many, few) in [
            (
                #""replies": 37, "answers": {"very-easy": 3, "easy": 18, "middle": 9, "difficult": 5,"#,
                #""replies": 26, "answers": {"very-easy": 3, "easy": 13, "middle": 5, "difficult": 3,"#
            ),
            (
                #""replies": 39, "answers": {"very-easy": 5, "easy": 12, "middle": 9, "difficult": 11,"#,
                #""replies": 28, "answers": {"very-easy": 5, "easy": 9, "middle": 6, "difficult": 6,"#
            ),
            (
                #""replies": 38, "answers": {"very-good": 6, "good": 19,"#,
                #""replies": 27, "answers": {"very-good": 3, "good": 11,"#
            ),
            (
                #""replies": 40, "answers": {"lot-better": 9, "better": 24,"#,
                #""replies": 29, "answers": {"lot-better": 4, "better": 18,"#
            ),
        ] {
            try workshop.slip(Slip(many, few), in: results)
        }
        let said = told(try workshop.poet("check", "wave/2026/exampleshire").words)
        #expect(
            said.contains {
                $0.hasPrefix("wave/2026/exampleshire/quotations.yaml:")
                    && $0.hasSuffix(
                        "error: the words of a practitioner may not be printed: 29 replied, expected at least 30"
                    )
            }, "\(said)")
    }

    @Test func anAreaWhoseFigureIsGoneIsAnErrorWithTheNearest() throws {
        let workshop = try workshop([
            "action-plan.yaml": """
            format: poet-action-plan/1
            areas:
              - {figure: holders.dignty.positive@this, area: Dignity, actions: []}
              - {figure: holders.dignity.base@this, area: Dignity, actions: []}
              - {finding: working.dignty, area: Dignity, actions: []}

            """
        ])
        let run = try workshop.render()
        #expect(run.status == 1)
        let said = told(run.words)
        #expect(
            Array(said.prefix(4)) == [
                "wave/exampleton/action-plan.yaml:3:14: error: the area 'Dignity' names the figure 'holders.dignty.positive@this', which the results do not have",
                "hint: did you mean 'holders.dignity.positive@this'?",
                "wave/exampleton/action-plan.yaml:4:14: error: the figure 'holders.dignity.base@this' is a base, expected a share",
                "wave/exampleton/action-plan.yaml:5:15: error: the area 'Dignity' names the finding 'working.dignty', which the results do not give",
            ])
    }

    @Test func aPlanBegunByTheProgramIsOneThatItTakes() throws {
        let workshop = try workshop()
        let run = try workshop.poet("plan", "wave/exampleton")
        #expect([run.status, Int32(run.words.count)] == [0, 0])
        #expect(run.output == "wave/exampleton/action-plan.yaml\n")
        let plan = try workshop.text("wave/exampleton/action-plan.yaml")
        #expect(
            plan.contains(
                "  - figure: holders.dignity.positive@this\n    area: \"Dignity in support\"\n    actions: []\n"
            ))
        #expect(try workshop.render(formats: "md").status == 0)
        #expect(
            try workshop.text("out/exampleton/report.md").contains(
                "| Dignity in support | To be agreed | To be agreed | To be agreed |"))
        let second = try workshop.poet("plan", "wave/exampleton")
        #expect(second.status == 1)
        #expect(
            told(second.words) == [
                "wave/exampleton/action-plan.yaml: error: there is an action plan already, and it stays as it is"
            ])
        #expect(try workshop.text("wave/exampleton/action-plan.yaml") == plan)
    }

    @Test func whatWasPromisedIsToldWithWhatWasDoneAndWhatPeopleSayNow() throws {
        let workshop = try Workshop("exampleshire")
        let promise = "        done: This was not done. The new system has been put off to 2027.\n"
        try workshop.slip(Slip(promise, ""), in: "wave/2024/exampleshire/action-plan.yaml")
        let run = try workshop.poet(
            "render", "wave/2026/exampleshire", "--output", "out", "--formats", "md", "--date", "2026-07-01")
        #expect(run.status == 0)
        #expect(
            told(run.words).contains(
                "wave/2026/../2024/exampleshire/action-plan.yaml:20:9: warning: the plan of the wave before promised 'Let people ask for a change online.' and does not say what was done"
            ))
        let report = try workshop.text("out/exampleshire/report.md")
        #expect(report.contains("## You said, we did"))
        #expect(
            report.contains(
                /\*\*You said, in 2024:\*\* \d+% of budget holders found it easy to get help with planning\./)
        )
        #expect(report.contains("Nobody has written down what was done."))
        #expect(report.contains("## What local people said about these findings"))
    }

    @Test func everyPageLeadsToAStatementThatNamesTheContact() throws {
        let workshop = try workshop()
        try workshop.write(
            workshop.text("wave/wave.yaml")
                + "contact: {name: the team, email: us@town.example}\naccessibility: {problems: [The map.]}\n",
            to: "wave/wave.yaml")
        #expect(try workshop.render(formats: "html").status == 0)
        let report = try workshop.text("out/exampleton/report.html")
        #expect(report.contains("href=\"accessibility-statement.html\""))
        #expect(report.contains("mailto:us@town.example"))
        let statement = try workshop.text("out/exampleton/accessibility-statement.html")
        #expect(statement.contains("mailto:us@town.example") && statement.contains("The map."))
        #expect(!statement.contains("href=\"accessibility-statement.html\""))
        #expect(!statement.contains("PDF/UA"), "no PDF was made, so none is spoken of")
    }

    @Test func aThemeChangesThePageThePaperAndTheCharts() throws {
        let workshop = try workshop()
        #expect(try workshop.render(formats: "html,svg").status == 0)
        let before = try workshop.files(below: "out")
        try workshop.slip(Slip("theme: poet", "theme: council"), in: "wave/wave.yaml")
        #expect(try workshop.render(formats: "html,svg").status == 0)
        let after = try workshop.files(below: "out")
        #expect(before.keys == after.keys)
        for name in before.keys where !name.hasPrefix("exampleton/data") {
            #expect(before[name] != after[name], "\(name) is as before")
        }
        let page = try workshop.text("out/exampleton/report.html")
        #expect(page.contains("#2B4650") && !page.contains("#12436D"))
    }

    @Test func aWaveCanBringItsOwnFrame() throws {
        let workshop = try workshop()
        try workshop.write("<!DOCTYPE html><title>{{title}}</title>{{{body}}}\n", to: "wave/mine.html")
        try workshop.write(workshop.text("wave/wave.yaml") + "frame: mine\n", to: "wave/wave.yaml")
        #expect(try workshop.render(formats: "html").status == 0)
        #expect(try workshop.text("out/exampleton/report.html").hasPrefix("<!DOCTYPE html><title>"))
        try workshop.slip(Slip("frame: mine", "frame: mien"), in: "wave/wave.yaml")
        #expect(
            told(try workshop.render(formats: "html").words).first
                == "wave/wave.yaml:14:8: error: there is no frame 'mien'")
    }

    @Test func aLogoThatIsNoneStopsTheReport() throws {
        let workshop = try workshop(["logo.png": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"])
        try workshop.write(
            workshop.text("wave/exampleton/report.yaml")
                + "logos: [{party: council, file: logo.png, alternative: Exampleton}]\n",
            to: "wave/exampleton/report.yaml")
        let run = try workshop.render(formats: "html")
        #expect(run.status == 1)
        #expect(
            told(run.words).first
                == "wave/exampleton/report.yaml:4:32: error: the logo 'wave/exampleton/logo.png' is an SVG drawing, expected a PNG picture"
        )
        #expect(!workshop.exists("out/exampleton"))
    }
}
