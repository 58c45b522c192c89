package import Scene

/// Writes pictures as SVG with real text: selectable, searchable, the same bytes every time.
///
/// A screen reader never meets the pieces: a file is one image with a name and a description. Coordinates have two
/// decimals. Everything is presentation attributes, so pictures in one page cannot restyle each other.
package struct SVGWriter: Sendable {
    private let language: String

    package init(language: String = "en-GB") {
        self.language = language
    }

    /// A whole SVG file.
    ///
    /// `fontFaces` is CSS that embeds the fonts (`FontSubset.css`). Without it the reader's own fonts stand
    /// in, so each line is told its measured length and keeps to it.
    package func standalone(_ picture: Picture, fontFaces: String?) -> String {
        var body = SVGBody(idPrefix: "", fitsText: fontFaces == nil)
        for node in picture.nodes { body.add(node, at: .zero) }
        let size = picture.size
        var svg = #"<svg xmlns="http://www.w3.org/2000/svg" lang="\#(escaped(language))" role="img""#
        svg += #" aria-labelledby="title" aria-describedby="desc""#
        svg += #" width="\#(number(size.width))" height="\#(number(size.height))""#
        svg += frame(of: picture, body, style: textFeatures(body)) + ">\n"
        svg += "<title id=\"title\">\(escaped(picture.title))</title>\n"
        svg += "<desc id=\"desc\">\(escaped(picture.alternative))</desc>\n"
        if let fontFaces { svg += "<style>\(escaped(fontFaces))</style>\n" }
        return svg + content(of: picture, body) + "</svg>\n"
    }

    /// An `<svg>` element for an HTML page, whose fonts it uses.
    ///
    /// It has no voice of its own: the element around it says what it shows, once. The page's style says how it shrinks. `idPrefix` must be unique in the page:
    /// every id begins with it.
    package func inline(_ picture: Picture, idPrefix: String) -> String {
        var body = SVGBody(idPrefix: idPrefix + "-", fitsText: false)
        for node in picture.nodes { body.add(node, at: .zero) }
        let size = picture.size
        var svg = #"<svg aria-hidden="true" focusable="false""#
        svg += #" width="\#(number(size.width))" height="\#(number(size.height))""#
        svg += frame(of: picture, body, style: textFeatures(body)) + ">\n"
        return svg + content(of: picture, body) + "</svg>\n"
    }

    /// The features that texts are measured with, and spaces as they are written.
    private func textFeatures(_ body: SVGBody) -> String {
        let figures = (body.commonStyle?.figures ?? .tabular).css
        return "font-kerning:normal;font-variant:no-common-ligatures no-contextual \(figures);white-space:pre"
    }

    /// The attributes that both forms share: the view, the commonest text style, the text features.
    private func frame(of picture: Picture, _ body: SVGBody, style: String) -> String {
        var text = #" viewBox="0 0 \#(number(picture.size.width)) \#(number(picture.size.height))""#
        if let common = body.commonStyle {
            text += attributes(of: common, beside: nil) + #" text-rendering="geometricPrecision""#
        }
        return text + #" style="\#(style)""#
    }

    private func content(of picture: Picture, _ body: SVGBody) -> String {
        var text = body.hatches.isEmpty ? "" : "<defs>\n\(body.definitions)</defs>\n"
        if let background = picture.background {
            text +=
                "<rect width=\"\(number(picture.size.width))\" height=\"\(number(picture.size.height))\" "
                + "fill=\"\(background.hex)\"/>\n"
        }
        return text + body.elements
    }
}
