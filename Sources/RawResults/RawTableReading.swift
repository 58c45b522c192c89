import Diagnostics
import Reading
import Survey

// One table of raw results: its names, its numbers, its sums.
extension RawResultsReader {
    func table(_ node: DataNode) -> RawTable? {
        var fields = Fields(node, of: "the table", log: log)
        defer { fields.finish() }
        guard let id = fields.identifier("question") else {
            for name in Self.keys { _ = fields.node(name) }
            return nil
        }
        fields.what = "the table of '\(id)'"
        guard let question = instrument.question(id), let scale = instrument.scale(of: question) else {
            log.error(
                "unknown question '\(id)'", at: fields.node("question")?.location,
                hints: hints(forUnknown: id, among: instrument.questions.map(\.id), listing: "questions"))
            for name in Self.keys { _ = fields.node(name) }
            return nil
        }
        let (group, category) = self.group(&fields, audience: question.audience)
        let isPartial = fields.optionalText("distribution") == "partial"
        if !isPartial, let node = fields.node("distribution") {
            log.error("'distribution' is \(node.found), expected 'partial'", at: node.location)
        }
        _ = fields.optionalDecimal("weightedReplies")
        let margins = self.margins(fields.node("margins"), scale: scale, what: fields.what)
        let answers = cells(
            fields.node("answers"), ids: scale.answers.map(\.id), elsewhere: scale.outside.map(\.id),
            what: fields.what, margins: margins, isPartial: isPartial)
        let outside = cells(
            fields.node("outside"), ids: scale.outside.map(\.id), what: fields.what, margins: [:],
            isPartial: true)
        let positive = fields.optionalDecimal("positiveShare").map { Percentage($0) }
        if fields.node("answers") == nil, positive == nil {
            log.error("\(fields.what) has neither 'answers' nor 'positiveShare'", at: node.location)
        }
        if let positive, positive.units < 0 || positive.double > 100 {
            log.error(
                "'positiveShare' is \(positive.literal), expected 0 to 100",
                at: fields.node("positiveShare")?.location)
        }
        if positive != nil, fields.node("answers") != nil {
            log.error(
                "\(fields.what) has 'answers' and a 'positiveShare'",
                at: fields.node("positiveShare")?.location,
                hints: ["give the answers alone: their measure is added up"])
        }
        guard let base = base(&fields, audience: question.audience) else { return nil }
        let table = RawTable(
            question: id, group: group, category: category, base: base, answers: answers, outside: outside,
            positiveShare: positive, location: node.location)
        if knowsNumbers { checkSum(of: table, scale: scale, isPartial: isPartial) }
        if control == .needed { checkWhole(table, isPartial: isPartial) }
        return table
    }

    private static let keys = [
        "group", "category", "distribution", "weightedReplies", "margins", "answers", "outside",
        "positiveShare",
        "replies", "base",
    ]

    private func group(_ fields: inout Fields, audience: String) -> (String?, String?) {
        guard let node = fields.node("group") else {
            guard let node = fields.node("category") else { return (nil, nil) }
            log.error("\(fields.what) has a 'category' and no 'group'", at: node.location)
            return (nil, fields.optionalText("category"))
        }
        guard let id = fields.identifier("group") else { return (nil, nil) }
        guard let group = instrument.group(id) else {
            log.error(
                "unknown group '\(id)'", at: node.location,
                hints: hints(forUnknown: id, among: instrument.groups.map(\.id), listing: "groups"))
            return (id, fields.optionalText("category"))
        }
        if group.audience != audience {
            log.error(
                "the group '\(id)' is asked of \(group.audience), and \(fields.what) is of \(audience)",
                at: node.location)
        }
        guard let category = fields.identifier("category") else { return (id, nil) }
        if !group.categories.contains(where: { $0.id == category }) {
            log.error(
                "the group '\(id)' has no category '\(category)'", at: fields.node("category")?.location,
                hints: hints(forUnknown: category, among: group.categories.map(\.id), listing: "categories"))
        }
        return (id, category)
    }

