import DataFiles
import Findings
import Survey

extension FigureData {
    /// The figure's data file: tidy, one row a published value; percentages as published, markers in their own column.
    var csv: String {
        var csv = CSVWriter(header: [
            "body-code", "body", "wave", "audience", "question", "wording", "group", "category", "answer",
            "answer-label",
            "percentage", "count", "lower-95", "upper-95", "marker", "base", "base-rounded-to", "base-note",
        ])
        for value in values {
            let estimate = Estimate(value.cell, in: value.table)
            let (base, roundedTo, note) = value.table.base.columns
            csv.add([
                value.body.code ?? "", value.body.name, value.wave, value.question.audience,
                value.question.id,
                value.question.wording, value.group ?? "", value.category ?? "", value.answer,
                value.answerLabel,
                value.cell?.share?.literal ?? "", value.cell?.count.map(String.init) ?? "",
                estimate?.range?.low.literal ?? "", estimate?.range?.high.literal ?? "", value.marker, base,
                roundedTo, note,
            ])
        }
        return csv.text
    }
}

extension FigureData.Value {
    /// The marker in the place of a value that is not shown.
    fileprivate var marker: String {
        if case .withheld(let marker)? = cell?.value { return marker.rawValue }
        switch table.showing {
        case .withheld, .noPercentage: return Marker.confidential.rawValue
        case .notAvailable: return Marker.notAvailable.rawValue
        case .shown, .caution: return cell == nil ? Marker.notAvailable.rawValue : ""
        }
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
