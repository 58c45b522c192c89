import Findings
import Reading
import Survey
import Testing

/// A small invented survey whose results the tests make up.
enum Invented {
    static func instrument() throws -> Instrument {
        try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "invented.yaml")))
    }

    /// A table of exact counts at the two-point form; fewer than 30 answers show no percentage, fewer than 50 a caution.
    static func table(
        _ question: String, _ count: Int, of base: Int, group: String? = nil, category: String? = nil
    ) -> PublishedTable {
        let showing: PublishedTable.Showing = base < 30 ? .noPercentage : base < 50 ? .caution : .shown
        guard base >= 30 else {
            return PublishedTable(
                question: question, group: group, category: category, showing: showing, base: .exact(base),
                form: "full", cells: [], measure: nil)
        }
        let share = Percentage(units: Int((Double(count) * 100 / Double(base)).rounded()), decimals: 0)
        return PublishedTable(
            question: question, group: group, category: category, showing: showing, base: .exact(base),
            form: "full",
            cells: [],
            measure: PublishedCell(answer: "positive", value: .shown(share: share, count: count)))
    }

    /// A table as somebody published it: a share, a rounded base, perhaps a margin.
    static func published(_ question: String, tenths: Int, base: Base, margin: Int? = nil) -> PublishedTable {
        PublishedTable(
            question: question, showing: .shown, base: base, form: "full", cells: [],
            measure: PublishedCell(
                answer: "positive", value: .shown(share: Percentage(units: tenths, decimals: 1), count: nil),
                margin: margin.map { Percentage(units: $0, decimals: 1) }))
    }

    static func body(
        _ id: String, _ kind: Body.Kind, region: String? = nil, councils: Int? = nil, wave: String = "2026",
        _ tables: [PublishedTable]
    ) -> PublishedResults {
        PublishedResults(
            instrument: "invented", wave: wave,
            body: Body(
                id: id, name: id == "ham" ? "Ham" : id, kind: kind, region: region, councils: councils),
            policy: "standard", rounding: .exact, source: nil, responses: [], tables: tables)
    }

    /// The findings of the council Ham beside others, named as the wave names them.
    static func report(
        _ own: [PublishedTable], beside others: [(String, String, PublishedResults)] = [],
        instrument: Instrument? = nil
    ) throws -> FindingsReport {
        let instrument = try instrument ?? self.instrument()
        return FindingsReport(
            ComparedResults(
                instrument: instrument, own: body("ham", .council, region: "east", own),
                others: others.map { body, label, results in
                    ComparedResults.Other(
                        comparator: Wave.Comparator(body: body, label: label), instrument: instrument,
                        results: results)
                }))
    }

    static let text = """
        format: poet-instrument/1
        id: invented
        title: An invented survey
        audiences:
          - {id: holders, singular: budget holder, plural: budget holders}
          - {id: carers, singular: carer, plural: carers}
        themes:
          - {id: life, title: Life}
          - {id: health, title: Health, background: true}
        scales:
          - id: better
            answers:
              - {id: better, label: Better, polarity: positive}
              - {id: same, label: The same, polarity: neutral}
              - {id: worse, label: Worse, polarity: negative}
            grouped: said that things had got better when it came to
          - id: yes-no
            answers:
              - {id: "yes", label: "Yes", polarity: positive}
              - {id: "no", label: "No", polarity: negative}
        groups:
          - id: age
            title: Age
            audience: holders
            categories:
              - {id: young, label: 18 to 64}
              - {id: middle, label: 65 to 74}
              - {id: old, label: 75 and over}
          - id: plan
            title: How planning went
            audience: holders
            process: true   # planning
            categories:
              - {id: easy, label: Planning was easy}
              - {id: hard, label: Planning was not easy}
          - id: care
            title: How care went
            audience: holders
            process: true
            categories:
              - {id: planned, label: Planned, who: whose care was planned with them}
              - {id: not-planned, label: Not planned, who: who had no say}
        questions:
          - {id: dignity, theme: life, audience: holders, wording: Dignity?, label: Dignity, scale: better, says: said that dignity had got better, headline: true}
          - {id: home, theme: life, audience: holders, wording: Home?, label: Home, topic: their home, scale: better, says: said that their home had got better}
          - {id: work, theme: life, audience: holders, wording: Work?, label: Paid work, scale: better, says: said that paid work had got better}
          - {id: friends, theme: life, audience: holders, wording: Friends?, label: Friends, scale: better, says: said that friendships had got better}
          - {id: knew, theme: life, audience: holders, wording: Did you know?, label: Knew the amount, scale: yes-no, says: knew the amount, headline: true}
          - {id: pain, theme: health, audience: holders, wording: Pain?, label: No pain, scale: yes-no, says: have no pain}
          - {id: carer-life, theme: life, audience: carers, wording: Life?, label: Their own life, scale: better, says: said that their own life had got better, beside: dignity}
        """
}