    private func base(_ fields: inout Fields, audience: String) -> RawTable.RawBase? {
        if let kind = fields.node("base") {
            if let replies = fields.node("replies") {
                log.error(
                    "\(fields.what) has a 'base' and 'replies'", at: replies.location,
                    hints: [
                        "give 'replies' where the question's own number of answers is known, 'base' where it is not"
                    ])
            }
            switch kind.value {
            case .string("survey-wide"):
                if let replies = surveyReplies[audience] { return .surveyWide(replies) }
                log.error(
                    "the base is survey-wide, and no response says how many \(audience) replied",
                    at: kind.location)
            case .string("not-published"):
                return .notPublished
            default:
                log.error(
                    "'base' is \(kind.found), expected 'survey-wide' or 'not-published'", at: kind.location,
                    hints: ["a number of answers goes in 'replies'"])
            }
            return nil
        }
        guard let node = fields.required("replies") else { return nil }
        if case .string(let text) = node.value, let marker = Marker(rawValue: text) { return .marked(marker) }
        guard
            let replies = checkedWholeNumber(
                node, in: 0...100_000_000, what: "'replies' of \(fields.what)", log: log)
        else { return nil }
        if !replies.isMultiple(of: basePrecision) {
            log.error(
                "'replies' of \(fields.what) is \(replies), which is not rounded to \(basePrecision) as 'basePrecision' says",
                at: node.location)
        }
        return .replies(replies)
    }

    private func margins(_ node: DataNode?, scale: Scale, what: String) -> [String: Percentage] {
        guard let node else { return [:] }
        var fields = Fields(node, of: "'margins' of \(what)", log: log)
        var margins: [String: Percentage] = [:]
        for answer in scale.answers {
            guard let margin = fields.node(answer.id) else { continue }
            if case .string(let text) = margin.value, Marker(rawValue: text) != nil { continue }
            if let decimal = checkedDecimal(margin, what: "the margin of '\(answer.id)'", log: log) {
                if decimal.units < 0 {
                    log.error("the margin of '\(answer.id)' is negative", at: margin.location)
                }
                margins[answer.id] = Percentage(decimal)
            }
        }
        fields.finish()
        return margins
    }

    private func cells(
        _ node: DataNode?, ids: [String], elsewhere: [String] = [], what: String,
        margins: [String: Percentage],
        isPartial: Bool
    ) -> [RawCell] {
        guard let node else { return [] }
        var cells: [RawCell] = []
        guard case .object(let members) = node.value else {
            log.error(
                "'answers' of \(what) is \(node.found), expected an object: answer, number", at: node.location
            )
            return []
        }
        for member in members where !ids.contains(member.name) {
            let isOther = elsewhere.contains(member.name)
            log.error(
                "unknown answer '\(member.name)' in \(what)", at: member.nameLocation,
                hints: isOther
                    ? ["'\(member.name)' stands outside the base: give it in 'outside'"]
                    : hints(forUnknown: member.name, among: ids, listing: "answers"))
        }
        for id in ids {
            guard let member = members.first(where: { $0.name == id }) else {
                if !isPartial {
                    log.error(
                        "\(what) has no answer '\(id)'", at: node.location,
                        hints: [
                            control == .needed
                                ? "give it, with 0 where nobody chose it"
                                : "give it, with 0 or a marker, or say \"distribution\": \"partial\""
                        ])
                }
                continue
            }
            if let value = value(member.node, of: id, in: what) {
                cells.append(RawCell(answer: id, value: value, margin: margins[id]))
            }
        }
        return cells
    }

