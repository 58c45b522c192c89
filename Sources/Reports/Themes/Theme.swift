import Charts
import Diagnostics
import Scene
package import Survey

/// The looks of everything that is made of a report: see docs/formats/theme.md.
package struct Theme: Hashable, Sendable {
    /// A colour with the name and the place that the file gives it.
    struct Swatch: Hashable, Sendable {
        var name: String
        var color: Color
        /// Nil where the file leaves it to poet's own.
        var location: SourceLocation?

        init(_ name: String, _ color: Color, at location: SourceLocation? = nil) {
            self.name = name
            self.color = color
            self.location = location
        }
    }

    /// How the front page of a PDF begins.
    package enum Front: String, CaseIterable, Hashable, Sendable {
        /// The title in white on a band of the main colour.
        case band
        /// The title in the main colour on the paper.
        case plain
    }

    var id = "poet"
    /// A family of `Fonts/` that has all three weights.
    var family = "Inter"
    var front = Front.band

    /// Words.
    var ink = Swatch("ink", Color(0x1B_1F24))
    /// Notes and sources.
    var quiet = Swatch("quiet", Color(0x4A_5159))
    /// Thin lines.
    var rule = Swatch("rule", Color(0xC9_CFD4))
    /// Links, headings of print, numbers that carry a message, bands.
    var main = Swatch("main", Color(0x12_436D))
    /// Behind boxes.
    var ground = Swatch("ground", Color(0xEE_F3F8))
    /// What must be read with care.
    var attention = Swatch("attention", Color(0xA6_400F))
    var attentionGround = Swatch("attentionGround", Color(0xFD_F2E4))
    /// Below the bar of a notice on the web page.
    var attentionRule = Swatch("attentionRule", Color(0xC8_7A1E))

    var charts = ChartColors()
    /// The signs of the parties, in order.
    package var logos: [PartyLogo] = []
    /// A style sheet with rules for the web page alone, put after poet's own.
    var style: String?

    /// The paper that everything is on.
    static let paper = Swatch("the paper", .white)

    /// The colours of the marks of charts.
    struct ChartColors: Hashable, Sendable {
        /// The line of a likely range.
        var range = Swatch("range", Color(0x4C_92D0))
        /// Gridlines that only help the eye.
        var grid = Swatch("grid", Color(0xE1_E5E8))
        /// Behind a bar, up to 100 %.
        var track = Swatch("track", Color(0xF0_F2F4))
        /// Around pale fills.
        var outline = Swatch("outline", Color(0x76_7D84))
        var scale = Dictionary(
            uniqueKeysWithValues: Self.scaleNames.map { ($0.name, Swatch($0.name, $0.color)) })
        var categories = Palette().categories.enumerated().map { Swatch("categories[\($0 + 1)]", $1) }
        /// Groups of people side by side.
        var groups = Palette().groups.enumerated().map { Swatch("groups[\($0 + 1)]", $1) }
        /// A short line, a diamond, a ring.
        var comparators = [Palette().tick, Palette().diamond, Palette().ring].enumerated()
            .map { Swatch("comparators[\($0 + 1)]", $1) }

        /// The ends and steps of ordered answers, by the names that the file has for them.
        static let scaleNames:
            [(name: String, color: Color, path: any WritableKeyPath<Palette, Color> & Sendable)] = [
                ("strongPositive", Palette().positiveStrong, \.positiveStrong),
                ("positive", Palette().positiveLight, \.positiveLight),
                ("neutral", Palette().neutral, \.neutral),
                ("secondNeutral", Palette().secondNeutral, \.secondNeutral),
                ("negative", Palette().negativeLight, \.negativeLight),
                ("strongNegative", Palette().negativeStrong, \.negativeStrong),
            ]
    }
}
