import SVG
import Scene
import Testing

@Suite struct SVGTests {
    /// A width that needs no fonts: half the size a letter.
    private struct EvenMeasurer: TextMeasurer {
        func width(of text: String, style: TextStyle) -> Double { Double(text.count) * style.size / 2 }
        func metrics(of style: TextStyle) -> FontMetrics {
            FontMetrics(ascent: style.size, descent: style.size / 4, capHeight: style.size * 0.7)
        }
    }

    @Test func aPictureInAPageHasNoVoiceOfItsOwn() {
        let svg = SVGWriter().inline(sample(EvenMeasurer()), idPrefix: "f1")
        #expect(
            svg == """
                <svg aria-hidden="true" focusable="false" \
                width="320" height="200" viewBox="0 0 320 200" font-family="Inter, sans-serif" font-size="20" \
                font-weight="700" fill="#1B1F24" text-rendering="geometricPrecision" \
                style="max-width:100%;height:auto;font-kerning:normal;\
                font-variant:no-common-ligatures no-contextual tabular-nums;white-space:pre">
                <defs>
                <pattern id="f1-hatch1" width="6" height="6" patternUnits="userSpaceOnUse" \
                patternTransform="rotate(-45)"><rect width="6" height="6" fill="#FFFFFF"/>\
                <rect y="2.5" width="6" height="1" fill="#767D84"/></pattern>
                </defs>
                <rect width="320" height="200" fill="#FFFFFF"/>
                <text x="10" y="30">Life is better</text>
                <rect x="10" y="50" width="200" height="30" fill="#12436D"/>
                <rect x="212" y="50" width="60" height="30" rx="4" fill="url(#f1-hatch1)"/>
                <text x="100" y="70" font-size="16" font-weight="600" fill="#FFFFFF">80%</text>
                <circle cx="30" cy="120" r="12" fill="#F46A25" stroke="#1B1F24" stroke-width="1.5"/>
                <path d="M10 150H310" fill="none" stroke="#1B1F24"/>
                <path d="M60 110C70 100 80 140 90 130L60 130Z" fill="#12436D"/>
                <text x="10" y="180" font-size="16" font-weight="400">Ŵyn a’r ŷd – £1,234…</text>
                </svg>

                """)
    }

    @Test func aFileOfItsOwnNamesItsLanguageAndKeepsToTheMeasuredWidths() {
        let svg = SVGWriter(language: "cy").standalone(sample(EvenMeasurer()), fontFaces: nil)
        #expect(svg.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" lang="cy" role="img""#))
        #expect(svg.contains(#"textLength="140" lengthAdjust="spacingAndGlyphs">Life is better</text>"#))
        #expect(!svg.contains("<style>"))
    }

    @Test func figuresAndTrackingThatDifferFromTheRestAreSaid() {
        let plain = TextStyle(size: 10, color: blue)
        let large = TextStyle(weight: .bold, size: 100, color: blue, figures: .proportional, tracking: -0.035)
        func line(_ text: String, _ style: TextStyle) -> Node {
            .text(TextLine(text, style: style, origin: .zero, advance: 10))
        }
        let mixed = Picture(
            size: Size(100, 100), title: "T", alternative: "A", background: nil,
            nodes: [line("a", plain), line("b", plain), line("75", large)])
        let svg = SVGWriter().inline(mixed, idPrefix: "f")
        #expect(
            svg.contains(
                #"font-weight="700" letter-spacing="-3.5" style="font-variant-numeric:proportional-nums">75"#),
            "\(svg)")
        var alone = mixed
        alone.nodes = [line("75", large), line("10", plain), line("80", large)]
        let root = SVGWriter().inline(alone, idPrefix: "f")
        #expect(root.contains("no-contextual proportional-nums;"))
        #expect(root.contains(#"letter-spacing="0" style="font-variant-numeric:tabular-nums">10"#), "\(root)")
    }

    @Test func aFileOfItsOwnIsOneImageWithANameAndADescription() {
        let svg = SVGWriter().standalone(sample(EvenMeasurer()), fontFaces: nil)
        #expect(svg.contains(#"role="img" aria-labelledby="title" aria-describedby="desc""#))
        let title = "<title id=\"title\">Most say &quot;better&quot; &amp; few &lt;worse&gt;</title>\n"
        #expect(svg.contains(title))
        #expect(svg.contains("<desc id=\"desc\">Two bars.</desc>"))
    }

    @Test func linesInARowThatLookAlikeAreOnePath() {
        func line(_ x: Double, _ color: Color) -> Node {
            .shape(Shape(.line(from: Point(x, 0), to: Point(x, 9)), stroke: Stroke(color, width: 1)))
        }
        let picture = Picture(
            size: Size(9, 9), title: "", alternative: "", background: nil,
            nodes: [line(1, ink), line(2, ink), line(3, blue)])
        let svg = SVGWriter().inline(picture, idPrefix: "p")
        let lines = "<path d=\"M1 0V9M2 0V9\" fill=\"none\" stroke=\"#1B1F24\"/>\n<path d=\"M3 0V9\""
        #expect(svg.contains(lines))
    }

    @Test func embeddedFontsStandInAStyleElement() {
        let svg = SVGWriter().standalone(sample(EvenMeasurer()), fontFaces: "@font-face{font-family:'Inter'}")
        #expect(svg.contains("<style>@font-face{font-family:'Inter'}</style>"))
        #expect(!svg.contains("textLength"))
    }

    @Test func twoPicturesInAPageShareNoIds() {
        let picture = sample(EvenMeasurer())
        func ids(_ prefix: String) -> Set<Substring> {
            Set(
                SVGWriter().inline(picture, idPrefix: prefix).split(separator: "id=\"").dropFirst().map {
                    $0.prefix { $0 != "\"" }
                })
        }
        #expect(ids("a").count == 1)
        #expect(ids("a").isDisjoint(with: ids("b")))
    }

    @Test func signsThatXMLCannotHoldAreShownAsUnknown() {
        let picture = Picture(
            size: Size(1, 1), title: "a\u{0}b\u{B}", alternative: "tab\tstays", background: nil, nodes: [])
        let svg = SVGWriter().standalone(picture, fontFaces: nil)
        #expect(svg.contains("a\u{FFFD}b\u{FFFD}</title>"))
        #expect(svg.contains("tab\tstays</desc>"))
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64FollowsItsRFC(text: String, encoded: String) {
        #expect(base64(Array(text.utf8)) == encoded)
    }
}
