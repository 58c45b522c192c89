import Language
package import Survey

extension DisclosureAudit {
    /// The audit as a page of Markdown for a data protection officer.
    ///
    /// It is private: it names the ranges.
    package func page(instrument: Instrument, title: String) -> String {
        var lines = [
            "> [!kicker]", "> Private: for the data protection officer", "",
            "# Disclosure audit: \(title)", "", "> [!lead]", "> \(result)", "",
            "Keep this page with the raw results: it tells how closely withheld numbers can be guessed.", "",
            "## What is held, where, and who sees it", "",
            "| Where | What | Who |", "|---|---|---|",
            "| `private/` | counts of answers, no names and no single replies; the full audit | those who make the reports |",
            "| `published/` | the numbers that may be told, markers in place of the others; the public audit | everybody, with the reports made from it |",
            "",
        ]
        lines += bodiesTable
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

    /// How many numbers of each body are withheld.
    private var bodiesTable: [String] {
        guard policy.id != Policy.asPublished else {
            return ["Results in this release: \(bodies.map(\.name).joined(separator: ", ")).", ""]
        }
        let ofBody = Dictionary(grouping: entries) { $0.body.id }
        return [
            "| Results in this release | Numbers withheld | For their own sake | To protect others |",
            "|---|---:|---:|---:|",
        ]
            + bodies.map { body in
                let own = ofBody[body.id] ?? []
                let small = own.count(where: \.isPrimary)
                let counts = [own.count, small, own.count - small].map(English.number)
                return "| \(body.name) | \(counts.joined(separator: " | ")) |"
            } + [""]
    }

    private var tableCount: Int {
        Set(entries.map { [$0.question, $0.body.id, $0.group, $0.category] }).count
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(English.number(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    private var policyLines: [String] {
        [
            "a row of fewer than \(policy.withholdBelow) answers is withheld; of fewer than \(policy.percentagesFrom) it shows no percentages",
            "counts of \(small(policy.protectWhole)) are protected among everybody, of \(small(policy.protectGroups)) in groups",
            "between the least and the greatest that a withheld number can be there are at least \(policy.protectWhole) steps among everybody, \(policy.protectGroups) in groups",
            "a zero among negative answers may be told where at least \(policy.zeroNegativeFrom) people answered",
            "a total holds at least \(policy.minimumCouncils) councils, and so does what is left when others are taken from it",
            policy.rounding == .five
                ? "every published number comes from counts rounded to the nearest 5"
                : "published counts are exact, percentages whole",
        ]
    }

    /// The counts below a threshold: "1", "1 or 2", "1 to 4".
    private func small(_ threshold: Int) -> String {
        threshold <= 2 ? "1" : threshold == 3 ? "1 or 2" : "1 to \(threshold - 1)"
    }

    private func worstCases(_ instrument: Instrument) -> [String] {
        var lines: [String] = []
        for audience in instrument.audiences {
            let rows = instrument.questions.filter { $0.audience == audience.id }.compactMap { question in
                worstCase(of: question, in: instrument)
            }
            if rows.isEmpty { continue }
            lines += ["### \(audience.plural.prefix(1).uppercased())\(audience.plural.dropFirst())", ""]
            lines +=
                [
                    "| Question | Withheld | Surest guess | Steps wanted | Whose number |",
                    "|---|---:|---|---:|---|",
                ]
                + rows + [""]
        }
        guard !lines.isEmpty else { return ["No question has withheld numbers."] }
        let limited = entries.count(where: isLimited)
        if limited > 0 {
            let (are, them, none) =
                limited == 1 ? ("is", "it", "it") : ("are", "them", "any of them")
            lines += [
                "\(counted(limited, "number")) \(are) limited by a published total that is small itself: where everybody’s "
                    + "number is 0, so is each group’s. For \(them) fewer steps are wanted, all that the total leaves. "
                    + "Nothing else in the release narrows \(none) further.",
                "",
            ]
        }
        return [
            "For each question, the withheld number that an outsider comes closest to. “0 to 7” means: it can be any of "
                + "these, and nothing published tells which.", "",
        ] + lines
    }

    /// Whether a published total, or an earlier release, leaves less doubt than the policy asks for.
    private func isLimited(_ entry: Entry) -> Bool {
        entry.required < (entry.group == nil ? policy.protectWhole : policy.protectGroups)
    }

    private func worstCase(of question: Instrument.Question, in instrument: Instrument) -> String? {
        let own = entries.filter { $0.question == question.id }
        // What a published total limits by itself says nothing of how well the rest is kept.
        let open = own.filter { !isLimited($0) }
        guard let worst = (open.isEmpty ? own : open).min(by: { ($0.width ?? .max) < ($1.width ?? .max) })
        else { return nil }
        let range = worst.range.high.map { "\(worst.range.low) to \($0)" } ?? "\(worst.range.low) or more"
        let group = worst.group.flatMap { instrument.group($0) }
        let category = group?.categories.first { $0.id == worst.category }
        let place = group.map { ", \($0.title): \(category?.label ?? worst.category ?? "")" } ?? ""
        let answers = instrument.scale(of: question).map { scale in
            (scale.forms.flatMap(\.answers) + scale.answers + scale.outside).reduce(into: [String: String]())
            {
                if $0[$1.id] == nil { $0[$1.id] = $1.label }
            }
        }
        let cell = worst.cell.split(separator: "+").map { "“\(answers?[String($0)] ?? String($0))”" }
        let what = worst.cell == "base" ? "how many answered" : cell.joined(separator: " or ")
        let row = [
            question.label, English.number(own.count), range, String(worst.required),
            "\(worst.body.name)\(place): \(what)",
        ]
        return "| \(row.joined(separator: " | ")) |"
    }

    private var tried: [String] {
        guard !entries.isEmpty else { return ["There was nothing to try: no number is withheld."] }
        let small = entries.filter(\.isPrimary).count
        let before = entries.filter(\.isToldBefore).count
        let inexact = entries.filter { !$0.range.isExact }.count
        let outcome =
            exposed.isEmpty ? "Failed for every one" : "Worked for \(counted(exposed.count, "number"))"
        var lines = [
            "| What we tried | On | Result |", "|---|---|---|",
            "| Taking what is shown from its total: every row, group, region and total at once | "
                + "\(counted(entries.count, "number")) | \(outcome) |",
            "| Working out the least and the greatest that each withheld number can be, with all sums at once (linear "
                + "programming), then in whole numbers | \(counted(small, "number")) protected for their own sake, "
                + "\(English.number(entries.count - small)) beside them | \(outcome) |",
            "| Reading the marker | every marker | It is the same whether a number is small or only protects another |",
            "",
        ]
        if before > 0 {
            lines.append(
                "**Earlier releases** leave less doubt about \(counted(before, "number")) than the policy asks for. "
                    + "This release adds nothing to what they tell.")
        }
        if inexact > 0 {
            lines.append(
                "For \(counted(inexact, "number")) the range in whole numbers is not proved; each was judged by "
                    + "solutions that were found, so it is no narrower than stated.")
        }
        return lines
    }
}
