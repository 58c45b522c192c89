import Findings
import Language
import Survey

/// The published numbers that a text may claim.
struct Facts {
    /// Why a claim is not supported, and what would be.
    struct Fault {
        var reason: String
        var hints: [String]
    }

    private var shares: [(id: FigureID, share: Percentage)] = []
    private var counts: Set<Int> = []
    private let audiences: [Instrument.Audience]

    init(_ results: ComparedResults) {
        audiences = results.instrument.audiences
        for body in results.bodies {
            guard let published = results.results(of: body) else { continue }
            if let councils = published.body.councils { counts.insert(councils) }
            for response in published.responses { add(response, of: body) }
            for table in published.tables { add(table, of: body, instrument: results.instrument) }
        }
    }

    private mutating func add(_ response: Response, of body: String) {
        counts.formUnion([response.replies.known, response.population, response.invited].compactMap { $0 })
        guard let rate = response.rate else { return }
        let id = FigureID(audience: response.audience, question: "responses", measure: "rate", body: body)
        shares.append((id, rate))
    }

    private mutating func add(_ table: PublishedTable, of body: String, instrument: Instrument) {
        if let base = table.base.known { counts.insert(base) }
        let audience = instrument.question(table.question)?.audience ?? ""
        for cell in table.cells + table.outside + [table.measure].compactMap({ $0 }) {
            if let count = cell.count { counts.insert(count) }
            guard let share = cell.share else { continue }
            let id = FigureID(
                audience: audience, question: table.question, group: table.group, category: table.category,
                measure: cell.answer, body: body)
            shares.append((id, share))
        }
    }

    /// What is wrong with a claim; nil where a figure supports it.
    ///
    /// A claim that names an audience ("of carers") is held against that audience's figures alone.
    func fault(of claim: NumberClaim) -> Fault? {
        let named = audiences.filter { audience in
            claim.people.map {
                "\(audience.singular) \(audience.plural)".lowercased().split(separator: " ").contains($0[...])
            }
                ?? false
        }
        let shares =
            named.isEmpty || named.count == audiences.count
            ? self.shares : self.shares.filter { share in named.contains { $0.id == share.id.audience } }
        switch claim.kind {
        case .percentage(let units, let decimals):
            let wanted = Percentage(units: units, decimals: decimals)
            if shares.contains(where: { $0.share.rounds(to: wanted) }) { return nil }
            return Fault(
                reason: "no published figure is that",
                hints: Self.nearest(to: wanted.double, among: shares).map { [$0] } ?? [])
        case .count(let count):
            if counts.contains(count) { return nil }
            let near = counts.min { (abs($0 - count), $0) < (abs($1 - count), $1) }
            return Fault(
                reason: "no published number is that",
                hints: near.map { ["the nearest published number is \(English.number($0))"] } ?? [])
        case .quantity(let quantity):
            let supports = shares.contains { figure in
                ShownPercentage(units: figure.share.units, decimals: figure.share.decimals).map(
                    quantity.holds) ?? false
            }
            if supports { return nil }
            let target = quantity.fraction.map { 100 * Double($0.numerator) / Double($0.denominator) } ?? 100
            return Fault(
                reason: "no published share is that",
                hints: Self.nearest(to: target, among: shares).map { [$0] } ?? [])
        case .ratio:
            return Fault(
                reason: "how many times one number is another is not checked by itself",
                hints: ["give both percentages instead, by their figures"])
        }
    }

    private static func nearest(to value: Double, among shares: [(id: FigureID, share: Percentage)])
        -> String?
    {
        let near = shares.min { abs($0.share.double - value) < abs($1.share.double - value) }
        return near.map { "the nearest figure is \($0.share.words): {{\($0.id)}}" }
    }
}

extension Base {
    /// The number told, of whatever kind.
    fileprivate var known: Int? {
        switch self {
        case .exact(let count), .rounded(let count, _), .surveyWide(let count): count
        case .unknown, .withheld: nil
        }
    }
}

extension Percentage {
    /// Whether this is the other at the other's decimals, rounded half up once.
    fileprivate func rounds(to other: Percentage) -> Bool {
        guard decimals >= other.decimals else { return false }
        let scale = (other.decimals..<decimals).reduce(1) { scale, _ in scale * 10 }
        return (2 * units + scale) / (2 * scale) == other.units
    }
}

extension QuantityClaim {
    /// The fraction that the claim is about.
    fileprivate var fraction: Fraction? {
        switch self {
        case .exactly(let fraction), .about(let fraction), .justOver(let fraction), .moreThan(let fraction),
            .justUnder(let fraction), .nearly(let fraction), .fewerThan(let fraction):
            fraction
        case .almostAll: nil
        }
    }
}
