package import Scene

/// Where an answer stands on its scale.
package enum Polarity: Hashable, Sendable {
    case positive, neutral, negative
}

/// The colours of the marks.
///
/// What keeps two marks apart is never colour alone: neighbouring segments are parted by a white gap and
/// carry their value, comparison marks differ in shape. On scales of up to five answers no two look the same in grey
/// either: the negative side is lighter than the positive one, step by step. On long scales neighbours of one side come
/// as close as 1.2:1; there the gap, the label and the order do the work.
package struct Palette: Hashable, Sendable {
    package var positiveStrong = Color(0x12_436D)
    package var positiveLight = Color(0x35_79B8)
    package var neutral = Color(0xD5_D9DC)
    package var secondNeutral = Color(0xB4_BABF)
    package var negativeLight = Color(0xCE_7826)
    package var negativeStrong = Color(0x9C_3A0C)
    /// Categories without order, dark and light by turns so that neighbours differ in grey too.
    package var categories: [Color] = [
        Color(0x12_436D), Color(0x26_958B), Color(0x80_1650), Color(0xE6_5C14), Color(0x3D_3D3D),
        Color(0xA2_85D1), Color(0x5C_4400),
    ]
    /// Groups or audiences side by side, in their order: each differs from each other to every eye, and in grey.
    package var groups: [Color] = [
        Color(0x12_436D), Color(0xE6_5C14), Color(0x1A_6E67), Color(0xD9_CFEE),
    ]
    /// Around pale fills, and the lines of a hatch; at least 3:1 on white.
    package var outline = Color(0x76_7D84)

    package var tick = Color(0xE6_5C14)
    package var diamond = Color(0x80_1650)
    package var ring = Color(0x3D_3D3D)

    package init() {}

    package func comparison(_ mark: DotPlot.Mark) -> Color {
        switch mark {
        case .tick: tick
        case .diamond: diamond
        case .ring: ring
        }
    }

    /// The colour of a group by its place.
    package func group(_ index: Int) -> Color { groups[index % groups.count] }

    /// A colour an answer, in the order of the questionnaire.
    ///
    /// The strongest answer of a side has the side's dark end; steps get lighter towards the middle. A single negative
    /// answer is lighter than the side's dark end, so that in grey it is not taken for a positive one. Whichever side the questionnaire begins with, positive stays blue. Answers that are all neutral have no
    /// order: they take the categories' colours.
    package func colors(of answers: [Polarity]) -> [Color] {
        let neutrals = answers.count { $0 == .neutral }
        if neutrals == answers.count && neutrals > 1 {
            return answers.indices.map { categories[$0 % categories.count] }
        }
        let positives = steps(
            from: positiveStrong, to: positiveLight, count: answers.count { $0 == .positive })
        let negativeCount = answers.count { $0 == .negative }
        let negatives =
            negativeCount == 1
            ? [negativeStrong.mixed(with: negativeLight, positives.count > 1 ? 1 : 0.5)]
            : steps(from: negativeStrong, to: negativeLight, count: negativeCount)
        let isPositiveFirst = answers.first { $0 != .neutral } != .negative
        var sides = [
            Polarity.positive: isPositiveFirst ? positives : positives.reversed(),
            .negative: isPositiveFirst ? negatives.reversed() : negatives,
            .neutral: (0..<neutrals).map { $0 % 2 == 0 ? neutral : secondNeutral },
        ]
        return answers.map { sides[$0]?.removeFirst() ?? neutral }
    }

    private func steps(from strong: Color, to light: Color, count: Int) -> [Color] {
        (0..<count).map { strong.mixed(with: light, count > 1 ? Double($0) / Double(count - 1) : 0) }
    }
}
