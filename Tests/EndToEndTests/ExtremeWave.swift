import Foundation

/// An invented wave that is extreme in one thing: long names, long answers, very many questions, nobody to compare with,
/// hardly anybody who answered.
struct ExtremeWave {
    var name = "Exampleton"
    var title: String?
    /// How many questions each theme has.
    var themes = [4, 3]
    var label = "Question"
    var wording = "How is it?"
    var answers = ["Very good", "Good", "Neither good nor poor", "Poor", "Very poor"]
    var replies = 120
    /// How many other councils there are.
    var others = 5
    /// How many answers there are to choose from in a question that takes several; none where it is not asked.
    var choices = 0
    /// In how many areas people live; none where nobody asks.
    var areas = 0
    /// The body's narrative for the summary.
    var narrative: String?

    static let longName =
        "Bournemouth, Christchurch, Poole and the Isles of Greater Exampleshire-on-Sea Metropolitan Borough Combined Authority"
    /// 200 characters.
    static let sentence = String(
        ("The people who support me always listen to what I say, and they change what they do when I ask them to, even where "
            + "that is not easy for them, and they tell me why whenever something cannot be done that day")
            .prefix(200))

    private var ids: [String] {
        themes.enumerated().flatMap { theme, count in (0..<count).map { "q\(theme)-\($0)" } }
    }

    func write(to workshop: Workshop) throws {
        for folder in ["private", "exampleton"] { try workshop.remove("wave/\(folder)") }
        try workshop.write(settings, to: "wave/wave.yaml")
        try workshop.write(instrument, to: "wave/extreme.yaml")
        try workshop.write(raw("council", name, "council", 1), to: "wave/private/council.json")
        if others > 0 {
            try workshop.write(raw("all", "All councils", "all", others + 1), to: "wave/private/all.json")
        }
        var report = "format: poet-report/1\nbody: council\n"
        if let title { report += "title: \"\(title)\"\n" }
        if let narrative {
            report += "narrative: {summary: summary.md}\n"
            try workshop.write(narrative, to: "wave/council/summary.md")
        }
        try workshop.write(report, to: "wave/council/report.yaml")
    }

    private var settings: String {
        """
        format: poet-wave/1
        id: extreme
        title: An extreme survey
        instrument: extreme
        collected: {from: 2026-03-01, to: 2026-06-30}
        policy: standard
        template: council
        documents: [summary, briefing, initial-findings]
        theme: poet
        notice: INVENTED. Every figure in this report is made up.
        source: Invented figures.
        method: Invented people answered an invented questionnaire.
        \(others > 0 ? "comparators:\n  - {body: all, label: All councils, inText: all councils}" : "")

        """
    }

    private var instrument: String {
        let polarities = ["positive", "positive", "neutral", "negative", "negative"]
        var lines = [
            "format: poet-instrument/1", "id: extreme", "title: An extreme survey", "note: Invented.",
            "audiences:",
            "  - {id: holders, singular: budget holder, plural: budget holders, minimumSample: 100}",
            "themes:",
        ]
        lines += themes.indices.map { "  - {id: theme\($0), title: Theme \($0), plainTitle: Theme \($0)}" }
        lines += ["scales:", "  - id: s", "    answers:"]
        lines += zip(answers, polarities).enumerated().map { index, answer in
            "      - {id: a\(index), label: \"\(answer.0)\", polarity: \(answer.1)}"
        }
        lines += [
            "    outside:", "      - {id: na, label: Does not apply}", "    measure: [a0, a1]",
            "    measureLabel: good or very good", "    ladder:", "      - id: two",
            "        title: good or not", "        answers:",
            "          - {id: good, label: Good, polarity: positive, of: [a0, a1]}",
            "          - {id: not-good, label: Not good, polarity: negative, of: [a2, a3, a4]}",
        ]
        if choices > 0 {
            lines += ["  - id: choose", "    multiple: true", "    measure: [c0]", "    answers:"]
            lines += (0..<choices).map {
                "      - {id: c\($0), label: Choice number \($0), polarity: neutral}"
            }
        }
        if areas > 0 {
            lines += ["groups:", "  - id: area", "    title: Where people live", "    audience: holders"]
            lines += ["    categories:"]
            lines += (0..<areas).map { "      - {id: area\($0), label: Area number \($0)}" }
        }
        lines.append("questions:")
        for (number, id) in ids.enumerated() {
            let theme = id.dropFirst().prefix { $0 != "-" }
            lines += [
                "  - id: \(id)", "    theme: theme\(theme)", "    audience: holders",
                "    wording: \"\(wording)\"", "    label: \"\(label) \(number)\"",
                "    says: said that number \(number) was good", "    easyRead: It is good.", "    scale: s",
                "    headline: \(number < 6)",
            ]
        }
        if choices > 0 {
            lines.append(
                "  - {id: uses, theme: theme0, audience: holders, wording: Which do you use?, label: Uses, scale: choose}"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func raw(_ id: String, _ name: String, _ kind: String, _ councils: Int) -> String {
        let replies = replies * councils
        var tables = ids.enumerated().flatMap { index, question in
            var counts = [0.3 - 0.002 * Double(index), 0.3, 0.2].map { Int(Double(replies) * $0) }
            let rest = replies - counts.reduce(0, +)
            counts += [rest / 2, rest - rest / 2]
            func table(_ place: String, times: Int) -> String {
                let cells = counts.enumerated().map { "\"a\($0)\": \($1 * times)" }.joined(separator: ", ")
                return
                    "{\"question\": \"\(question)\", \(place)\"replies\": \(replies * times), \"answers\": {\(cells)}, \"outside\": {\"na\": 0}}"
            }
            return [table("", times: max(1, areas))]
                + (0..<areas).map { table("\"group\": \"area\", \"category\": \"area\($0)\", ", times: 1) }
        }
        let all = replies * max(1, areas)
        if choices > 0 {
            let cells = (0..<choices).map { "\"c\($0)\": \(all / ($0 + 2) + 10)" }.joined(separator: ", ")
            tables.append("{\"question\": \"uses\", \"replies\": \(all), \"answers\": {\(cells)}}")
        }
        let several = councils > 1 ? ", \"councils\": \(councils)" : ""
        return """
            {"format": "poet-raw/1", "instrument": "extreme",
             "body": {"id": "\(id)", "name": "\(name)", "kind": "\(kind)"\(several)},
             "units": "counts", "basePrecision": 1,
             "responses": [{"audience": "holders", "population": \(all * 4), "invited": \(all * 3), "replies": \(all)}],
             "tables": [\(tables.joined(separator: ",\n"))]}
            """
    }
}
