import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }

/// Draws many invented charts at widths of 320 to 1600 and hands over each.
private func forEachDrawing<Chart>(
    seed: UInt64, count: Int, of chart: (inout SplitMix64) -> Chart,
    drawn: (Chart, Double, ChartParts) -> Picture, check: (Chart, Picture) -> Void
) {
    var generator = SplitMix64(seed: seed)
    for round in 0..<count {
        let model = chart(&generator)
        let width = Double(320 + generator.below(1281))
        check(model, drawn(model, width, round % 2 == 0 ? .all : .marksOnly))
    }
}

private func forEachBars(seed: UInt64, count: Int, check: (StackedBars, Picture) -> Void) {
    forEachDrawing(
        seed: seed, count: count, of: { $0.stackedBars() },
        drawn: { $0.picture(width: $1, measurer: measurer, parts: $2) }, check: check)
}

private func forEachPlot(seed: UInt64, count: Int, check: (DotPlot, Picture) -> Void) {
    forEachDrawing(
        seed: seed, count: count, of: { $0.dotPlot() },
        drawn: { $0.picture(width: $1, measurer: measurer, parts: $2) }, check: check)
}

private func forEachShares(seed: UInt64, count: Int, check: (ShareBars, Picture) -> Void) {
    forEachDrawing(
        seed: seed, count: count, of: { $0.shareBars() },
        drawn: { $0.picture(width: $1, measurer: measurer, parts: $2) }, check: check)
}

@Test func aBarIsAsLongAsItsShareAndItsValueStandsInsideExactlyWhenItFitsWithSixToSpare() {
    forEachShares(seed: 21, count: 400) { chart, picture in
        var lengthsOfOne: [Double] = []
        for (row, drawnRow) in zip(chart.rows, picture.nodes.flatMap { $0.groups(named: "row ") }) {
            let groups = Node.group(drawnRow.group).groups(named: "bar").filter { $0.group.name == "bar" }
            #expect(groups.count == row.bars.count)
            for (bar, drawn) in zip(row.bars, groups) {
                guard case .share(let percent, let label) = bar.content else { continue }
                let texts = drawn.group.nodes.flatMap(\.lines)
                #expect(texts.map(\.string) == [label])
                guard let text = texts.first else { continue }
                let boxes = bars(of: drawn.group)
                #expect(boxes.count == (percent > 0 ? 1 : 0))
                let length = boxes.first?.maxX ?? 0
                if percent >= 5 { lengthsOfOne.append(length / percent) }
                let isInside = text.origin.x < length
                #expect(isInside == (text.advance + 12 <= length))
                let gap = isInside ? length - text.origin.x - text.advance : text.origin.x - length
                #expect(abs(gap - 6) < 1e-9)
            }
        }
        #expect((lengthsOfOne.max() ?? 0) - (lengthsOfOne.min() ?? 0) < 1e-9)
    }
}

@Test func rowsKeepTheirOrderAndTheirDistance() {
    func check(_ labels: [String], _ picture: Picture) {
        let rows = picture.nodes.flatMap { $0.groups(named: "row ") }
        #expect(rows.map(\.group.name) == labels.map { "row \($0)" })
        let spans = rows.map { row in
            Node.group(row.group).boxes(measurer: measurer)
        }
        for (upper, lower) in zip(spans, spans.dropFirst()) {
            let bottom = upper.map(\.maxY).max() ?? 0
            let top = lower.map(\.minY).min() ?? .infinity
            #expect(bottom <= top, "\(labels)")
        }
    }
    forEachBars(seed: 13, count: 250) { check($0.rows.map(\.label), $1) }
    forEachPlot(seed: 14, count: 250) { check($0.rows.map(\.label), $1) }
    forEachShares(seed: 22, count: 250) { check($0.rows.map(\.label), $1) }
}

