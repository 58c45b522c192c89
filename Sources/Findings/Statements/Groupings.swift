import Survey

// Questions that share a scale, spoken of together.
extension FindingsReport {
    /// The measures of one audience on one scale, in the questionnaire's order.
    struct Row {
        let audience: String
        let scale: Scale
        let grouped: String
        let measures: [Measure]
        /// What few people answered: nothing is said of it but that it is left out.
        var leftOut: [Measure] = []
    }

    /// Rows of questions that are answered on one scale which has words for a list of them; what few people answered is left
    /// out of them.
    func steadyRows(of measures: [Measure]) -> [Row] {
        rows(of: measures.filter { !$0.isCaution }).map { row in
            var row = row
            row.leftOut = measures.filter {
                $0.isCaution && $0.question.audience == row.audience && $0.question.scale == row.scale.id
            }
            return row
        }
    }

    /// Rows of questions that are answered on one scale which has words for a list of them.
    func rows(of measures: [Measure]) -> [Row] {
        var keys: [(audience: String, scale: String)] = []
        for measure in measures
        where !keys.contains(where: { $0 == (measure.question.audience, measure.question.scale) }) {
            keys.append((measure.question.audience, measure.question.scale))
        }
        return keys.compactMap { key in
            guard let scale = instrument.scale(key.scale), let grouped = scale.grouped else { return nil }
            let inside = measures.filter {
                $0.question.audience == key.audience && $0.question.scale == key.scale
            }
            return Row(audience: key.audience, scale: scale, grouped: grouped, measures: inside)
        }
    }

    private var foregroundRows: [Row] {
        steadyRows(
            of: instrument.reportedQuestions.filter { instrument.isOutcome($0) }.compactMap { measure($0) }
        ).filter { $0.measures.count >= FindingRules.groupingFrom }
    }

    /// "More than 80% of budget holders said that things had got better when it came to …": a finding a band.
    func groupings() -> [Finding] {
        foregroundRows.flatMap { row in
            FindingRules.bands.indices.compactMap { index -> Finding? in
                let band = FindingRules.bands[index]
                let higher = FindingRules.bands[..<index]
                let inside = row.measures.filter { measure in
                    band.holds(measure) && !higher.contains { $0.holds(measure) }
                }.sorted { $0.share > $1.share }
                guard !inside.isEmpty else { return nil }
                return Finding(
                    id: "grouping.\(row.audience).\(row.scale.id).\(band.id)", kind: .grouping,
                    audience: row.audience,
                    grouping(inside, band: band, row: row))
            }
        }
    }

    private func grouping(_ measures: [Measure], band: FindingRules.Band, row: Row) -> [Sentence] {
        let claim = Sentence.Part.claim(band.claim, of: measures.map(\.figure))
        let people: Sentence = "\(claim) of \(given: instrument.plural(row.audience))"
        if measures.count == 1, let only = measures.first {
            return [("\(people) \(says(only.question)) (\(only.part))." as Sentence).capitalized]
        }
        return sentences("\(people.capitalized) \(given: row.grouped)", naming: measures.map(item))
    }

    /// The headline questions that no grouping speaks of.
    func headlines() -> [Finding] {
        let grouped = foregroundRows.flatMap(\.measures).map(\.question.id)
        return sound.filter { $0.question.isHeadline && !grouped.contains($0.question.id) }.map { measure in
            Finding(
                id: "headline.\(measure.question.audience).\(measure.question.id)", kind: .headline,
                audience: measure.question.audience, [statement(measure)])
        }
    }

    /// The highest and the lowest share of each row.
    func extremes() -> [Finding] {
        foregroundRows.compactMap { row in
            extremes(of: row).map {
                Finding(
                    id: "extremes.\(row.audience).\(row.scale.id)", kind: .extremes, audience: row.audience,
                    $0)
            }
        }
    }

    /// "Budget holders most often said … dignity in support (80%). The lowest share is for paid work (25%)."
    ///
    /// Where a share that few people stand behind lies further out, the sentence says so: "Where enough people answered, …".
    func extremes(of row: Row) -> [Sentence]? {
        guard row.measures.count >= FindingRules.extremesFrom,
            let high = row.measures.map(\.share).max(), let low = row.measures.map(\.share).min(), high != low
        else { return nil }
        let (most, least) = (
            row.measures.filter { $0.share == high }, row.measures.filter { $0.share == low }
        )
        let outside = (
            high: row.leftOut.contains { high < $0.share || high == $0.share },
            low: row.leftOut.contains { $0.share < low || low == $0.share }
        )
        let enough: Sentence = "Where enough people answered,"
        let people: Sentence = "\(given: instrument.plural(row.audience))"
        let start: Sentence = outside.high ? "\(enough) \(people)" : people.capitalized
        let end: Sentence = least.count == 1 ? "he lowest share is for" : "he lowest shares are for"
        return sentences("\(start) most often \(given: row.grouped)", naming: most.map(item))
            + sentences(outside.low ? "\(enough) t\(end)" : "T\(end)", naming: least.map(item))
    }
}
