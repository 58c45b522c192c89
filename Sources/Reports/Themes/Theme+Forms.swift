package import Charts
import Diagnostics
import Reading
import Scene
package import Typesetting

// The theme as each writer takes it.
extension Theme {
    /// The looks of charts and infographics.
    package var chart: ChartTheme {
        var theme = ChartTheme()
        theme.family = family
        theme.ink = ink.color
        theme.quiet = quiet.color
        theme.rule = rule.color
        theme.grid = charts.grid.color
        theme.track = charts.track.color
        theme.main = main.color
        theme.range = charts.range.color
        for (name, _, path) in ChartColors.scaleNames {
            if let swatch = charts.scale[name] { theme.palette[keyPath: path] = swatch.color }
        }
        theme.attention = attention.color
        theme.palette.groups = charts.groups.map(\.color)
        theme.palette.categories = charts.categories.map(\.color)
        theme.palette.groups[0] = main.color
        theme.palette.outline = charts.outline.color
        theme.palette.tick = charts.comparators[0].color
        theme.palette.diamond = charts.comparators[1].color
        theme.palette.ring = charts.comparators[2].color
        return theme
    }

    /// The looks of printed pages: those of a kind of document in this font and these colours.
    ///
    /// A kind of document that has a font of its own, as Easy Read does, keeps it.
    package func print(on base: PrintTheme = .standard) -> PrintTheme {
        var theme = base
        if base.family == PrintTheme.standard.family { theme.family = family }
        theme.hasBand = front == .band
        theme.ink = ink.color
        theme.quiet = quiet.color
        theme.rule = rule.color
        theme.ground = ground.color
        theme.main = main.color
        theme.attention = attention.color
        theme.attentionGround = attentionGround.color
        return theme
    }

    /// The rules that name the colours and the font of a web page; poet's style sheet uses them by name.
    var css: String {
        let colors = [
            ("ink", ink), ("quiet", quiet), ("rule", rule), ("main", main), ("main-pale", ground),
            ("warm", attention), ("warm-pale", attentionGround), ("warm-rule", attentionRule),
        ]
        let lines = colors.map { "  --\($0): \($1.color.hex);" } + ["  --font: '\(family)';"]
        return ":root {\n" + lines.joined(separator: "\n") + "\n}\n"
    }

    /// The whole style sheet of a web page: colours and font, poet's rules, the theme's own.
    func styleSheet(of library: Library, adding more: String = "") throws(Failure) -> String {
        let sheet = try SourceText.load(path: library.share + "/Templates/frames/report.css").text
        return [css, sheet, more, style ?? ""].joined(separator: "\n")
    }
}
