/// A size of infographic: its page in points, and how small and how large its parts may be.
package struct InfographicFormat: Hashable, Sendable {
    /// Lengths in points.
    ///
    /// Of each there is a least and a most; a page uses the same place between them for all.
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
        /// Above and below the line between two rows.
        var air: Double

        /// The sizes at `ease` of the way from these to the larger ones.
        func eased(to most: Sizes, _ ease: Double) -> Sizes {
            func between(_ path: KeyPath<Sizes, Double>) -> Double {
                self[keyPath: path] + (most[keyPath: path] - self[keyPath: path]) * ease
            }
            return Sizes(
                title: between(\.title), subtitle: between(\.subtitle), heading: between(\.heading),
                sentence: between(\.sentence), hero: between(\.hero), label: between(\.label),
                note: between(\.note), foot: between(\.foot), bar: between(\.bar), barGap: between(\.barGap),
                person: between(\.person), air: between(\.air))
        }

        func scaled(_ factor: Double) -> Sizes {
            let none = Sizes(
                title: 0, subtitle: 0, heading: 0, sentence: 0, hero: 0, label: 0, note: 0, foot: 0, bar: 0,
                barGap: 0, person: 0, air: 0)
            return none.eased(to: self, factor)
        }
    }

    package let name: String
    package let width: Double
    package let height: Double
    let margin: Double
    let gutter: Double
    let least: Sizes
    let most: Sizes

    /// The smallest type on the page, in points.
    package var smallestType: Double { min(least.foot, least.note, least.label) }

    private static let smallA4 = Sizes(
        title: 24, subtitle: 11, heading: 12.5, sentence: 13, hero: 64, label: 10.5, note: 10, foot: 10,
        bar: 16, barGap: 5, person: 30, air: 12)
    private static let largeA4 = Sizes(
        title: 36, subtitle: 13.5, heading: 16, sentence: 17, hero: 124, label: 12.5, note: 11, foot: 10,
        bar: 21, barGap: 10, person: 50, air: 26)

    /// A page of A4, upright: 210 by 297 millimetres in points.
    package static let a4 = InfographicFormat(
        name: "a4", width: 595, height: 842, margin: 40, gutter: 25, least: smallA4, most: largeA4)
    /// A square picture for the web, 1080 pixels wide: type twice as large as on paper, as it is seen on telephones.
    package static let square = InfographicFormat(
        name: "square", width: 1080, height: 1080, margin: 64, gutter: 42, least: smallA4.scaled(2),
        most: largeA4.scaled(2.1))

    package static let all = [a4, square]
}
