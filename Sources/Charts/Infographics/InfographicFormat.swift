/// A size of infographic: its page in points, and how small and how large its parts may be.
package struct InfographicFormat: Hashable, Sendable {
    /// Whom the files of a size are for.
    package enum Channel: String, CaseIterable, Hashable, Sendable {
        case print, social
    }

    /// Where the title stands, on the main colour.
    enum Band: Hashable, Sendable {
        case top
        /// At the left, with this share of the page's width.
        case left(Double)
    }

    /// Lengths in points.
    ///
    /// Of each there is a least and a most.
    struct Sizes: Hashable, Sendable {
        var title: Double
        var subtitle: Double
        var heading: Double
        var sentence: Double
        var hero: Double
        var label: Double
        var note: Double
        var foot: Double
        var bar: Double
        var barGap: Double
        var person: Double
        /// The height of a picture beside a heading.
        var picture: Double
        /// Above and below the line between two rows.
        var air: Double

        /// How far from the least sizes to the most, 0 to 1: large numbers with their pictures, people, and all else.
        struct Ease {
            var numbers: Double
            var people: Double
            var words: Double
        }

        /// The sizes between these and the larger ones.
        func eased(to most: Sizes, _ ease: Ease) -> Sizes {
            func between(_ path: KeyPath<Sizes, Double>) -> Double {
                let share =
                    switch path {
                    case \.hero, \.picture: ease.numbers
                    case \.person: ease.people
                    default: ease.words
                    }
                return self[keyPath: path] + (most[keyPath: path] - self[keyPath: path]) * share
            }
            return Sizes(
                title: between(\.title), subtitle: between(\.subtitle), heading: between(\.heading),
                sentence: between(\.sentence), hero: between(\.hero), label: between(\.label),
                note: between(\.note), foot: between(\.foot), bar: between(\.bar), barGap: between(\.barGap),
                person: between(\.person), picture: between(\.picture), air: between(\.air))
        }

        func scaled(_ factor: Double) -> Sizes {
            let none = Sizes(
                title: 0, subtitle: 0, heading: 0, sentence: 0, hero: 0, label: 0, note: 0, foot: 0, bar: 0,
                barGap: 0, person: 0, picture: 0, air: 0)
            return none.eased(to: self, Ease(numbers: factor, people: factor, words: factor))
        }
    }

    package let name: String
    package let width: Double
    package let height: Double
    package let channel: Channel
    let margin: Double
    let gutter: Double
    let band: Band
    let least: Sizes
    let most: Sizes

    /// The smallest type on the page, in points.
    package var smallestType: Double { min(least.foot, least.note, least.label) }

    /// What a PNG of it is drawn at: 150 pixels an inch for paper, its own pixels for screens.
    package var pixelsPerPoint: Double { channel == .print ? 150.0 / 72 : 1 }

    /// Millimetres as points.
    package static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

    private static func paper(
        _ name: String, _ width: Double, _ height: Double, scale: Double, least: Sizes, most: Sizes
    ) -> InfographicFormat {
        InfographicFormat(
            name: name, width: points(width), height: points(height), channel: .print, margin: 40 * scale,
            gutter: 25 * scale, band: .top, least: least, most: most)
    }

    private static let smallA5 = Sizes(
        title: 18, subtitle: 10, heading: 11, sentence: 11.5, hero: 44, label: 10, note: 10, foot: 10,
        bar: 14.5, barGap: 3.5, person: 22, picture: 26, air: 8)
    private static let largeA5 = Sizes(
        title: 27, subtitle: 12, heading: 14, sentence: 15, hero: 120, label: 11.5, note: 10.5, foot: 10,
        bar: 19, barGap: 8, person: 40, picture: 40, air: 18)
    private static let smallA4 = Sizes(
        title: 24, subtitle: 11, heading: 12.5, sentence: 13, hero: 68, label: 10.5, note: 10, foot: 10,
        bar: 16, barGap: 5, person: 30, picture: 34, air: 12)
    private static let largeA4 = Sizes(
        title: 38, subtitle: 15, heading: 18, sentence: 19, hero: 190, label: 13.5, note: 11.5, foot: 10,
        bar: 24, barGap: 12, person: 56, picture: 58, air: 28)
    private static let smallSquare = Sizes(
        title: 52, subtitle: 27, heading: 33, sentence: 34, hero: 132, label: 28, note: 26, foot: 22,
        bar: 40, barGap: 10, person: 64, picture: 80, air: 18)
    private static let largeSquare = Sizes(
        title: 82, subtitle: 34, heading: 54, sentence: 56, hero: 420, label: 38, note: 34, foot: 26,
        bar: 62, barGap: 26, person: 170, picture: 150, air: 52)
    private static let smallWide = Sizes(
        title: 46, subtitle: 26, heading: 32, sentence: 32, hero: 130, label: 26, note: 24, foot: 20,
        bar: 36, barGap: 8, person: 56, picture: 70, air: 18)
    private static let largeWide = Sizes(
        title: 76, subtitle: 30, heading: 44, sentence: 46, hero: 300, label: 32, note: 28, foot: 23,
        bar: 50, barGap: 18, person: 100, picture: 120, air: 40)

    /// A leaflet, upright.
    package static let a5 = paper("a5", 148, 210, scale: 0.68, least: smallA5, most: largeA5)
    /// A page, upright.
    package static let a4 = paper("a4", 210, 297, scale: 1, least: smallA4, most: largeA4)
    /// A poster, upright: A4 at √2.
    package static let a3 = paper(
        "a3", 297, 420, scale: 2.0.squareRoot(), least: smallA4.scaled(2.0.squareRoot()),
        most: largeA4.scaled(2.0.squareRoot()))
    /// A square picture for posts, 1080 pixels wide: few messages in large type, as it is seen on telephones.
    package static let square = InfographicFormat(
        name: "square", width: 1080, height: 1080, channel: .social, margin: 64, gutter: 42, band: .top,
        least: smallSquare, most: largeSquare)
    /// A wide picture, 1200 by 630 pixels, as links are shown with: the title at its left.
    package static let wide = InfographicFormat(
        name: "wide", width: 1200, height: 630, channel: .social, margin: 48, gutter: 40, band: .left(0.36),
        least: smallWide, most: largeWide)

    package static let all = [a5, a4, a3, square, wide]
}
