internal import Scene

/// The title and what it is about, on the main colour: across the top, or at the left.
struct InfographicBand {
    let isAtLeft: Bool
    /// The least that it needs.
    let height: Double
    private let title: TextBlock
    private let subtitle: TextBlock
    private let width: Double
    private let x: Double
    private let edge: Double
    private let gap: Double
    private let color: Color

    init(_ infographic: Infographic, format: InfographicFormat, panel: Double, drawing: InfographicDrawing) {
        isAtLeft = panel > 0
        width = isAtLeft ? panel : format.width
        x = format.margin
        let room = isAtLeft ? width - format.margin - format.gutter : width - 2 * format.margin
        title = drawing.title(infographic.title, width: room)
        subtitle = drawing.subtitle(infographic.subtitle, width: room)
        edge = isAtLeft ? format.margin : drawing.sizes.title * 0.85
        gap = subtitle.height > 0 ? drawing.sizes.title * (isAtLeft ? 0.4 : 0.12) : 0
        height = edge + title.height + gap + subtitle.height + edge
        color = drawing.theme.main
    }

    /// The band as high as given; at the left, the subtitle stands at its foot.
    func section(height: Double, bleed: Double) -> InfographicSheet.Section {
        let rect = Rect(
            x: -bleed, y: -bleed, width: width + (isAtLeft ? 1 : 2) * bleed, height: height + bleed)
        let low = isAtLeft ? height - edge - subtitle.height : edge + title.height + gap
        return .init(
            name: "band",
            parts: [
                .init(.decoration, [.shape(Shape(.rect(rect, radius: 0), fill: .color(color)))]),
                .init(.title, title.nodes(x: x, y: edge)),
                .init(.text, subtitle.nodes(x: x, y: low)),
            ])
    }
}
