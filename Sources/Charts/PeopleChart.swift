internal import Scene

/// Ten people a row, each standing for a tenth of those who answered.
///
/// How many people an answer gets is decided by largest remainders, so that they are always ten; the chart says so.
package struct PeopleChart: Chart, Hashable {
    static let people = 10

    package struct Row: Hashable, Sendable {
        package var label: String
        package var base: String
        package var content: Content

        package init(_ label: String, base: String, content: Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// How many of the ten people each answer of the key has, and the words beside them: "8 out of 10".
        case people([Int], words: String)
        /// A sentence in the place of the people.
        case words(String)
    }

    package var words: ChartWords
    /// One answer: those counted are filled and the others outlined. Several: each has its colour.
    package var answers: [StackedBars.Answer]
    package var rows: [Row]

    package init(words: ChartWords, answers: [StackedBars.Answer], rows: [Row]) {
        self.words = words
        self.answers = answers
        self.rows = rows
    }

    package var readingNotes: [String] {
        answers.count > 1
            ? [
                "Ten people stand for everybody who answered, shared out by largest remainders so that they are always ten."
            ]
            : ["Ten people stand for everybody who answered, to the nearest person."]
    }

    package var spoken: String {
        let rows = rows.map { row in
            let base = row.base.isEmpty ? "" : " (\(row.base))"
            switch row.content {
            case .words(let words): return "\(row.label): \(words)\(base)."
            case .people(let counts, let words):
                let shares = zip(answers, counts).map { "\($0.label) \($1) of \(Self.people)" }
                return "\(row.label): \(words), \(shares.joined(separator: ", "))\(base)."
            }
        }
        return (["Ten people for each question."] + rows).joined(separator: " ")
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        PeopleChartLayout(chart: self, width: width, type: type).body()
    }
}

/// Places the key and people of a `PeopleChart` in a width.
private struct PeopleChartLayout {
    let chart: PeopleChart
    let width: Double
    let type: Typesetter
    private let columns: RowColumns
    private let fills: [Color]
    /// The height of a person, the same in all rows, and whether the words stand beside the people.
    private let tall: Double
    private let isBeside: Bool

    private static let apart = 0.2
    private static let tallest = 54.0
    /// Between people and words.
    private static let gap = 16.0
    /// How wide ten people are, in heights of one.
    private static let spread = 10 * Person.breadth + 9 * apart
    private static let noPeople = "The published shares do not make ten people, so none are drawn."

    init(chart: PeopleChart, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        columns = RowColumns(
            labels: chart.rows.map(\.label), bases: chart.rows.map(\.base), width: width, type: type)
        fills =
            chart.answers.count > 1
            ? type.theme.palette.colors(of: chart.answers.map(\.polarity)) : [type.theme.main]
        // The words stand beside the people where both have room in every row, else below them.
        let words = chart.rows.map { row in
            if case .people(_, let words) = row.content { type.width(words, .question) } else { 0.0 }
        }
        let beside = columns.markWidth - (words.max() ?? 0).rounded(.up) - Self.gap
        isBeside = beside / Self.spread >= 30
        tall = min(Self.tallest, (isBeside ? beside : columns.markWidth) / Self.spread)
    }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height > 0 ? key.height + 16 : 0)
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { body.height += 18 }
            let drawn = columns.row(
                type.block(row.label, .label, width: columns.labelRoom), base: row.base,
                marks: marks(of: row),
                named: "people", from: body.height)
            body.nodes.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
            body.height = drawn.height
        }
        return body
    }

    private func key() -> DrawnBody {
        let theme = type.theme
        let entries = chart.answers.indices.map { index in
            Key.Entry(label: chart.answers[index].label) { corner in
                [person(index, height: 20, at: Point(corner.x + 4, corner.y - 2))]
            }
        }
        let rest = Key.Entry(label: "Everybody else") { corner in
            let nodes = Person(
                height: 20, fill: nil, outline: theme.palette.outline, ground: theme.background
            ).nodes
            return [.group(Group("person", offset: Point(corner.x + 4, corner.y - 2), nodes: nodes))]
        }
        let all = chart.answers.count == 1 ? entries + [rest] : entries
        let key = Key(all, width: width, type: type)
        return DrawnBody(nodes: key.nodes(x: 0, y: 2), height: key.height + 4)
    }

    private func person(_ answer: Int?, height: Double, at corner: Point) -> Node {
        let person = Person(
            height: height, fill: answer.map { fills[$0 % fills.count] }, outline: type.theme.palette.outline,
            ground: type.theme.background)
        return .group(Group(answer.map { "person \($0)" } ?? "person", offset: corner, nodes: person.nodes))
    }

    private func marks(of row: PeopleChart.Row) -> DrawnBody {
        let counts: [Int]
        let words: String
        switch row.content {
        case .words(let words): return columns.sentence(words, height: Self.tallest)
        case .people(let given, let text): (counts, words) = (given, text)
        }
        let total = counts.reduce(0, +)
        guard counts.count == chart.answers.count, counts.allSatisfy({ $0 >= 0 }),
            total <= PeopleChart.people,
            counts.count == 1 || total == PeopleChart.people
        else { return columns.sentence(Self.noPeople, height: Self.tallest) }
        let text = type.block(words, .question, width: columns.markWidth)
        let step = tall * (Person.breadth + Self.apart)
        let answers = counts.enumerated().flatMap { [Int?](repeating: $0.offset, count: $0.element) }
        let everybody = answers + [Int?](repeating: nil, count: PeopleChart.people - total)
        var body = DrawnBody(
            nodes: everybody.enumerated().map { index, answer in
                person(answer, height: tall, at: Point(Double(index) * step, 0))
            }, height: tall)
        if isBeside {
            body.nodes += text.nodes(x: Self.spread * tall + Self.gap, middle: tall / 2)
            body.height = max(tall, text.height)
        } else {
            body.nodes += text.nodes(x: 0, y: tall + 6)
            body.height = tall + 6 + text.height
        }
        // Even, so that its middle stands on a whole point.
        body.height = (body.height / 2).rounded(.up) * 2
        return body
    }
}
