import Statistics
import Testing

@Suite struct LogisticVectors {
    @Test func logisticRegressionsAgreeWithTheReference() throws {
        try VectorFile("09_logistic").check { row in
            let columns = try row.texts("columns")
            #expect(columns.first == "intercept", "\(row.label)")
            #expect(try !row.text("name").isEmpty && !row.text("iterations_note").isEmpty)
            let groups = try row.records("rows").map { record in
                let values = try record.doubles("x")
                let group = CovariateGroup(
                    values: values, yes: try record.int("yes"), no: try record.int("no"))
                #expect(record.unread.isEmpty, "\(record.label): \(record.unread)")
                return try #require(group)
            }
            guard case .fitted(let model)? = LogisticRegression.fit(groups) else {
                Issue.record("\(row.label): no fit")
                return
            }
            #expect(try row.int("dfResid") == model.residualDegrees, "\(row.label)")
            try row.expect("coef", model.coefficients, noise: 1e-12)
            try row.expect("se", model.standardErrors)
            try row.expect("z", model.z, noise: 1e-11)
            try row.expect("p", model.pValues)
            try row.expect("oddsRatio", model.oddsRatios)
            try row.expect("waldCI95", model.oddsRatioIntervals(.ninetyFive))
            // A model with as many coefficients as groups loses nothing; the reference is left with 1e-15.
            try row.expect("deviance", model.deviance, noise: model.residualDegrees == 0 ? 1e-12 : 0)
            guard row.has("standardised") else { return }
            let record = try #require(row.records("standardised").first)
            let index = try #require(columns.dropFirst().firstIndex(of: record.text("variable")))
            let comparison = model.standardised(index - 1)
            try record.expect("p1", comparison?.first)
            try record.expect("p0", comparison?.second)
            try record.expect("riskRatio", comparison?.riskRatio)
            try record.expect("riskDifference", comparison?.riskDifference)
            try record.expect("adjustedOR", model.oddsRatios[index])
            #expect(record.unread.isEmpty, "\(record.label): \(record.unread)")
        }
    }

    private func fit(_ groups: [([Double], Int, Int)]) throws -> LogisticRegression.Outcome? {
        LogisticRegression.fit(
            try groups.map { try #require(CovariateGroup(values: $0.0, yes: $0.1, no: $0.2)) })
    }

    @Test func aCharacteristicThatSeparatesYesFromNoIsNotEstimable() throws {
        #expect(try fit([([0], 0, 40), ([1], 40, 0)]) == .notEstimable)
        #expect(try fit([([0], 12, 40), ([1], 40, 0)]) == .notEstimable)
    }

    @Test func characteristicsThatDependOnEachOtherAreNotEstimable() throws {
        #expect(try fit([([0, 1], 5, 9), ([1, 0], 8, 3), ([0, 1], 6, 6)]) == .notEstimable)
    }

    @Test func aCharacteristicFarFromNoughtIsAsEstimableAsOneNearIt() throws {
        let shares = [(40, 60), (43, 57), (46, 54), (49, 51), (52, 48)]
        let years = shares.enumerated().map { ([Double(2022 + $0.offset)], $0.element.0, $0.element.1) }
        let steps = shares.enumerated().map { ([Double($0.offset)], $0.element.0, $0.element.1) }
        guard case .fitted(let far)? = try fit(years), case .fitted(let near)? = try fit(steps) else {
            Issue.record("not fitted")
            return
        }
        #expect(agrees(far.coefficients[1], near.coefficients[1], within: 1e-9))
        #expect(agrees(far.standardErrors[1], near.standardErrors[1], within: 1e-9))
        #expect(agrees(far.coefficients[0] + 2022 * far.coefficients[1], near.coefficients[0], within: 1e-9))
    }

    @Test func aCharacteristicThatIsTheSameForAllIsNotEstimable() throws {
        #expect(try fit([([1], 5, 9), ([1], 8, 3), ([1], 6, 6)]) == .notEstimable)
    }

    @Test func whereAllSaidYesNothingIsEstimable() throws {
        #expect(try fit([([0], 5, 0), ([1], 8, 0)]) == .notEstimable)
        #expect(try fit([([], 5, 0)]) == .notEstimable)
        #expect(try fit([([0], 0, 5), ([1], 0, 8)]) == .notEstimable)
    }

    @Test func aMalformedModelIsNone() throws {
        #expect(try fit([]) == nil)
        #expect(try fit([([1, 2], 3, 4)]) == nil)
        #expect(try fit([([1], 3, 4), ([1, 2], 3, 4), ([0, 1], 3, 4)]) == nil)
        #expect(CovariateGroup(values: [.nan], yes: 3, no: 4) == nil)
        #expect(CovariateGroup(values: [1], yes: 0, no: 0) == nil)
    }
}
