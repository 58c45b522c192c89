import Survey

/// The answers of a questionnaire that no number of a release parts: the unknowns of its system.
///
/// They are the common refinement of the forms in which a question's rows are shown, now and in earlier releases, so that
/// a region's five points tell what they tell about a council's three.
struct Lumps {
    /// The answers' ids, lump by lump, in the questionnaire's order.
    let lists: [[String]]

    /// - Parameters:
    ///   - forms: the answers taken together wherever something is told of them.
    init(of scale: Scale, forms: [[[String]]]) {
        var lumps: [(places: [Int?], ids: [String])] = []
        for answer in scale.answers.map(\.id) {
            let places = forms.map { form in form.firstIndex { $0.contains(answer) } }
            if let index = lumps.firstIndex(where: { $0.places == places }) {
                lumps[index].ids.append(answer)
            } else {
                lumps.append((places, [answer]))
            }
        }
        // Where nothing but bases is told, each answer is a number of its own; together they are the base.
        lists = forms.isEmpty ? scale.answers.map { [$0.id] } : lumps.map(\.ids)
    }

    /// The lumps that make up these answers; nil where one of them is only partly among them.
    func inside(_ answers: [String]) -> [Int]? {
        let inside = lists.indices.filter { lists[$0].allSatisfy(answers.contains) }
        return inside.reduce(0) { $0 + lists[$1].count } == answers.count ? inside : nil
    }
}