    private func value(_ node: DataNode, of answer: String, in what: String) -> RawCell.Value? {
        if case .string(let text) = node.value {
            if let marker = Marker(rawValue: text) { return .marked(marker) }
            let markers = Marker.allCases.map(\.rawValue).joined(separator: ", ")
            let isNumber = ExactDecimal(literal: text) != nil
            log.error(
                "'\(answer)' in \(what) is the text '\(text)', expected a number or a marker",
                at: node.location,
                hints: [isNumber ? "write \(text) without quotation marks" : "markers: \(markers)"])
            return nil
        }
        let name = "'\(answer)' in \(what)"
        guard knowsNumbers else { return nil }
        switch units {
        case .counts:
            return checkedWholeNumber(node, in: 0...100_000_000, what: name, log: log).map { .count($0) }
        case .percentages:
            guard let decimal = checkedDecimal(node, what: name, log: log) else { return nil }
            guard let units = decimal.units(atDecimals: decimals) else {
                log.error(
                    "\(name) is \(Percentage(decimal).literal), more decimals than the \(decimals) that 'decimals' says",
                    at: node.location)
                return nil
            }
            let share = Percentage(units: units, decimals: decimals)
            guard share.units >= 0, share <= Percentage(units: 100, decimals: 0) else {
                log.error("\(name) is \(share.literal), expected 0 to 100", at: node.location)
                return nil
            }
            return .share(share)
        }
    }

    /// What poet is to protect it must know whole: every answer as a count, and how many they are.
    private func checkWhole(_ table: RawTable, isPartial: Bool) {
        let remedy = ["give every count, or say \"disclosure\": \"as-published\" with a source"]
        let what = "the table of '\(table.question)'"
        for cell in table.answers + table.outside {
            guard case .marked(let marker) = cell.value else { continue }
            log.error(
                "'\(cell.answer)' in \(what) is \(marker.rawValue), and disclosure control needs every count",
                at: table.location, hints: remedy)
        }
        if isPartial {
            log.error(
                "\(what) leaves answers out, and disclosure control needs every count", at: table.location,
                hints: remedy)
        }
        if table.positiveShare != nil, table.answers.isEmpty {
            log.error(
                "\(what) has only a 'positiveShare', and disclosure control needs every count",
                at: table.location, hints: remedy)
        }
        if table.answers.contains(where: { $0.margin != nil }) {
            log.error(
                "\(what) has 'margins', which go with results that are published already", at: table.location)
        }
        if case .replies = table.base { return }
        log.error(
            "disclosure control needs to know how many answered: \(what) does not say", at: table.location,
            hints: ["give their number in 'replies'"])
    }

    /// Counts add up to the base within its precision; percentages to 100 within half a unit an answer.
    private func checkSum(of table: RawTable, scale: Scale, isPartial: Bool) {
        guard !isPartial, !table.answers.isEmpty, table.answers.count == scale.answers.count,
            case .replies(let base) = table.base
        else { return }
        var counts = 0
        var shares = Percentage(units: 0, decimals: decimals)
        for cell in table.answers {
            switch cell.value {
            case .count(let count): counts += count
            case .share(let share): shares = shares + share
            case .marked: return
            }
        }
        switch units {
        case .counts:
            for cell in table.answers where (cell.count ?? 0) > base + basePrecision / 2 {
                log.error(
                    "'\(cell.answer)' of '\(table.question)' is \(cell.count ?? 0), more than the \(base) replies",
                    at: table.location)
            }
            if !scale.isMultiple, abs(counts - base) > basePrecision / 2 {
                log.error(
                    "the answers to '\(table.question)' add up to \(counts), and its 'replies' are \(base)",
                    at: table.location,
                    hints: ["'replies' is how many gave one of these answers: correct one or the other"])
            }
        case .percentages:
            guard !scale.isMultiple, base > 0 else { return }
            let hundred = Percentage(units: 100, decimals: 0) + Percentage(units: 0, decimals: decimals)
            if 2 * abs((shares - hundred).units) > table.answers.count {
                log.error(
                    "the answers to '\(table.question)' add up to \(shares.literal) %, more than rounding explains",
                    at: table.location,
                    hints: ["correct them, or say \"distribution\": \"partial\" where answers are left out"])
            }
        }
    }
}
