import Diagnostics
import Drawing
import Scene

/// The folder of the repository's fonts, found from this file.
let fontFolder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Fonts"

let ink = Color(0x1B1F24)
let blue = Color(0x12436D)

/// A line of text set in Inter, measured.
func line(
    _ string: String, x: Double, y: Double, size: Double = 16, weight: TextStyle.Weight = .regular,
    family: String = "Inter", color: Color = ink, measurer: any TextMeasurer
) -> Node {
    let style = TextStyle(family: family, weight: weight, size: size, color: color)
    return .text(
        TextLine(
            string, style: style, origin: Point(x, y), advance: measurer.width(of: string, style: style)))
}

/// A small picture with one of everything.
func sample(_ measurer: any TextMeasurer) -> Picture {
    let hatch = Fill.hatch(line: Color(0x767D84), ground: .white, spacing: 6, width: 1)
    return Picture(
        size: Size(320, 200), title: "Most say \"better\" & few <worse>", alternative: "Two bars.",
        background: .white,
        nodes: [
            line("Life is better", x: 10, y: 30, size: 20, weight: .bold, measurer: measurer),
            .group(
                Group(
                    "bars", offset: Point(10, 50),
                    nodes: [
                        .shape(
                            Shape(
                                .rect(Rect(x: 0, y: 0, width: 200, height: 30), radius: 0), fill: .color(blue)
                            )),
                        .shape(
                            Shape(.rect(Rect(x: 202, y: 0, width: 60, height: 30), radius: 4), fill: hatch)),
                        line("80%", x: 90, y: 20, weight: .semibold, color: .white, measurer: measurer),
                    ])),
            .shape(
                Shape(
                    .circle(center: Point(30, 120), radius: 12), fill: .color(Color(0xF46A25)),
                    stroke: Stroke(ink, width: 1.5))),
            .shape(Shape(.line(from: Point(10, 150), to: Point(310, 150)), stroke: Stroke(ink, width: 1))),
            .shape(
                Shape(
                    .path([
                        .move(Point(60, 110)),
                        .curve(Point(90, 130), control1: Point(70, 100), control2: Point(80, 140)),
                        .line(Point(60, 130)), .close,
                    ]), fill: .color(blue))),
            line("Ŵyn a’r ŷd – £1,234…", x: 10, y: 180, measurer: measurer),
        ])
}

/// The messages of the failure that `work` ends with.
func messages(_ work: () throws(Failure) -> Void) -> [String] {
    do {
        try work()
        return []
    } catch {
        return error.diagnostics.map { ([$0.message] + $0.hints).joined(separator: " | ") }
    }
}
