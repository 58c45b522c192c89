internal import CCairo
internal import Diagnostics
internal import Scene

/// A cairo context over a surface: what pictures are painted on.
struct Canvas: ~Copyable {
    let context: OpaquePointer
    private let fonts: FontBook
    private let pixelsPerPoint: Double
    private let page: Rect

    init(
        surface: OpaquePointer, size: Size, fonts: FontBook, pixelsPerPoint: Double
    ) throws(Failure) {
        context = shim_create(surface)
        self.fonts = fonts
        self.pixelsPerPoint = pixelsPerPoint
        page = Rect(x: 0, y: 0, width: size.width, height: size.height)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, options)
        cairo_font_options_destroy(options)
        cairo_scale(context, pixelsPerPoint, pixelsPerPoint)
        try check()
    }

    deinit { cairo_destroy(context) }

    /// Fails if any drawing so far has failed.
    func check() throws(Failure) { try checkStatus(cairo_status(context)) }

    /// Runs `body` and puts the clip, the matrix and the source back as they were.
    func saved<E: Error>(_ body: () throws(E) -> Void) throws(E) {
        cairo_save(context)
        defer { cairo_restore(context) }
        try body()
    }

    /// Covers the whole surface, or the clip.
    func fill(with color: Color) {
        set(color)
        cairo_paint(context)
    }

    func paint(_ picture: Picture) throws(Failure) {
        if let background = picture.background {
            set(background)
            trace(page, radius: 0)
            cairo_fill(context)
        }
        try paint(picture.nodes)
        try check()
    }

    func paint(_ nodes: [Node]) throws(Failure) {
        for node in nodes { try paint(node, at: .zero) }
    }

    private func paint(_ node: Node, at offset: Point) throws(Failure) {
        switch node {
        case .group(let group):
            for node in group.nodes { try paint(node, at: offset.moved(by: group.offset)) }
        case .shape(let shape): paint(shape, at: offset)
        case .text(let line): try paint(line, at: offset)
        case .image(let image): try paint(image, at: offset)
        }
    }

    private func set(_ color: Color) {
        cairo_set_source_rgb(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    }

    private func paint(_ shape: Shape, at offset: Point) {
        cairo_new_path(context)
        trace(shape.outline, at: offset)
        var fill = shape.fill
        if case .line = shape.outline { fill = nil }
        switch fill {
        case nil: break
        case .color(let color):
            set(color)
            cairo_fill_preserve(context)
        case .hatch(let line, let ground, let spacing, let width):
            set(ground)
            cairo_fill_preserve(context)
            let outline = cairo_copy_path(context)
            saved { hatch(line, spacing: spacing, width: width) }
            cairo_new_path(context)
            cairo_append_path(context, outline)
            cairo_path_destroy(outline)
        }
        if let stroke = shape.stroke, stroke.width > 0 {
            set(stroke.color)
            cairo_set_line_width(context, stroke.width)
            cairo_set_line_cap(context, stroke.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
            cairo_set_line_join(context, stroke.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
            cairo_stroke_preserve(context)
            cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
        }
        cairo_new_path(context)
    }

    /// Draws the lines of a hatch inside the path, which becomes the clip.
    ///
    /// They lie where (x + y) / √2 = (k + ½) · spacing for whole k, counted from the picture's corner, as in the SVG.
    private func hatch(_ line: Color, spacing: Double, width: Double) {
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        cairo_fill_extents(context, &left, &top, &right, &bottom)
        cairo_clip(context)
        guard spacing > 0, width > 0 else { return }
        let step = spacing * 2.0.squareRoot()
        var index = ((left + top) / step - 1).rounded(.down)
        while (index + 0.5) * step < right + bottom + step {
            let sum = (index + 0.5) * step
            cairo_move_to(context, sum - (top - width), top - width)
            cairo_line_to(context, sum - (bottom + width), bottom + width)
            index += 1
        }
        set(line)
        cairo_set_line_width(context, width)
        cairo_stroke(context)
    }

    private func trace(_ outline: Outline, at offset: Point) {
        switch outline {
        case .rect(let rect, let radius):
            trace(rect.moved(by: offset), radius: min(radius, rect.size.width / 2, rect.size.height / 2))
        case .circle(let center, let radius):
            let center = center.moved(by: offset)
            cairo_new_sub_path(context)
            cairo_arc(context, center.x, center.y, radius, 0, 2 * Double.pi)
            cairo_close_path(context)
        case .line(let from, let to):
            cairo_move_to(context, from.x + offset.x, from.y + offset.y)
            cairo_line_to(context, to.x + offset.x, to.y + offset.y)
        case .path(let steps):
            for step in steps { trace(step, at: offset) }
        }
    }

    private func trace(_ rect: Rect, radius: Double) {
        guard radius > 0 else {
            cairo_rectangle(context, rect.minX, rect.minY, rect.size.width, rect.size.height)
            return
        }
        let quarter = Double.pi / 2
        cairo_new_sub_path(context)
        cairo_arc(context, rect.maxX - radius, rect.minY + radius, radius, -quarter, 0)
        cairo_arc(context, rect.maxX - radius, rect.maxY - radius, radius, 0, quarter)
        cairo_arc(context, rect.minX + radius, rect.maxY - radius, radius, quarter, 2 * quarter)
        cairo_arc(context, rect.minX + radius, rect.minY + radius, radius, 2 * quarter, 3 * quarter)
        cairo_close_path(context)
    }

    private func trace(_ step: PathStep, at offset: Point) {
        switch step {
        case .move(let point): cairo_move_to(context, point.x + offset.x, point.y + offset.y)
        case .line(let point): cairo_line_to(context, point.x + offset.x, point.y + offset.y)
        case .curve(let point, let control1, let control2):
            cairo_curve_to(
                context, control1.x + offset.x, control1.y + offset.y, control2.x + offset.x,
                control2.y + offset.y, point.x + offset.x, point.y + offset.y)
        case .close: cairo_close_path(context)
        }
    }

    private func paint(_ line: TextLine, at offset: Point) throws(Failure) {
        let style = line.style
        guard let (shaped, typeface) = fonts.shaped(line.string, style: style) else {
            return try fonts.check()
        }
        let origin = line.origin.moved(by: offset)
        var (glyphs, tracked) = ([cairo_glyph_t](), 0.0)
        glyphs.reserveCapacity(shaped.glyphs.count)
        for (index, glyph) in shaped.glyphs.enumerated() {
            if index > 0, glyph.byte != shaped.glyphs[index - 1].byte { tracked += style.tracking }
            glyphs.append(
                cairo_glyph_t(
                    index: UInt(glyph.id), x: origin.x + (glyph.x + tracked) * style.size,
                    y: origin.y + glyph.y * style.size))
        }
        set(style.color)
        typeface.select(in: context)
        cairo_set_font_size(context, style.size)
        // cairo 1.16 puts glyphs on whole pixels. Small text would be spaced unevenly: it is drawn as outlines.
        if style.size * pixelsPerPoint < 18 {
            cairo_glyph_path(context, glyphs, Int32(glyphs.count))
            cairo_fill(context)
        } else {
            cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
        }
    }

    private func paint(_ image: ImageNode, at offset: Point) throws(Failure) {
        let frame = image.frame.moved(by: offset)
        let source = try ImageSurface(png: image.png)
        guard source.width > 0, source.height > 0 else { return }
        saved {
            cairo_translate(context, frame.minX, frame.minY)
            cairo_scale(context, frame.size.width / source.width, frame.size.height / source.height)
            cairo_set_source_surface(context, source.surface, 0, 0)
            cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
            cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
            cairo_rectangle(context, 0, 0, source.width, source.height)
            cairo_fill(context)
        }
    }
}

/// Turns a cairo status into a failure, whichever it is.
func checkStatus(_ status: cairo_status_t) throws(Failure) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw Failure("drawing failed: \(String(cString: cairo_status_to_string(status)))")
}

extension ShapedLine {
    /// How many bytes of the text and how many glyphs belong together, from the left.
    var clusters: [(bytes: Int, glyphs: Int)] {
        var clusters: [(bytes: Int, glyphs: Int)] = []
        var index = 0
        while index < glyphs.count {
            var next = index + 1
            while next < glyphs.count, glyphs[next].byte == glyphs[index].byte { next += 1 }
            let end = next < glyphs.count ? glyphs[next].byte : text.count
            clusters.append((end - glyphs[index].byte, next - index))
            index = next
        }
        return clusters
    }
}
