package import Diagnostics
package import Reading

/// The areas that a body wants to work on, and what it will do: `action-plan.yaml`.
package struct ActionPlan: Hashable, Sendable {
    /// An area, linked to the figure that showed the need for it.
    package struct Area: Hashable, Sendable {
        package enum Link: Hashable, Sendable {
            case figure(String)
            case finding(String)
        }

        package var link: Link
        package var title: String
        /// Why it matters here, in the words of whoever wrote the plan.
        package var why: String?
        package var actions: [Action]
        /// Where the link stands.
        package var location: SourceLocation
    }

    package struct Action: Hashable, Sendable {
        package var action: String
        package var who: String?
        /// A day, written 2027-03-31, or words such as "spring 2027".
        package var by: String?
        /// What was done, written down as time goes on.
        package var done: String?
        package var location: SourceLocation
    }

    /// A line above the plan, such as that it is invented.
    package var note: String?
    package var areas: [Area]

    /// Reads `poet-action-plan/1`; whether its figures are there is for the report to say.
    package static func read(_ node: DataNode) throws(Failure) -> ActionPlan {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the action plan", log: log)
        fields.format("poet-action-plan/1")
        let note = fields.optionalText("note")
        let areas = fields.list("areas").compactMap { area($0, log) }
        fields.finish()
        try log.check()
        return ActionPlan(note: note, areas: areas)
    }

    private static func area(_ node: DataNode, _ log: DiagnosticLog) -> Area? {
        var fields = Fields(node, of: "the area", log: log)
        defer { fields.finish() }
        let title = fields.text("area")
        let why = fields.optionalText("why")
        let actions = fields.list("actions").compactMap { action($0, log) }
        let places = ["figure", "finding"].compactMap { fields.node($0)?.location }
        let (figure, finding) = (fields.optionalText("figure"), fields.optionalText("finding"))
        guard places.count == 1, let link = figure.map(Area.Link.figure) ?? finding.map(Area.Link.finding)
        else {
            if places.count != 1 {
                log.error(
                    "the area names \(places.isEmpty ? "neither a figure nor a finding" : "a figure and a finding, expected one")",
                    at: node.location,
                    hints: ["add 'figure:' with an id such as holders.dignity.positive@this, or 'finding:'"])
            }
            return nil
        }
        return title.map { Area(link: link, title: $0, why: why, actions: actions, location: places[0]) }
    }

    private static func action(_ node: DataNode, _ log: DiagnosticLog) -> Action? {
        var fields = Fields(node, of: "the action", log: log)
        defer { fields.finish() }
        let action = fields.text("action")
        let (who, by, done) = (
            fields.optionalText("who"), fields.optionalText("by"), fields.optionalText("done")
        )
        if let by, let place = fields.node("by")?.location, by.allSatisfy({ $0.isNumber || $0 == "-" }),
            by.count > 4, !WaveReader.isDate(by)
        {
            log.error("'by' is '\(by)', expected a date such as 2027-03-31, or words", at: place)
        }
        return action.map { Action(action: $0, who: who, by: by, done: done, location: node.location) }
    }
}
