internal import CCairo
internal import Scene

extension Typeface {
    /// The glyphs of the characters that most charts are made of: ASCII, quotation marks, dashes, a few
    /// signs.
    var everydayGlyphs: [UInt32] {
        let characters =
            String((0x20..<0x7F).map { Character(Unicode.Scalar($0)) }) + "‘’“”–—…±×£°·•≤≥→\u{A0}"
        return [TextStyle.Figures.tabular, .proportional].flatMap { figures in
            shape(characters, figures: figures).glyphs.map(\.id)
        }
    }

    /// The outline of a glyph at size 1, downwards as in a scene.
    func outline(of glyph: UInt32) -> [PathStep] {
        let trace = Trace(scale: 1 / unitsPerEm)
        shim_glyph_outline(font, glyph, Self.tracing, Unmanaged.passUnretained(trace).toOpaque())
        return trace.steps
    }

    /// What HarfBuzz tells of an outline, step by step.
    private final class Trace {
        var steps: [PathStep] = []
        private let scale: Double

        init(scale: Double) { self.scale = scale }

        func point(_ x: Float, _ y: Float) -> Point { Point(Double(x) * scale, -Double(y) * scale) }
    }

    private static func trace(_ data: UnsafeMutableRawPointer?, _ body: (Trace) -> Void) {
        guard let data else { return }
        body(Unmanaged<Trace>.fromOpaque(data).takeUnretainedValue())
    }

    /// HarfBuzz's own words for the steps; made once, never changed, never freed.
    private nonisolated(unsafe) static let tracing: OpaquePointer? = {
        let funcs = hb_draw_funcs_create()
        hb_draw_funcs_set_move_to_func(
            funcs, { _, data, _, x, y, _ in trace(data) { $0.steps.append(.move($0.point(x, y))) } }, nil, nil
        )
        hb_draw_funcs_set_line_to_func(
            funcs, { _, data, _, x, y, _ in trace(data) { $0.steps.append(.line($0.point(x, y))) } }, nil, nil
        )
        // A curve of one control point is told as one of two.
        hb_draw_funcs_set_cubic_to_func(
            funcs,
            { _, data, _, x1, y1, x2, y2, x, y, _ in
                trace(data) {
                    $0.steps.append(
                        .curve($0.point(x, y), control1: $0.point(x1, y1), control2: $0.point(x2, y2)))
                }
            }, nil, nil)
        hb_draw_funcs_set_close_path_func(
            funcs, { _, data, _, _ in trace(data) { $0.steps.append(.close) } }, nil, nil)
        hb_draw_funcs_make_immutable(funcs)
        return funcs
    }()
}
