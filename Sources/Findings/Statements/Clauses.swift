import Language
import Survey

// The clauses that statements are put together from.
extension FindingsReport {
    /// A share in words, with its number: "Nearly two thirds of budget holders said so (65%)".
    func statement(_ measure: Measure) -> Sentence {
        let sentence: Sentence = "\(people(measure)) \(says(measure.question)) (\(measure.part))."
        return sentence.capitalized
    }

    /// The same without the number, for a place where the number stands large.
    func shortStatement(_ measure: Measure, isPoor: Bool) -> Sentence {
        let sentence: Sentence = "\(people(measure, isPoor: isPoor)) \(says(measure.question))."
        return sentence.capitalized
    }

    /// A share as a number: "65% of budget holders said so".
    func plainClause(_ measure: Measure) -> Sentence {
        "\(measure.part) of \(given: instrument.plural(measure.question.audience)) \(says(measure.question))"
    }

    /// What those in the measure said.
    func says(_ question: Instrument.Question) -> Sentence { "\(given: instrument.says(question))" }

    /// "nearly two thirds of budget holders", "7 in 10 budget holders", "all budget holders".
    ///
    /// - Parameter isPoor: whether "more than" a share that is less than half would sound too good of it: "fewer than" the
    ///   next one up is said then.
    func people(_ measure: Measure, isPoor: Bool = false) -> Sentence {
        let plural = instrument.plural(measure.question.audience)
        let isLow = isPoor && FindingRules.isNotWorking(measure) && measure.quantity.hasPrefix("more than")
        let quantity = isLow ? measure.quantityFromAbove ?? measure.quantity : measure.quantity
        let claim = Sentence.Part.claim(quantity, of: [measure.figure])
        switch quantity {
        case "all", "almost all", "all or almost all": return "\(claim) \(given: plural)"
        case "none", "none or almost none": return "\(claim) of the \(given: plural)"
        default:
            let isRatio = [" in 5", " in 10", " in 20", " in 100"].contains { quantity.hasSuffix($0) }
            return isRatio ? "\(claim) \(given: plural)" : "\(claim) of \(given: plural)"
        }
    }

    /// "budget holders aged 65 and over"; without words for it, "budget holders in the group “65 and over”".
    func people(in category: Instrument.Category, of audience: String) -> Sentence {
        let plural = instrument.plural(audience)
        guard let who = category.who else {
            return "\(given: plural) in the group “\(given: category.label)”"
        }
        return "\(given: plural) \(given: who)"
    }

    /// A share of one category of a group, in two sentences where one would be too long.
    func clause(_ measure: Measure, in category: Instrument.Category) -> [Sentence] {
        let people = people(in: category, of: measure.question.audience)
        let says = says(measure.question)
        let sentence: Sentence = "\(measure.part) of \(people) \(says)."
        if sentence.wordCount <= FindingRules.words { return [sentence] }
        return ["We asked \(people).", "Of them, \(measure.part) \(says)."]
    }

    /// What goes after a statement on figures that few people stand behind.
    func care(_ measures: Measure...) -> [Sentence] { care(measures) }

    func care(_ measures: [Measure]) -> [Sentence] {
        guard let small = measures.first(where: \.isCaution) else { return [] }
        return ["Few \(given: instrument.plural(small.question.audience)) answered: read this with care."]
    }

    /// "feeling safe (65%)": a question in a list.
    func item(_ measure: Measure) -> Sentence { "\(given: measure.question.topicWords) (\(measure.part))" }

    /// Sentences that name all items, as many in each as plain English allows: the first after `start`, the others
    /// after "The same is true of" and "It is also true of".
    func sentences(_ start: Sentence, naming items: [Sentence]) -> [Sentence] {
        var result: [Sentence] = []
        var named: [Sentence] = []
        var start = start
        for item in items {
            let longer: Sentence = "\(start) \(Sentence.list(named + [item]))."
            if longer.wordCount > FindingRules.words, !named.isEmpty {
                result.append("\(start) \(Sentence.list(named)).")
                named = []
                start = result.count == 1 ? "The same is true of" : "It is also true of"
            }
            named.append(item)
        }
        return named.isEmpty ? result : result + ["\(start) \(Sentence.list(named))."]
    }

    /// "on 12 questions", "on one question", "on four other questions".
    func questionCount(_ differences: [TestedDifference], other: Bool = false) -> Sentence {
        let number = English.numberInWords(differences.count)
        let noun = differences.count == 1 ? "question" : "questions"
        return "\(Sentence.Part.claim(number, of: differences.map(\.figure))) \(other ? "other " : "")\(noun)"
    }
}
