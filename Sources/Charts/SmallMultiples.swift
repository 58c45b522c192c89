/// The same rows for each of several groups, a panel a group, all on one scale.
package struct SmallMultiples: Chart, Hashable {
    package struct Panel: Hashable, Sendable {
        package var title: String
        /// "n 41"; empty where the cells have bases of their own.
        package var base: String

        package init(_ title: String, base: String) {
            self.title = title
            self.base = base
        }
    }

    package struct Row: Hashable, Sendable {
        package var label: String
        /// One a panel, in their order.
        package var cells: [ShareBars.Content]

        package init(_ label: String, cells: [ShareBars.Content]) {
            self.label = label
            self.cells = cells
        }
    }

    package var words: ChartWords
    package var panels: [Panel]
    package var rows: [Row]
    package var readingNotes: [String] = []

    package init(words: ChartWords, panels: [Panel], rows: [Row]) {
        self.words = words
        self.panels = panels
        self.rows = rows
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        SmallMultiplesLayout(chart: self, width: width, type: type).body()
    }

    package var spoken: String {
        let panels = panels.enumerated().map { index, panel in
            let cells = rows.map { row -> String in
                switch row.cells.indices.contains(index) ? row.cells[index] : .words("not shown") {
                case .share(_, let label): return "\(row.label) \(label)"
                case .words(let words): return "\(row.label): \(words)"
                }
            }
            let base = panel.base.isEmpty ? "" : " (\(panel.base))"
            return "\(panel.title)\(base): \(cells.joined(separator: "; "))."
        }
        return (["Bars in a panel for each group."] + panels).joined(separator: " ")
    }
}
