internal import Diagnostics
internal import PDFFinishing
internal import Scene

/// Draws the pages of a PDF, and gathers the fonts and images that they use.
struct PagePen {
    private let fonts: FontBook
    /// Whether letters are drawn as outlines: for a printer's machines.
    private let outlinesText: Bool
    /// Whether fonts hold the everyday characters, used or not: a chart then costs no subset of its own.
    private let sharesFonts: Bool
    private var pages = DrawnPages()
    private var used: [UsedFont] = []
    private var images: [[UInt8]: Int] = [:]
    private var stream = ContentStream(height: 0)

    /// The numbers of the glyphs at hand, kept so that not every one needs an array.
    private var ids: [UInt16] = []

    /// A font of the file, with its glyphs so far by their numbers.
    private struct UsedFont {
        let typeface: Typeface
        let source: EmbeddingFont
        var glyphs: [EmbeddedFont.Glyph?] = []
    }

    init(fonts: FontBook, outlinesText: Bool, sharesFonts: Bool) {
        self.sharesFonts = sharesFonts
        self.fonts = fonts
        self.outlinesText = outlinesText
    }

    mutating func draw(_ page: TaggedPage) throws(Failure) {
        stream = ContentStream(height: page.size.height)
        for (number, piece) in page.pieces.enumerated() {
            stream.begin(piece.part, number: number)
            for node in piece.nodes { try draw(node, at: .zero) }
            stream.end()
        }
        pages.contents.append(stream.bytes)
    }

    /// All pages with their fonts.
    consuming func finish() throws(Failure) -> DrawnPages {
        for font in used {
            let glyphs = font.glyphs.compactMap(\.self)
            let ids = glyphs.map(\.id)
            let typeface = font.typeface
            let program =
                try sharesFonts
                ? font.source.program(of: ids) { typeface.everydayGlyphs } : font.source.program(of: ids)
            let metrics = font.typeface.metrics
            pages.fonts.append(
                EmbeddedFont(
                    name: font.typeface.postScriptName, program: program, glyphs: glyphs,
                    ascent: thousandths(metrics.ascent), descent: thousandths(-metrics.descent),
                    capHeight: thousandths(metrics.capHeight)))
        }
        return pages
    }

    private mutating func draw(_ node: Node, at offset: Point) throws(Failure) {
        switch node {
        case .group(let group):
            for node in group.nodes { try draw(node, at: offset.moved(by: group.offset)) }
        case .shape(let shape): draw(shape, at: offset)
        case .text(let line): try draw(line, at: offset)
        case .image(let image): try draw(image, at: offset)
        }
    }
}

// MARK: Shapes

extension PagePen {
    private mutating func draw(_ shape: Shape, at offset: Point) {
        var fill = shape.fill
        if case .line = shape.outline { fill = nil }
        let stroke = shape.stroke.flatMap { $0.width > 0 ? $0 : nil }
        if case .hatch(let line, let ground, let spacing, let width)? = fill {
            stream.setFill(ground)
            trace(shape.outline, at: offset)
            stream.paint(.fill)
            stream.save()
            trace(shape.outline, at: offset)
            stream.paint(.clip)
            hatch(shape.outline.bounds.moved(by: offset), Stroke(line, width: width), spacing: spacing)
            stream.restore()
            fill = nil
        }
        if case .circle(let center, let radius) = shape.outline, case .color(let color)? = fill, stroke == nil
        {
            return dot(at: center.moved(by: offset), radius: radius, color)
        }
        if let stroke { stream.setStroke(stroke) }
        guard fill != nil || stroke != nil else { return }
        if case .color(let color)? = fill { stream.setFill(color) }
        trace(shape.outline, at: offset)
        stream.paint(fill == nil ? .stroke : stroke == nil ? .fill : .fillAndStroke)
    }

    /// A filled circle, as a line of no length with round ends: a tenth of the bytes of its outline, and leaders are many.
    private mutating func dot(at center: Point, radius: Double, _ color: Color) {
        stream.setStroke(Stroke(color, width: 2 * radius, isRound: true))
        stream.move(to: center)
        stream.line(to: center)
        stream.paint(.stroke)
    }

