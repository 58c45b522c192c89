import Diagnostics
import Reading

/// The areas of wellbeing that the Care Act 2014 names in section 1(2), in its order and in short.
package enum CareAct {
    package static let wellbeing = [
        "Personal dignity", "Physical and mental health and emotional wellbeing",
        "Protection from abuse and neglect", "Control over day-to-day life",
        "Participation in work, education, training or recreation", "Social and economic wellbeing",
        "Domestic, family and personal relationships", "Suitability of living accommodation",
        "Contribution to society",
    ]
}

extension Fields {
    /// A text or a list of texts.
    mutating func tags(_ name: String) -> [String] {
        guard let node = node(name) else { return [] }
        if case .list = node.value { return texts(name) }
        return optionalText(name).map { [$0] } ?? []
    }

    /// Areas of wellbeing: those of the Care Act, or a body's own; a slip in one of the Act's is an error.
    mutating func wellbeingTags() -> [String] {
        let tags = tags("wellbeing")
        for tag in tags where !CareAct.wellbeing.contains(tag) {
            guard let near = nearestName(to: tag, in: CareAct.wellbeing) else { continue }
            log.error(
                "'\(tag)' is no area of wellbeing of the Care Act", at: node("wellbeing")?.location,
                hints: ["did you mean '\(near)'?"])
        }
        return tags
    }
}
