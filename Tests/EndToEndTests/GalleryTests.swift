import Foundation
import TestSupport
import Testing

/// The gallery of every kind, and slips of the pen in its file.
struct GalleryTests {
    private static let file = """
        format: poet-gallery/1
        title: Two kinds
        note: Of published figures.
        charts:
          - name: dots
            title: Comparison
            use: Several questions.
            report: wave/national
            chart: bars?theme=impact&audience=holders
        infographics:
          - name: page
            title: National survey
            use: The figures of 2017.
            report: wave/national
            template: national-adults
            size: a5

        """

    @Test func everyChartAndEveryTemplateStandsInTheGallery() throws {
        let gallery = try String(contentsOfFile: Repository.path("Examples/gallery.yaml"), encoding: .utf8)
        let run = try Workshop("poet-adults-2017").poet(
            "chart", "wave/national", "unheard-of?theme=impact", "--output", "out.svg")
        #expect(run.status == 1)
        let charts = Set(run.words.matches(of: #/chart:([a-z]+)/#).map { String($0.output.1) })
            .subtracting(["unheard"])
        #expect(charts.count >= 4, "\(run.words)")
        for chart in charts { #expect(gallery.contains("chart: \(chart)?"), "no chart '\(chart)'") }
        let templates = try FileManager.default.contentsOfDirectory(
            atPath: Repository.path("Templates/infographics"))
        #expect(templates.count >= 5)
        for template in templates {
            #expect(gallery.contains("template: \(template.dropLast(5))\n"), "no template '\(template)'")
        }
    }

    @Test func thePageShowsItsPicturesWithTheirAlternatives() throws {
        let workshop = try Workshop("poet-adults-2017")
        try workshop.write(Self.file, to: "gallery.yaml")
        let run = try workshop.poet("gallery", "gallery.yaml", "--output", "out")
        #expect(run.words == "")
        #expect(run.output == "out/dots.png\nout/index.html\nout/page.png\n")
        let page = try workshop.text("out/index.html")
        for name in ["dots", "page"] { #expect(page.contains("<img src=\"\(name).png\"")) }
        #expect(page.contains("What support did for people. Three quarters said"))
        #expect(page.matches(of: #/alt="[^"]{20,}"/#).count == 2)
    }

    @Test func aFaultOfTheThemeIsToldOnceThoughEveryPictureMeetsIt() throws {
        let workshop = try Workshop("poet-adults-2017")
        try workshop.write(Self.file, to: "gallery.yaml")
        let wave = try workshop.text("wave/wave.yaml").replacing("theme: poet\n", with: "theme: pote\n")
        try workshop.write(wave, to: "wave/wave.yaml")
        let run = try workshop.poet("gallery", "gallery.yaml", "--output", "out")
        #expect(run.status == 1)
        #expect(run.words.components(separatedBy: "'pote'").count == 2, "\(run.words)")
    }

    @Test(arguments: [
        Slip("name: page", "name: dots", "two pictures have the name 'dots'", "gallery.yaml:11"),
        Slip("size: a5", "size: a6", "there is no size 'a6'", "did you mean 'a"),
        Slip("template: national-adults", "template: national-adult", "did you mean 'national-adults'?"),
        Slip("use: Several questions.", "us: Several questions.", "unknown key 'us'", "did you mean 'use'?"),
        Slip("wave/national\n    chart", "wave/nowhere\n    chart", "wave/nowhere"),
    ])
    func aSlipInTheFileIsToldWithItsRemedy(_ slip: Slip) throws {
        let workshop = try Workshop("poet-adults-2017")
        try workshop.write(slip.applied(to: Self.file), to: "gallery.yaml")
        let run = try workshop.poet("gallery", "gallery.yaml", "--output", "out")
        #expect(run.status == 1)
        for words in slip.said { #expect(run.words.contains(words), "\(run.words)") }
        #expect(!workshop.exists("out"))
    }
}
