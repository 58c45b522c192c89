import Findings
import Language
import Survey
import Templates

// The action plan, and what became of the last one, as templates name them.
extension ReportContext {
    private static let open = "To be agreed"

    /// The areas of this wave's plan with the share behind each.
    var planAreas: [TemplateRecord] {
        (parts.plan?.areas ?? []).map { area in
            let id = figure(of: area.link)
            let question = id.flatMap { instrument.question($0.question) }
            return [
                "title": .text(area.title), "why": text(area.why),
                "share": id.map { book.value($0) } ?? .absent,
                "audience": text(question.map { instrument.audience($0.audience)?.plural ?? "people" }),
                "says": text(question.map(instrument.says)),
                "rows": .list(rows(of: area).map { .object($0) }),
            ]
        }
    }

    /// A row an action; one row to be filled in where there is none yet.
    private func rows(of area: ActionPlan.Area) -> [TemplateRecord] {
        guard !area.actions.isEmpty else {
            return [
                [
                    "area": .text(area.title), "action": .text(Self.open), "who": .text(Self.open),
                    "by": .text(Self.open),
                ]
            ]
        }
        return area.actions.map { action in
            [
                "area": .text(area.title), "action": .text(action.action),
                "who": .text(action.who ?? Self.open),
                "by": .text(action.by.map(day) ?? Self.open),
            ]
        }
    }

    /// A day in words that no line end parts.
    private func day(_ text: String) -> String {
        CalendarDate(iso: text).map { $0.inWords.replacing(" ", with: "\u{A0}") } ?? text
    }

    /// The figure that a link means: its own, or the first one of this body that a finding rests on.
    private func figure(of link: ActionPlan.Area.Link) -> FigureID? {
        switch link {
        case .figure(let name): FigureID(name)
        case .finding(let name):
            findings.findings.first { $0.id == name }?.figures.first { $0.body == "this" }
        }
    }

    // MARK: You said, we did

    /// The areas of the last wave's plan: what was promised, what was done, how the answer has changed.
    var youSaidAreas: [TemplateRecord] {
        guard let earlier = parts.earlier else { return [] }
        return earlier.plan.areas.map { area in
            let question = question(of: area.link, in: earlier)
            var now = question.map {
                FigureID(audience: $0.audience, question: $0.id, measure: "positive", body: "this")
            }
            if let id = now, book.entry(id) == nil { now = nil }
            var before = now
            before?.body = "last"
            return [
                "title": .text(area.title),
                "audience": text(question.map { instrument.audience($0.audience)?.plural ?? "people" }),
                "says": text(question.map(instrument.says)),
                "then": before.map { book.value($0) } ?? .absent,
                "now": now.map { book.value($0) } ?? .absent,
                "change": .text(change(of: question, isAskedNow: now != nil)),
                "promises": .list(
                    area.actions.map { action in
                        .object(
                            [
                                "action": .text(action.action),
                                "done": .text(action.done ?? "Nobody has written down what was done."),
                            ] as TemplateRecord)
                    }),
            ]
        }
    }

    /// This wave's question that carries on the one that the area was linked to.
    private func question(of link: ActionPlan.Area.Link, in earlier: ReportParts.Earlier) -> Instrument
        .Question?
    {
        let name: String? =
            switch link {
            case .figure(let name): FigureID(name)?.question
            // A finding's id ends in the question that it is about.
            case .finding(let name): name.split(separator: ".").last.map(String.init)
            }
        guard let name else { return nil }
        if earlier.instrument.id == instrument.id { return instrument.question(name) }
        return instrument.questions.first { question in
            question.continues?.instrument == earlier.instrument.id && question.continues?.question == name
        }
    }

    private func change(of question: Instrument.Question?, isAskedNow: Bool) -> String {
        guard let question, isAskedNow else { return "This was not asked again." }
        switch findings.difference(of: question.id, against: "last")?.verdict {
        case .higher: return "The share is clearly higher than it was."
        case .lower: return "The share is clearly lower than it was."
        case .noClearDifference: return "There is no clear change."
        case .tooFew: return "Too few people answered to say whether this has changed."
        case .shownNotCompared(let reason): return "The two are not compared, because \(reason.words)."
        case nil: return "The two waves are not compared."
        }
    }
}
