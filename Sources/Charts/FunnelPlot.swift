/// A dot for each body by how many people answered and their share, with the limits within which chance alone would
/// leave them: not a league table, since only this body is named.
package struct FunnelPlot: Chart, Hashable {
    package struct Point: Hashable, Sendable {
        /// How many people answered.
        package var base: Double
        /// 0 to 100.
        package var percent: Double

        package init(base: Double, percent: Double) {
            self.base = base
            self.percent = percent
        }
    }

    /// The limits at one base, in percent.
    package struct Limits: Hashable, Sendable {
        package var base: Double
        package var inner: ClosedRange<Double>
        package var outer: ClosedRange<Double>

        package init(base: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
            self.base = base
            self.inner = inner
            self.outer = outer
        }
    }

    /// The key's words, and that of the axis below.
    package struct Labels: Hashable, Sendable {
        package var own: String
        package var others: String
        package var target: String
        package var inner: String
        package var outer: String
        package var axis: String

        package init(
            own: String, others: String, target: String, inner: String, outer: String, axis: String
        ) {
            self.own = own
            self.others = others
            self.target = target
            self.inner = inner
            self.outer = outer
            self.axis = axis
        }
    }

    package var words: ChartWords
    package var labels: Labels
    /// This body's; nil where it may not be shown.
    package var own: Point?
    /// The others', without names, in no order of merit.
    package var others: [Point]
    /// The share that all are held against, in percent.
    package var target: Double
    /// By rising base.
    package var limits: [Limits]
    package var readingNotes: [String] = []

    package init(
        words: ChartWords, labels: Labels, own: Point?, others: [Point], target: Double, limits: [Limits]
    ) {
        self.words = words
        self.labels = labels
        self.own = own
        self.others = others
        self.target = target
        self.limits = limits
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        FunnelPlotLayout(chart: self, width: width, type: type).body()
    }

    package var spoken: String {
        "Funnel plot of \(others.count + (own == nil ? 0 : 1)) dots. \(labels.own). \(labels.target)."
    }
}