@Test func noLetterOfALabelIsLost() {
    func letters(_ texts: [String]) -> [Character: Int] {
        texts.joined().filter { $0 != " " }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    forEachBars(seed: 15, count: 250) { chart, picture in
        for (row, drawnRow) in zip(chart.rows, picture.nodes.flatMap { $0.groups(named: "row ") }) {
            let words = row.bars.flatMap { bar -> [String] in
                guard case .words(let words) = bar.content else { return [bar.label ?? "", bar.base] }
                return [bar.label ?? "", bar.base, words]
            }
            let drawn = letters(Node.group(drawnRow.group).strings)
            for (letter, count) in letters([row.label] + words) {
                #expect(drawn[letter, default: 0] >= count)
            }
        }
        let keys = picture.nodes.flatMap { $0.groups(named: "key ") }
        for (answer, key) in zip(chart.answers, keys) {
            #expect(letters([answer.label]) == letters(Node.group(key.group).strings))
        }
    }
}

@Test func noLetterOfAChartOfSharesIsLost() {
    func letters(_ texts: [String]) -> [Character: Int] {
        texts.joined().filter { $0 != " " }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    forEachShares(seed: 23, count: 250) { chart, picture in
        for (row, drawnRow) in zip(chart.rows, picture.nodes.flatMap { $0.groups(named: "row ") }) {
            let contents = row.bars.map { bar in
                switch bar.content {
                case .share(_, let label): label
                case .words(let words): words
                }
            }
            let drawn = letters(Node.group(drawnRow.group).strings)
            for (letter, count) in letters([row.label, row.base] + contents) {
                #expect(drawn[letter, default: 0] >= count)
            }
        }
        let keys = picture.nodes.flatMap { $0.groups(named: "key ") }.map { Node.group($0.group).strings }
        let names = chart.rows[0].bars.compactMap(\.label)
        #expect(keys.map(letters) == (names.count > 1 ? names.map { letters([$0]) } : []))
    }
}

@Test func theSegmentsOfABarFillItWithGapsOfTwo() {
    forEachBars(seed: 16, count: 400) { chart, picture in
        let bars = picture.nodes.flatMap { $0.groups(named: "bar") }.map { pieces(of: $0.group) }
        let ends = Set(bars.filter { !$0.isEmpty }.compactMap { $0.last?.maxX })
        #expect(ends.count <= 1, "all bars end together")
        for bar in bars where !bar.isEmpty {
            #expect(bar[0].minX == 0)
            for (left, right) in zip(bar, bar.dropFirst()) { #expect(abs(right.minX - left.maxX - 2) < 1e-9) }
            #expect(bar.allSatisfy { $0.size.width >= 1 - 1e-9 })
        }
    }
}

@Test func aValueIsPrintedInItsSegmentExactlyWhenItFitsWithSixToSpare() {
    forEachBars(seed: 17, count: 400) { chart, picture in
        for (model, row) in zip(chart.rows, picture.nodes.flatMap { $0.groups(named: "row ") }) {
            for (bar, drawn) in zip(model.bars, Node.group(row.group).groups(named: "bar")) {
                guard case .shares(let segments, _) = bar.content else { continue }
                for segment in segments where segment.percent > 0 {
                    let group = drawn.group.nodes.flatMap { $0.groups(named: "segment \(segment.answer)") }
                        .first
                    guard let group, let box = pieces(of: drawn.group, named: group.group.name).first else {
                        Issue.record("\(segment.label) of '\(model.label)' is not drawn")
                        continue
                    }
                    let size = picture.size.width >= 624 ? 15.0 : 14
                    let style = TextStyle(weight: .bold, size: size, color: .white)
                    let fits = measurer.width(of: segment.label, style: style) + 12 <= box.size.width
                    let strings = Node.group(group.group).strings
                    // Between the two layouts the margin decides which size is in use.
                    guard picture.size.width < 560 || picture.size.width >= 624 else { continue }
                    #expect(strings == (fits ? [segment.label] : []))
                }
            }
        }
    }
}

/// The visible boxes of the pieces of a bar, with their outlines.
private func pieces(of bar: Group, named name: String = "") -> [Rect] {
    bar.nodes.compactMap { node in
        guard case .group(let group) = node, group.name.hasPrefix(name),
            case .shape(let shape) = group.nodes.first,
            let box = shape.outline.box
        else { return nil }
        let edge = (shape.stroke?.width ?? 0) / 2
        return Rect(
            x: box.minX - edge, y: box.minY - edge, width: box.size.width + 2 * edge,
            height: box.size.height + 2 * edge)
    }
}

/// The visible boxes of a bar of one share, without the pale track behind it.
private func bars(of group: Group) -> [Rect] {
    group.nodes.compactMap { node in
        guard case .shape(let shape) = node, let box = shape.outline.box,
            shape.fill != .color(ChartTheme.standard.track)
        else { return nil }
        let edge = (shape.stroke?.width ?? 0) / 2
        return Rect(
            x: box.minX - edge, y: box.minY - edge, width: box.size.width + 2 * edge,
            height: box.size.height + 2 * edge)
    }
}