    /// The lines of a hatch over a room, which is the clip.
    ///
    /// They lie where (x + y) / √2 = (k + ½) · spacing for whole k, counted from the picture's corner, as in the SVG.
    private mutating func hatch(_ room: Rect, _ stroke: Stroke, spacing: Double) {
        guard spacing > 0, stroke.width > 0 else { return }
        stream.setStroke(stroke)
        let step = spacing * 2.0.squareRoot()
        var index = ((room.minX + room.minY) / step - 1).rounded(.down)
        while (index + 0.5) * step < room.maxX + room.maxY + step {
            let sum = (index + 0.5) * step
            let (top, bottom) = (room.minY - stroke.width, room.maxY + stroke.width)
            stream.move(to: Point(sum - top, top))
            stream.line(to: Point(sum - bottom, bottom))
            index += 1
        }
        stream.paint(.stroke)
    }

    private mutating func trace(_ outline: Outline, at offset: Point) {
        switch outline {
        case .rect(let rect, let radius):
            let rect = rect.moved(by: offset)
            let radius = min(radius, rect.size.width / 2, rect.size.height / 2)
            if radius > 0 {
                trace(corners: rect, radius: radius)
            } else {
                stream.rectangle(rect)
            }
        case .circle(let center, let radius):
            let center = center.moved(by: offset)
            let around = Rect(
                x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
            trace(corners: around, radius: radius)
        case .line(let from, let to):
            stream.move(to: from.moved(by: offset))
            stream.line(to: to.moved(by: offset))
        case .path(let steps):
            for step in steps {
                switch step {
                case .move(let point): stream.move(to: point.moved(by: offset))
                case .line(let point): stream.line(to: point.moved(by: offset))
                case .curve(let point, let first, let second):
                    stream.curve(
                        to: point.moved(by: offset), first.moved(by: offset), second.moved(by: offset))
                case .close: stream.close()
                }
            }
        }
    }

    /// A rectangle with round corners; four of them without sides are a circle.
    ///
    /// A quarter of a circle as one curve is nowhere more than 0.03 % of the radius off with this distance of its control points.
    private mutating func trace(corners rect: Rect, radius: Double) {
        let pull = radius * (1 - 0.552_284_75)
        let (left, top, right, bottom) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
        let hasSides = (across: right - left > 2 * radius + 1e-6, down: bottom - top > 2 * radius + 1e-6)
        stream.move(to: Point(left + radius, top))
        if hasSides.across { stream.line(to: Point(right - radius, top)) }
        stream.curve(to: Point(right, top + radius), Point(right - pull, top), Point(right, top + pull))
        if hasSides.down { stream.line(to: Point(right, bottom - radius)) }
        stream.curve(
            to: Point(right - radius, bottom), Point(right, bottom - pull), Point(right - pull, bottom))
        if hasSides.across { stream.line(to: Point(left + radius, bottom)) }
        stream.curve(to: Point(left, bottom - radius), Point(left + pull, bottom), Point(left, bottom - pull))
        if hasSides.down { stream.line(to: Point(left, top + radius)) }
        stream.curve(to: Point(left + radius, top), Point(left, top + pull), Point(left + pull, top))
        stream.close()
    }
}

// MARK: Text

extension PagePen {
    private mutating func draw(_ line: TextLine, at offset: Point) throws(Failure) {
        let style = line.style
        guard let (shaped, typeface) = fonts.shaped(line.string, style: style) else {
            return try fonts.check()
        }
        let origin = line.origin.moved(by: offset)
        stream.setFill(style.color)
        if outlinesText { return outline(shaped, of: typeface, style: style, at: origin) }
        // Where the next run begins, and where the widths of its glyphs have led so far, at size 1.
        var (run, start, pen, font) = ([(id: UInt16, shift: Int)](), 0.0, 0.0, 0)
        func place(_ x: Double) -> Point { Point(origin.x + x * style.size, origin.y) }
        func flush(_ stream: inout ContentStream) {
            if !run.isEmpty { stream.show(run, font: font, size: style.size, at: place(start)) }
            run = []
        }
        let usual = typeface.usualGlyphs
        var index = 0
        var tracked = 0.0
        while index < shaped.glyphs.count {
            let first = index
            while index < shaped.glyphs.count, shaped.glyphs[index].byte == shaped.glyphs[first].byte {
                index += 1
            }
            let end = index < shaped.glyphs.count ? shaped.glyphs[index].byte : shaped.text.count
            let words = String(decoding: shaped.text[shaped.glyphs[first].byte..<end], as: UTF8.self)
            let needs = take(shaped.glyphs[first..<index], of: typeface, usual: usual, last: font, as: words)
            let isOdd = needs.isOdd || shaped.glyphs[first..<index].contains { $0.y != 0 }
            if isOdd || needs.font != font { flush(&stream) }
            font = needs.font
            if isOdd { stream.begin(standingFor: words) }
            for (glyph, id) in zip(shaped.glyphs[first..<index], ids) {
                let x = glyph.x + tracked
                if isOdd {
                    let at = Point(place(x).x, origin.y + glyph.y * style.size)
                    stream.show([(id, 0)], font: font, size: style.size, at: at)
                } else {
                    if run.isEmpty { (start, pen) = (x, x) }
                    let shift = thousandths(x - pen)
                    run.append((id, shift))
                    pen += (Double(shift) + width(of: id, in: font)) / 1000
                }
            }
            if isOdd { stream.end() }
            tracked += style.tracking
        }
        flush(&stream)
    }

