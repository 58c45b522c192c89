package import Survey

extension DisclosureAudit {
    /// The audit as a page of Markdown for a data protection officer.
    ///
    /// It is private: it names the ranges.
    package func page(instrument: Instrument) -> String {
        let shown = bodies.map(\.name).joined(separator: ", ")
        var lines = [
            "# Disclosure audit: \(wave)", "",
            "Private. This page tells how closely withheld numbers can be guessed: keep it with the raw results.",
            "",
            "## Result", "", result, "",
            "## What is held, where, and who sees it", "",
            "| Where | What | Who |", "|---|---|---|",
            "| `private/` | counts of answers, no names and no single replies; the full audit | those who make the reports |",
            "| `published/` | the numbers that may be told, markers in place of the others; the public audit | everybody, with the reports made from it |",
            "", "Results in this release: \(shown).", "",
        ]
        if !silent.isEmpty {
            lines += [
                "Without consent, so in totals only: \(silent.map(\.name).joined(separator: ", ")).", "",
            ]
        }
        if !earlier.isEmpty {
            lines += ["Told before, so known to the outsider: \(earlier.joined(separator: ", ")).", ""]
        }
        lines += [
            "## The policy", "",
            "\(policy.title) (`\(policy.id)`), SHA-256 `\(policyDigest)`:", "",
        ]
        lines += policyLines.map { "- " + $0 } + ["", "## The worst case for each question", ""]
        lines += worstCases(instrument) + ["", "## What an outsider could work out", ""]
        lines += [
            "We took an outsider who knows all of this:", "",
        ]
        lines += Self.assumptions.map { "- " + $0 } + [""]
        lines += tried + [""]
        return lines.joined(separator: "\n")
    }

    private var result: String {
        if policy.id == Policy.asPublished {
            return
                "The publisher controlled these results. They pass as they are, and nothing in them was judged."
        }
        if entries.isEmpty { return "**Nothing is withheld**, so there is nothing to work out." }
        let tables = "\(counted(entries.count, "number")) in \(counted(tableCount, "table"))"
        return exposed.isEmpty
            ? "**Safe.** \(tables) withheld; none can be worked out more closely than the policy allows."
            : "**Not safe.** \(tables) withheld; \(counted(exposed.count, "number")) can be worked out too closely."
    }

    private var tableCount: Int {
        Set(entries.map { [$0.question, $0.body.id, $0.group, $0.category] }).count
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private var policyLines: [String] {
        [
            "a row of fewer than \(policy.withholdBelow) answers is withheld; of fewer than \(policy.percentagesFrom) it shows no percentages",
            "counts of 1 to \(max(1, policy.protectWhole - 1)) are protected among everybody, of 1 to \(max(1, policy.protectGroups - 1)) in groups",
            "a zero among negative answers may be told where at least \(policy.zeroNegativeFrom) people answered",
            "a total holds at least \(policy.minimumCouncils) councils, and so does what is left when others are taken from it",
            policy.rounding == .five ? "counts are rounded to the nearest 5" : "counts are exact",
        ]
    }

    private func worstCases(_ instrument: Instrument) -> [String] {
        var lines = ["| Question | Withheld | Surest guess | Where |", "|---|---:|---|---|"]
        for question in instrument.questions {
            let own = entries.filter { $0.question == question.id }
            guard let worst = own.min(by: { ($0.width ?? .max) < ($1.width ?? .max) }) else { continue }
            let range = worst.range.high.map { "\(worst.range.low) to \($0)" } ?? "\(worst.range.low) or more"
            let group = worst.category.map { ", \(worst.group ?? "") \($0)" } ?? ""
            lines.append(
                "| \(question.label) | \(own.count) | \(range) | \(worst.body.name)\(group), `\(worst.cell)` |"
            )
        }
        return lines.count == 2 ? ["No question has withheld numbers."] : lines
    }

    private var tried: [String] {
        guard !entries.isEmpty else { return ["There was nothing to try: no number is withheld."] }
        let small = entries.filter(\.isPrimary).count
        let before = entries.filter(\.isToldBefore).count
        let inexact = entries.filter { !$0.range.isExact }.count
        var lines = [
            "- **Taking what is shown from its total**: tried for every row, group, region and total at once; "
                + (exposed.isEmpty ? "failed for all." : "worked for \(counted(exposed.count, "number"))."),
            "- **The least and the greatest that each withheld number can be**, by linear programming over every sum and then "
                + "in whole numbers: \(counted(entries.count, "number")), \(small) of them protected for their own sake.",
            "- **Reading the marker**: it is the same whether a number is small or only protects another.",
        ]
        if before > 0 {
            lines.append(
                "- **Earlier releases** leave less doubt about \(counted(before, "number")) than the policy asks for. "
                    + "This release adds nothing to what they tell.")
        }
        if inexact > 0 {
            lines.append(
                "- For \(counted(inexact, "number")) the range in whole numbers is not proved; each was judged by "
                    + "solutions that were found, so it is no narrower than stated.")
        }
        return lines
    }
}
