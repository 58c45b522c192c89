import Diagnostics
import Drawing
import Files
import Reading
import Scene
import Survey

/// Reads a theme (`poet-theme/1`) and refuses one that cannot be read by everybody.
struct ThemeReader {
    private let log: DiagnosticLog
    /// The folder of the file: what it names lies beside it.
    private let folder: String
    /// The families and weights that there are: "Inter bold".
    private let fonts: [String]

    /// The theme of a file.
    ///
    /// Throws every fault at once: unknown keys, colours that are none, fonts that are not there, and each pair of
    /// colours whose contrast is too low, with the ratio found and the one required.
    static func read(_ file: String, fonts: [String]) throws(Failure) -> Theme {
        let log = DiagnosticLog()
        let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        let reader = ThemeReader(log: log, folder: folder, fonts: fonts)
        let theme = reader.theme(try DataFile.read(file))
        log.add(theme.contrastFaults + theme.likenessFaults)
        try log.check()
        return theme
    }

    private func theme(_ node: DataNode) -> Theme {
        var fields = Fields(node, of: "the theme", log: log)
        defer { fields.finish() }
        fields.format("poet-theme/1")
        var theme = Theme()
        theme.id = fields.identifier("id") ?? ""
        _ = fields.optionalText("title")
        if let node = fields.node("font"), let family = fields.optionalText("font") {
            theme.family = family
            check(family, at: node.location)
        }
        theme.front = fields.optionalChoice("front", Theme.Front.self) ?? .band
        if let node = fields.node("colours") { colors(node, into: &theme) }
        if let node = fields.node("charts") { theme.charts = charts(node) }
        theme.logos = PartyLogo.read(fields.list("logos"), log: log).map { $0.below(folder) }
        theme.style = style(&fields)
        return theme
    }

    private func check(_ family: String, at location: SourceLocation) {
        var families: [String] = []
        for style in fonts {
            let name = style.split(separator: " ").dropLast().joined(separator: " ")
            if !families.contains(name) { families.append(name) }
        }
        guard families.contains(family) else {
            log.error(
                "there is no font '\(family)' in Fonts/", at: location,
                hints: hints(forUnknown: family, among: families, listing: "fonts"))
            return
        }
        for weight in ["regular", "semibold", "bold"] where !fonts.contains("\(family) \(weight)") {
            log.error("the font '\(family)' has no weight '\(weight)' in Fonts/", at: location)
        }
    }

    private func colors(_ node: DataNode, into theme: inout Theme) {
        var fields = Fields(node, of: "'colours'", log: log)
        theme.ink = swatch(theme.ink, &fields)
        theme.quiet = swatch(theme.quiet, &fields)
        theme.rule = swatch(theme.rule, &fields)
        theme.main = swatch(theme.main, &fields)
        theme.ground = swatch(theme.ground, &fields)
        theme.attention = swatch(theme.attention, &fields)
        theme.attentionGround = swatch(theme.attentionGround, &fields)
        theme.attentionRule = swatch(theme.attentionRule, &fields)
        fields.finish()
    }

    private func charts(_ node: DataNode) -> Theme.ChartColors {
        var charts = Theme.ChartColors()
        var fields = Fields(node, of: "'charts'", log: log)
        charts.range = swatch(charts.range, &fields)
        charts.grid = swatch(charts.grid, &fields)
        charts.track = swatch(charts.track, &fields)
        charts.outline = swatch(charts.outline, &fields)
        if let node = fields.node("scale") {
            var scale = Fields(node, of: "'scale'", log: log)
            for (name, swatch) in charts.scale.sorted(by: { $0.key < $1.key }) {
                charts.scale[name] = self.swatch(swatch, &scale)
            }
            scale.finish()
        }
        charts.categories = swatches("categories", charts.categories, &fields)
        charts.groups = swatches("groups", charts.groups, &fields)
        charts.comparators = swatches("comparators", charts.comparators, &fields)
        fields.finish()
        return charts
    }

    /// The colour of a key; the one that it stands for where the file has none.
    private func swatch(_ swatch: Theme.Swatch, _ fields: inout Fields) -> Theme.Swatch {
        guard let node = fields.node(swatch.name), let color = color(node, swatch.name) else { return swatch }
        return Theme.Swatch(swatch.name, color, at: node.location)
    }

    /// A list of colours, as many as poet's own list has.
    private func swatches(_ name: String, _ own: [Theme.Swatch], _ fields: inout Fields) -> [Theme.Swatch] {
        let nodes = fields.list(name)
        guard fields.has(name) else { return own }
        if nodes.count != own.count {
            log.error(
                "'\(name)' has \(nodes.count) colours, expected \(own.count)",
                at: fields.node(name)?.location)
            return own
        }
        return zip(own, nodes).map { own, node in
            color(node, own.name).map { Theme.Swatch(own.name, $0, at: node.location) } ?? own
        }
    }

    private func color(_ node: DataNode, _ name: String) -> Color? {
        if case .string(let text) = node.value, text.hasPrefix("#"), text.utf8.count == 7,
            let value = UInt32(text.dropFirst(), radix: 16)
        {
            return Color(value)
        }
        log.error(
            "'\(name)' is \(node.found), expected a colour such as \"#12436D\"", at: node.location,
            hints: ["put it in quotation marks: YAML takes what follows a bare # for a remark"])
        return nil
    }

    /// The rules of the web page; they may not load anything, nor end the element that they stand in.
    private func style(_ fields: inout Fields) -> String? {
        guard let node = fields.node("style"), let name = fields.optionalText("style") else { return nil }
        let path = "\(folder)/\(name)"
        guard FileStore.exists(path) else {
            log.error("there is no style sheet '\(path)'", at: node.location)
            return nil
        }
        guard let source = log.collect({ () throws(Failure) in try SourceText.load(path: path) }) else {
            return nil
        }
        for word in ["</", "@import", "url(", "expression("] where source.text.lowercased().contains(word) {
            log.error(
                "the style sheet '\(path)' holds '\(word)', which a report's page may not",
                at: node.location,
                hints: ["a page loads nothing: colours, fonts and logos belong in the theme itself"])
        }
        return source.text
    }
}
