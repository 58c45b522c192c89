package import Scene

/// The looks of a chart: font, type sizes, colours.
package struct ChartTheme: Hashable, Sendable {
    /// The type sizes of one layout, in points (CSS pixels), none below 12.
    package struct Sizes: Hashable, Sendable {
        package var title = 20.0
        package var subtitle = 16.0
        package var label = 16.0
        package var key = 15.0
        package var value = 15.0
        package var base = 14.0
        package var note = 14.0
    }

    package var family = "Inter"
    package var ink = Color(0x1B_1F24)
    package var quiet = Color(0x4A_5159)
    package var rule = Color(0xC9_CFD4)
    /// Gridlines that only help the eye.
    package var grid = Color(0xE1_E5E8)
    /// Behind a bar, up to 100 %.
    package var track = Color(0xF0_F2F4)
    package var background = Color.white
    /// The mark of this body and the line of its likely range.
    package var main = Color(0x12_436D)
    package var range = Color(0x4C_92D0)
    /// What needs attention.
    package var attention = Color(0xA6_400F)
    package var palette = Palette()
    package var wide = Sizes()
    package var narrow = Sizes(
        title: 18, subtitle: 15, label: 15, key: 14, value: 14, base: 13, note: 13)

    package static let standard = ChartTheme()

    package init() {}
}

/// What of a chart is drawn.
package enum ChartParts: Hashable, Sendable {
    /// A file that stands alone: title, subtitle, key, marks, notes, source, on a ground with a margin.
    case all
    /// Key and marks only, without ground or margin: the page around prints the words.
    case marksOnly
}