    /// Notes the glyphs of some words: in which font of the file they are, and whether they stand for other words elsewhere.
    ///
    /// Their numbers in that font are `ids` then.
    ///
    /// - Parameter last: the font of the glyphs before, most often the same; 0 where there is none.
    private mutating func take(
        _ glyphs: ArraySlice<ShapedLine.Glyph>, of typeface: Typeface, usual: EmbeddingFont, last: Int,
        as words: String
    ) -> (font: Int, isOdd: Bool) {
        var source = usual
        ids.removeAll(keepingCapacity: true)
        for glyph in glyphs { if let id = source.number(of: glyph.id) { ids.append(id) } }
        if ids.count < glyphs.count {
            source = typeface.allGlyphs
            ids.removeAll(keepingCapacity: true)
            for glyph in glyphs { ids.append(source.number(of: glyph.id) ?? 0) }
        }
        let isLast = last > 0 && used[last - 1].source === source
        let font = isLast ? last - 1 : used.firstIndex { $0.source === source } ?? used.count
        if font == used.count { used.append(UsedFont(typeface: typeface, source: source)) }
        var isOdd = glyphs.count > 1
        for (glyph, id) in zip(glyphs, ids) {
            let place = Int(id)
            if place < used[font].glyphs.count, let known = used[font].glyphs[place] {
                isOdd = isOdd || known.text != words
                continue
            }
            let lack = place + 1 - used[font].glyphs.count
            if lack > 0 { used[font].glyphs += [EmbeddedFont.Glyph?](repeating: nil, count: lack) }
            // As the file writes it.
            let width = (typeface.advance(of: glyph.id) * 100_000).rounded() / 100
            used[font].glyphs[place] = EmbeddedFont.Glyph(
                id: id, width: width, text: glyphs.count > 1 ? "" : words)
        }
        return (font + 1, isOdd)
    }

    private func width(of id: UInt16, in font: Int) -> Double { used[font - 1].glyphs[Int(id)]?.width ?? 0 }

    private mutating func outline(
        _ line: ShapedLine, of typeface: Typeface, style: TextStyle, at origin: Point
    ) {
        var tracked = 0.0
        var isEmpty = true
        for (index, glyph) in line.glyphs.enumerated() {
            if index > 0, glyph.byte != line.glyphs[index - 1].byte { tracked += style.tracking }
            let place = Point(
                origin.x + (glyph.x + tracked) * style.size, origin.y + glyph.y * style.size)
            for step in typeface.outline(of: glyph.id) {
                func scaled(_ point: Point) -> Point {
                    Point(place.x + point.x * style.size, place.y + point.y * style.size)
                }
                isEmpty = false
                switch step {
                case .move(let point): stream.move(to: scaled(point))
                case .line(let point): stream.line(to: scaled(point))
                case .curve(let point, let first, let second):
                    stream.curve(to: scaled(point), scaled(first), scaled(second))
                case .close: stream.close()
                }
            }
        }
        if !isEmpty { stream.paint(.fill) }
    }
}

// MARK: Images

extension PagePen {
    private mutating func draw(_ image: ImageNode, at offset: Point) throws(Failure) {
        let number: Int
        if let known = images[image.png] {
            number = known
        } else {
            guard let drawn = try ImageSurface(png: image.png).drawn() else { return }
            pages.images.append(drawn)
            number = pages.images.count
            images[image.png] = number
        }
        stream.image(number, in: image.frame.moved(by: offset))
    }
}

private func thousandths(_ value: Double) -> Int { Int((value * 1000).rounded()) }
