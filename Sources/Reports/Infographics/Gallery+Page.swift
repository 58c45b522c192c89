package import Diagnostics
import Scene

extension Gallery {
    /// A picture as the page shows it.
    package struct Drawn: Sendable {
        package var item: Item
        package var png: [UInt8]
        package var alternative: String
        /// In pixels of the page.
        package var width: Int
        package var height: Int
    }

    /// Draws one picture, small.
    package static func drawn(
        _ item: Item, of wave: WaveFolder, folder: String, library: Library, studio: Studio
    ) throws(Failure) -> Drawn {
        switch item.content {
        case .chart(let chart):
            let picture = try wave.chart(chart, of: folder, library: library, measurer: studio.fonts)
            return Drawn(
                item: item, png: try studio.bytes(of: picture, as: .png, scale: 1, date: ""),
                alternative: picture.alternative, width: Int(picture.size.width.rounded(.up)),
                height: Int(picture.size.height.rounded(.up)))
        case .infographic(let template, let size):
            let pages = try wave.infographics(
                template, sizes: [size], of: folder, library: library, studio: studio,
                log: DiagnosticLog())
            guard let page = pages.first else { throw Failure("the infographic '\(template)' is empty") }
            // A third of a page's width is enough to judge it; screens are shown at half their pixels.
            let scale = page.pixelsPerPoint > 1 ? 480 / page.size.width : 0.5
            return Drawn(
                item: item,
                png: try page.laid(by: studio).bytes(as: .png, from: studio, scale: scale, date: ""),
                alternative: page.alternative, width: Int((page.size.width * scale).rounded(.up)),
                height: Int((page.size.height * scale).rounded(.up)))
        }
    }

    /// The page that shows the pictures beside it.
    package func html(_ drawn: [Drawn]) -> String {
        let isChart = { (one: Drawn) in if case .chart = one.item.content { true } else { false } }
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>\(Self.escaped(title))</h1>
            <p>\(Self.escaped(note))</p>
            \(section("Charts", drawn.filter(isChart)))\(section("Infographics", drawn.filter { !isChart($0) }))</main>
            </body>
            </html>

            """
    }

    private static let style = """
        body{margin:0;background:#fff;color:#1b1f24;font:1.0625rem/1.5 Inter,Arial,Helvetica,sans-serif}\
        main{max-width:76rem;margin:0 auto;padding:1.5rem 1rem 3rem}\
        h1{font-size:2.25rem;line-height:1.2;color:#12436d}h2{margin-top:3rem}h3{margin:0 0 .25rem}\
        .items{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,34rem),1fr));gap:2.5rem 2rem}\
        .item p{margin:.25rem 0}code{overflow-wrap:anywhere;color:#4a5159}\
        img{max-width:100%;height:auto;border:1px solid #c9cfd4;margin-top:.5rem}
        """

    private func section(_ title: String, _ drawn: [Drawn]) -> String {
        if drawn.isEmpty { return "" }
        var text = "<h2>\(title)</h2>\n<div class=\"items\">\n"
        for one in drawn {
            let (item, code) = (one.item, Self.code(one.item))
            text += "<div class=\"item\">\n<h3>\(Self.escaped(item.title))</h3>\n"
            text += "<p>\(Self.escaped(item.use))</p>\n<p><code>\(Self.escaped(code))</code></p>\n"
            text += "<img src=\"\(item.name).png\" width=\"\(one.width)\" height=\"\(one.height)\" "
            text += "alt=\"\(Self.escaped(one.alternative))\">\n</div>\n"
        }
        return text + "</div>\n"
    }

    private static func code(_ item: Item) -> String {
        switch item.content {
        case .chart(let chart): "chart:\(chart)"
        case .infographic(let template, let size): "--template \(template) --size \(size)"
        }
    }

    private static func escaped(_ text: String) -> String { InfographicText.escapedHTML(text) }
}
