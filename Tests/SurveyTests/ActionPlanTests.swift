import Diagnostics
import Reading
import Survey
import TestSupport
import Testing

struct ActionPlanTests {
    private func read(_ text: String) throws(Failure) -> ActionPlan {
        try ActionPlan.read(YAMLReader.read(SourceText(text, file: "action-plan.yaml")))
    }

    @Test func everyPartOfAPlanIsRead() throws {
        let plan = try read(good)
        #expect(plan.note == "INVENTED.")
        #expect(
            plan.areas.map(\.link) == [.figure("holders.safe.positive@this"), .finding("not-working.safe")])
        #expect(plan.areas.map(\.title) == ["Feeling safe", "Nights"])
        let action = try #require(plan.areas.first?.actions.first)
        #expect([action.who, action.by, action.done] == ["We", "2027-03-31", "Done in May."])
        #expect(plan.areas[1].actions.isEmpty)
    }

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try read(text) } == slip.said)
    }

    @Test(arguments: ["spring 2027", "2027", "2027-03-31"]) func aDayOrWordsSayByWhen(_ by: String) throws {
        let plan = try read(good.replacing("2027-03-31", with: by))
        #expect(plan.areas.first?.actions.first?.by == by)
    }
}

private let good = """
    format: poet-action-plan/1
    note: INVENTED.
    areas:
      - figure: holders.safe.positive@this
        area: Feeling safe
        why: Few said so.
        actions:
          - {action: Mend the lights., who: We, by: 2027-03-31, done: Done in May.}
      - {finding: not-working.safe, area: Nights, actions: []}

    """

private let slips = [
    Slip(
        "  - figure: holders.safe.positive@this\n    area", "  - area",
        "action-plan.yaml:4:5: the area names neither a figure nor a finding | add 'figure:' with an id such as holders.dignity.positive@this, or 'finding:'"
    ),
    Slip(
        "{finding: not-working.safe,", "{finding: a, figure: b,",
        "action-plan.yaml:9:5: the area names a figure and a finding, expected one | add 'figure:' with an id such as holders.dignity.positive@this, or 'finding:'"
    ),
    Slip("area: Nights, ", "", "action-plan.yaml:9:5: the area has no 'area'"),
    Slip("action: Mend the lights., ", "", "action-plan.yaml:8:9: the action has no 'action'"),
    Slip(
        "by: 2027-03-31", "by: 2027-02-31",
        "action-plan.yaml:8:49: 'by' is '2027-02-31', expected a date such as 2027-03-31, or words"),
    Slip(
        "who: We", "whom: We",
        "action-plan.yaml:8:36: unknown key 'whom' in the action | did you mean 'who'?"),
]
