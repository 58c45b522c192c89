import DataFiles
import Findings
import Survey

extension FigureData {
    /// The figure's data file: tidy, one row a published value; percentages as published, markers in their own column.
    func tidyTable(context: ReportContext) -> TidyTable {
        let description =
            "The published values behind “\(title)”, one a row. Source: \(context.sourceLine)"
            + (context.notice.map { " \($0)" } ?? "")
        let columns = responses.isEmpty ? Self.valueColumns : Self.responseColumns
        let rows =
            responses.isEmpty
            ? values.map(\.tidyRow) : responses.map { $0.tidyRow(of: context.results.own) }
        return TidyTable(name: name, title: title, description: description, columns: columns, rows: rows)
    }

    private static let bodyColumns: [TidyTable.Column] = [
        .init("body-code", "The code of the area at the Office for National Statistics, where it has one."),
        .init("body", "The council, area or group of councils that the value is about.", isKey: true),
        .init("wave", "The round of the survey, by the name of its files.", isKey: true),
    ]

    private static let markers = Marker.allCases.map { "\($0.rawValue) \($0.spoken)" }.joined(separator: "; ")

    private static let valueColumns: [TidyTable.Column] =
        bodyColumns + [
            .init("audience", "Who was asked: the name that the questionnaire’s file gives them."),
            .init("question", "The question: the name that the questionnaire’s file gives it.", isKey: true),
            .init("question-label", "The question in a few words."),
            .init("wording", "The question as it was asked."),
            .init("group", "What people are parted by; empty for everybody.", isKey: true),
            .init("category", "Which of these people; empty for everybody.", isKey: true),
            .init(
                "answer",
                "The answer: the name that the questionnaire’s file gives it; “positive” for the answers that the question counts.",
                isKey: true),
            .init("answer-label", "The answer in words."),
            .init(
                "answer-form",
                "Which answers are shown together, so that no one’s can be worked out: “full” for none."),
            .init(
                "percentage", "The share of the base that gave this answer, as published.", kind: .decimal,
                unit: "percent"),
            .init(
                "count", "How many people gave this answer, where it is published.", kind: .wholeNumber,
                unit: "people"),
            .init(
                "lower-95", "The lower end of the likely range of the percentage, at 95% confidence.",
                kind: .decimal, unit: "percent"),
            .init(
                "upper-95", "The upper end of the likely range of the percentage, at 95% confidence.",
                kind: .decimal, unit: "percent"),
            .init(
                "range-method",
                "How the likely range was made: “publisher”, the publisher’s own margin of error; “wilson”, Wilson’s score interval; “wilson-approximate”, the same from rounded numbers.",
                kind: .choice(Estimate.Basis.allNames)
            ),
            .init(
                "marker", "Why there is no value: \(markers).", kind: .choice(Marker.allCases.map(\.rawValue))
            ),
            .init("base", "How many people answered the question.", kind: .wholeNumber, unit: "people"),
            .init(
                "base-rounded-to",
                "The base is rounded to the nearest multiple of this; one where it is exact.",
                kind: .wholeNumber, unit: "people"),
            .init("base-note", "What else is to be known of the base."),
            .init(
                "caution",
                "“few-answers” where so few people answered that the value is to be treated with caution.",
                kind: .choice(["few-answers"])),
        ]

    private static let responseColumns: [TidyTable.Column] =
        bodyColumns + [
            .init(
                "audience", "Who was asked: the name that the questionnaire’s file gives them.", isKey: true),
            .init("population", "How many people could have been asked.", kind: .wholeNumber, unit: "people"),
            .init("invited", "How many people were asked.", kind: .wholeNumber, unit: "people"),
            .init("replies", "How many people replied.", kind: .wholeNumber, unit: "people"),
            .init(
                "replies-rounded-to",
                "The replies are rounded to the nearest multiple of this; one where they are exact.",
                kind: .wholeNumber,
                unit: "people"),
            .init("replies-note", "What else is to be known of the replies."),
            .init("response-rate", "The share of those asked who replied.", kind: .decimal, unit: "percent"),
            .init(
                "margin-of-error-95",
                "The margin of error, at most, of a percentage of everybody who replied, at 95% confidence.",
                kind: .decimal,
                unit: "percentage points"),
        ]
}

extension FigureData.Value {
    fileprivate var tidyRow: [String] {
        let estimate = Estimate(cell, in: table)
        let (base, roundedTo, note) = table.base.columns
        let place = [
            body.code ?? "", body.name, wave, question.audience, question.id, question.label,
            question.wording,
            table.group ?? "", table.category ?? "", answer, answerLabel, table.form,
        ]
        let numbers = [
            estimate?.share.literal ?? "", cell?.count.map(String.init) ?? "",
            estimate?.range?.low.literal ?? "", estimate?.range?.high.literal ?? "",
            estimate?.range?.basis.name ?? "",
        ]
        return place + numbers + [
            marker?.rawValue ?? "", base, roundedTo, note, table.showing == .caution ? "few-answers" : "",
        ]
    }

    /// The marker in the place of a value that is not shown.
    var marker: Marker? {
        if case .withheld(let marker)? = cell?.value { return marker }
        switch table.showing {
        case .withheld, .noPercentage: return .confidential
        case .notAvailable: return .notAvailable
        case .shown, .caution: return cell?.share == nil && cell?.count == nil ? .notAvailable : nil
        }
    }
}

extension Response {
    fileprivate func tidyRow(of published: PublishedResults) -> [String] {
        let (count, roundedTo, note) = replies.columns
        return [
            published.body.code ?? "", published.body.name, published.wave, audience,
            population.map(String.init) ?? "", invited.map(String.init) ?? "", count, roundedTo, note,
            rate?.literal ?? "", published.margin(of: self)?.literal ?? "",
        ]
    }
}

extension Base {
    fileprivate var columns: (String, String, String) {
        switch self {
        case .exact(let count): (String(count), "1", "")
        case .rounded(let count, let step): (String(count), String(step), "")
        case .surveyWide(let count): (String(count), "", "all replies to the survey")
        case .unknown: ("", "", "not published")
        case .withheld: ("", "", "withheld to protect privacy")
        }
    }
}

extension Estimate.Basis {
    fileprivate static let allNames = ["publisher", "wilson", "wilson-approximate"]

    fileprivate var name: String {
        switch self {
        case .publishersMargin: Self.allNames[0]
        case .wilson: Self.allNames[1]
        case .wilsonApproximate: Self.allNames[2]
        }
    }
}
