import Charts
import Diagnostics
import Findings
import Language
import Pictures
import Survey

/// Makes an infographic of a template and a report's published figures.
final class InfographicMaker {
    let template: InfographicTemplate
    let context: ReportContext
    let log: DiagnosticLog
    let audience: Instrument.Audience?
    /// The questions whose figures the page shows.
    var shown: [Instrument.Question] = []
    /// Whether the page is a picture for posts, seen small: what sets a share apart is told of the largest number alone.
    private var isBrief = false
    /// Whether some group that is shown is small.
    var hasSmallGroups = false
    /// The ids of those that have a block of their own.
    var told: Set<String> = []
    /// The messages that a person chose and that this template can tell.
    private lazy var messages = chosenMessages()
    /// How many findings a block shows at most.
    static let mostFindings = 3

    /// Where its pictures are.
    let shelf: PictureShelf
    private let logos: [Logo]

    init(
        _ template: InfographicTemplate, context: ReportContext, shelf: PictureShelf, logos: [Logo],
        log: DiagnosticLog
    ) {
        self.template = template
        self.context = context
        self.shelf = shelf
        self.logos = logos
        self.log = log
        if let wanted = template.audience {
            audience = context.instrument.audience(wanted.text)
            if audience == nil {
                log.error(
                    "there is no audience '\(wanted.text)'", at: wanted.location,
                    hints: hints(
                        forUnknown: wanted.text, among: context.instrument.audiences.map(\.id),
                        listing: "audiences"))
            }
        } else {
            audience = context.instrument.audiences.first { audience in
                context.headlineQuestions.contains { $0.audience == audience.id }
            }
        }
    }

    /// The arrangement for a format; blocks for which the results have nothing are left out with a warning.
    ///
    /// - Parameter without: the names of blocks that are left out, because there is no room for them.
    func infographic(_ format: InfographicFormat, without: [String] = []) -> Infographic? {
        // Whatever the template names is of that audience.
        if template.audience != nil, audience == nil { return nil }
        (shown, hasSmallGroups, isBrief) = ([], false, format.channel == .social)
        told = Set(messages.flatMap(\.finding.figures).map(\.question))
        guard let places = template.arrangements[format.name] else {
            log.error(
                "the infographic '\(template.id)' has no arrangement '\(format.name)'",
                hints: ["arrangements: \(template.arrangements.keys.sorted().joined(separator: ", "))"])
            return nil
        }
        // Large numbers first, then other messages, bars, and findings: each leaves out what those before it tell.
        let turn = { (place: InfographicTemplate.Place) in
            guard let block = self.template.block(place.block) else { return 0 }
            return block.isShare ? 0 : block.otherMessages != nil ? 1 : block.kind == .finding ? 3 : 2
        }
        var made: [String: Infographic.Block] = [:]
        let all = places.joined().filter { !without.contains($0.block) }
        let chosen = messages.isEmpty ? nil : assigned(messages, in: all, of: format.name)
        for place in (0...3).flatMap({ now in all.filter { turn($0) == now } }) {
            made[place.block] = template.block(place.block).flatMap { block in
                guard let chosen, block.isSlot else { return self.block(block, columns: place.columns) }
                return self.block(block, telling: chosen[block.name] ?? [], columns: place.columns)
            }
        }
        let rows = places.map { row in
            let blocks = row.compactMap { made[$0.block] }
            let freed = row.reduce(0) { $0 + $1.columns } - blocks.reduce(0) { $0 + $1.columns }
            return widened(blocks, by: freed)
        }.filter { !$0.isEmpty }
        if rows.isEmpty, !log.hasErrors {
            log.error(
                "the infographic '\(template.id)' has nothing to show as '\(format.name)'",
                at: template.title.location)
        }
        var infographic = Infographic(
            title: words.filled(template.title, isAbout: true),
            subtitle: words.filled(template.subtitle, isAbout: true), rows: rows, foot: foot, alternative: "")
        infographic.alternative = InfographicText(infographic).alternative
        return infographic
    }

    /// The first block takes the columns of those that were left out.
    private func widened(_ blocks: [Infographic.Block], by columns: Int) -> [Infographic.Block] {
        guard var first = blocks.first, columns > 0 else { return blocks }
        first.columns += columns
        return [first] + blocks.dropFirst()
    }

    // MARK: Words

    var words: InfographicWords { words([]) }

    /// - Parameter figures: the only figures that may be named; nil for all there are.
    func words(_ more: [(name: String, text: String)], figures: [FigureID]? = nil) -> InfographicWords {
        let replies = audience.flatMap { audience in
            context.results.own.response(audience.id)?.replies.words.map { "\($0) \(audience.plural)" }
        }
        let common: [(name: String, text: String)] = [
            ("body", context.bodyName), ("place", place), ("wave", context.wave.title),
            ("audience", audience?.plural ?? "people"), ("replies", replies ?? audience?.plural ?? "people"),
        ]
        let book = context.book
        return InfographicWords(
            values: more + common,
            figure: { name in
                guard let id = FigureID(name), let entry = book.entry(id) else { return nil }
                if let figures, !figures.contains(id) {
                    return .failure(Failure("'\(name)' is no figure of this message"))
                }
                switch entry {
                case .share(let share): return .success(share.words)
                case .base(let base): return .success(base.words ?? "an unknown number")
                case .notShown(let reason): return .failure(Failure("'\(name)' is not shown: \(reason)"))
                }
            }, log: log)
    }

    // MARK: Blocks

    private func block(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        switch block.kind {
        case .hero, .pictogram: share(block, columns: columns)
        case .bars: bars(block, columns: columns)
        case .finding: finding(block, columns: columns)
        case .process: process(block, columns: columns)
        case .quotation: quotation(block, columns: columns)
        case .picture: picture(block, columns: columns)
        }
    }

    func missing(_ block: InfographicTemplate.Block, _ reason: String) {
        log.warning("the block '\(block.name)' is left out: \(reason)", at: block.location)
    }

    /// The message that a block counts: those of a page mix good news and poor.
    private func message(_ number: Int, for block: InfographicTemplate.Block) -> Message? {
        let messages = strongest
        if number > messages.count {
            missing(
                block,
                "there \(messages.count == 1 ? "is one message" : "are \(messages.count) messages") that can be shown"
            )
        }
        return number > messages.count ? nil : messages[number - 1]
    }

    /// As many of the strongest messages as the template's blocks can tell.
    var strongest: [Message] {
        let numbers = template.blocks.compactMap(\.strongest).max() ?? 0
        let others = template.blocks.compactMap(\.otherMessages).max() ?? 0
        return context.findings.strongest(numbers + others, of: audience?.id)
    }

    /// The question and published share that a block names.
    private func figure(_ block: InfographicTemplate.Block) -> (Instrument.Question, Percentage)? {
        if let number = block.headlines?.lowerBound {
            let headlines = self.headlines
            guard number <= headlines.count, let share = measure(headlines[number - 1]) else {
                missing(block, "there are \(headlines.count) headlines that can be shown")
                return nil
            }
            return (headlines[number - 1], share)
        }
        guard let wanted = block.figure else { return nil }
        guard let id = FigureID(wanted.text), let entry = context.book.entry(id),
            let question = context.instrument.question(id.question)
        else {
            log.error(
                "there is no figure '\(wanted.text)'", at: wanted.location,
                hints: hints(forUnknown: wanted.text, among: context.book.ids, listing: "figures"))
            return nil
        }
        switch entry {
        case .share(let share): return (question, share)
        case .base:
            log.error("the figure '\(wanted.text)' is a base, expected a share", at: wanted.location)
        case .notShown(let reason):
            log.error("the figure '\(wanted.text)' is not shown: \(reason)", at: wanted.location)
        }
        return nil
    }

    private func share(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        if let number = block.strongest {
            guard let message = message(number, for: block), let share = measure(message.question) else {
                return nil
            }
            return self.share(block, message.question, share, columns: columns, strongest: message)
        }
        return figure(block).map { share(block, $0.0, $0.1, columns: columns) }
    }

    /// A block of one share; `message` stands in the place of its own words, `strongest` says what sets the share apart.
    func share(
        _ block: InfographicTemplate.Block, _ question: Instrument.Question, _ share: Percentage,
        columns: Int, message: InfographicTemplate.Words? = nil, strongest: Message? = nil,
        needsAttention: Bool = false
    ) -> Infographic.Block {
        shown.append(question)
        told.insert(question.id)
        let exact = ShownPercentage(units: share.units, decimals: share.decimals)
        let quantity = exact.map { English.quantityWords($0) }
        let filled = Pictogram.filled(share.double)
        let words = self.words(
            [
                ("share", share.words), ("words", quantity?.phrase ?? share.words),
                ("in-ten", quantity?.inTen ?? share.words),
                ("tenths", (quantity?.inTen ?? share.words).replacing("5 in 10", with: "half")),
                ("filled", String(filled)),
                (
                    "drawn",
                    share.double == Double(filled * 10)
                        ? "\(filled) people of ten" : "rounded to \(filled) people of ten"
                ),
                ("says", says(question)), ("label", question.label),
                ("people", people(quantity?.phrase ?? share.words)),
                ("statement", strongest?.statement.plain ?? ""), ("beside", strongest?.beside?.plain ?? ""),
            ], figures: message.map { _ in [FigureID(shareOf: question)] })
        let content: Infographic.Content =
            block.kind == .hero
            ? .hero(share: share.words, sentence: words.filled(message ?? block.text ?? defaultText(block)))
            : .pictogram(filled: filled)
        let note = block.note ?? defaultNote(block, strongest)
        return Infographic.Block(
            name: block.name, columns: columns,
            heading: words.filled(
                (block.kind == .pictogram ? message : nil) ?? block.heading
                    ?? (block.kind == .pictogram ? defaultHeading(block, for: question) : nil)),
            note: words.filled(note), picture: picture(beside: block, question),
            needsAttention: needsAttention || strongest?.news == .poor, content)
    }

    func defaultText(_ block: InfographicTemplate.Block) -> InfographicTemplate.Words {
        .init(
            text: block.strongest == nil ? "{{people}} {{says}}." : "{{statement}}",
            location: block.location)
    }

    /// Where those asked are narrowed down ("and tried to find information …"), the noun must stand before it.
    func defaultHeading(
        _ block: InfographicTemplate.Block, for question: Instrument.Question
    ) -> InfographicTemplate.Words {
        let quantity = isNarrowed(question) ? "{{in-ten}} {{audience}}" : "{{tenths}}"
        return .init(text: quantity + " {{says}}", location: block.location)
    }

    /// How many people are drawn for a share, and what sets it apart.
    private func defaultNote(_ block: InfographicTemplate.Block, _ strongest: Message?)
        -> InfographicTemplate.Words
    {
        let parts = [
            block.kind == .pictogram ? "{{share}}, {{drawn}}" : nil,
            strongest?.beside == nil || isBrief && block.kind == .pictogram ? nil : "{{beside}}",
        ]
        return .init(text: parts.compactMap(\.self).joined(separator: ". "), location: block.location)
    }

    private func bars(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        var rows = questions(block).compactMap { question, label in
            context.results.own.table(question.id).map { table in
                BarsRow(question: question, label: label, table: table, share: measure(question))
            }
        }
        guard rows.contains(where: { $0.share != nil }) else {
            missing(block, "none of its questions has a share that can be shown")
            return nil
        }
        shown += rows.map(\.question)
        if block.order == .highest { rows = BarsRow.sorted(rows) }
        let scales = Set(rows.map(\.question.scale))
        var values = BarsRow.words(rows)
        if scales.count == 1, let first = rows.first {
            values.append(("measure", measureLabel(first.question)))
        }
        values.append(("highest-says", highestSays(rows)))
        let words = self.words(values)
        let chart = ShareBars(
            measuresOf: rows.map { PublishedRow($0.label, bars: [.init(table: $0.table)]) }, title: "",
            subtitle: "", notes: [], alternative: "")
        return Infographic.Block(
            name: block.name, columns: columns, heading: words.filled(block.heading),
            note: words.filled(block.note), picture: picture(beside: block), .bars(chart.rows))
    }

    /// The questions of a block of bars with their labels; faults go to the log.
    private func questions(_ block: InfographicTemplate.Block) -> [(Instrument.Question, String)] {
        if let range = block.headlines {
            return headlines.enumerated().filter { range.contains($0.offset + 1) }.map { _, question in
                (question, statement(question))
            }
        }
        if let most = block.otherHeadlines {
            return headlines.filter { !told.contains($0.id) }.prefix(most).map { ($0, statement($0)) }
        }
        let instrument = context.instrument
        if let theme = block.theme {
            if instrument.theme(theme.text) == nil {
                log.error(
                    "there is no theme '\(theme.text)'", at: theme.location,
                    hints: hints(
                        forUnknown: theme.text, among: instrument.themes.map(\.id), listing: "themes"))
            }
            return instrument.reportedQuestions.filter {
                $0.theme == theme.text && $0.audience == audience?.id
            }.map { ($0, $0.label) }
        }
        return block.questions.compactMap { item in
            guard let question = instrument.question(item.id.text) else {
                log.error(
                    "there is no question '\(item.id.text)'", at: item.id.location,
                    hints: hints(
                        forUnknown: item.id.text, among: instrument.questions.map(\.id), listing: "questions")
                )
                return nil
            }
            return (question, item.label ?? question.label)
        }
    }

    // MARK: Figures

    private var headlines: [Instrument.Question] {
        context.headlineQuestions.filter { $0.audience == audience?.id }
    }

    func measure(_ question: Instrument.Question) -> Percentage? {
        context.results.own.table(question.id).flatMap { Estimate($0.measure, in: $0)?.share }
    }

    func says(_ question: Instrument.Question) -> String {
        context.instrument.says(question)
    }

    func isNarrowed(_ question: Instrument.Question) -> Bool { says(question).hasPrefix("and ") }

    /// "Feel as safe as they want"; where that cannot stand alone, the label and the measure.
    private func statement(_ question: Instrument.Question) -> String {
        guard let says = question.says, !isNarrowed(question) else {
            return question.title(measureLabel(question))
        }
        return says.prefix(1).uppercased() + says.dropFirst()
    }

    /// "three quarters of carers", "seven in 10 carers".
    func people(_ quantity: String) -> String {
        let noun = audience?.plural ?? "people"
        let isPlain = quantity.hasSuffix(" in 10") || quantity == "almost all" || quantity == "all"
        return isPlain ? "\(spelled(quantity)) \(noun)" : "\(spelled(quantity)) of \(noun)"
    }

    /// "seven in 10" for "7 in 10".
    func spelled(_ quantity: String) -> String {
        let digit = quantity.split(separator: " ").first.flatMap { Int($0) }
        return digit.map { English.numberInWords($0) + quantity.dropFirst(String($0).count) } ?? quantity
    }

    /// "Eight in 10 said that their quality of life had got better": of the question with the highest share; those asked
    /// are named where they are narrowed down.
    private func highestSays(_ rows: [BarsRow]) -> String {
        guard let first = BarsRow.sorted(rows).first, let share = first.share else { return "" }
        let quantity = ShownPercentage(units: share.units, decimals: share.decimals).map {
            English.quantityWords($0).phrase
        }
        let words = quantity ?? share.words
        return "\(isNarrowed(first.question) ? people(words) : spelled(words)) \(says(first.question))"
    }

    /// "Exampleshire" of "Exampleshire County Council".
    private var place: String {
        let kinds = [
            " Metropolitan Borough", " London Borough", " County", " City", " Borough", " District", "",
        ]
        for kind in kinds where context.bodyName.hasSuffix(kind + " Council") {
            return String(context.bodyName.dropLast(kind.count + " Council".count))
        }
        return context.bodyName
    }

    func measureLabel(_ question: Instrument.Question) -> String {
        context.instrument.scale(of: question)?.measureLabel ?? ""
    }

    // MARK: Foot

    private var foot: Infographic.Foot {
        var sentences: [String] = []
        let audiences = context.instrument.audiences.filter { one in shown.contains { $0.audience == one.id }
        }
        let replies = audiences.compactMap { audience in
            context.results.own.response(audience.id)?.replies.words.map { "\($0) \(audience.plural)" }
        }
        if !replies.isEmpty { sentences.append("Base: \(English.list(replies)).") }
        let tables = shown.compactMap { context.results.own.table($0.id) }
        let question = tables.count == 1 ? "the question" : "each question"
        let bases = tables.compactMap(\.base.count)
        if let least = bases.min(), let most = bases.max() {
            let range = least == most ? "" : "\(English.number(least)) to "
            sentences.append("Shares are of the \(range)\(English.number(most)) who answered \(question).")
        } else if !tables.isEmpty {
            sentences.append("Shares are of those who answered \(question).")
        }
        if tables.contains(where: { $0.showing == .caution }) {
            sentences.append("Few people answered some of the questions: read those with care.")
        }
        if hasSmallGroups { sentences.append("Few people in these groups answered: read this with care.") }
        if let caveat = template.caveat { sentences.append(words.filled(caveat, isAbout: true)) }
        if let collected = context.collected { sentences.append("Collected \(collected).") }
        let source = template.source ?? context.wave.attribution ?? context.sourceLine
        return Infographic.Foot(
            notice: context.notice ?? "", base: sentences.joined(separator: " "),
            source: source.hasPrefix("Source") ? source : "Source: " + source, logos: logos.map(\.picture))
    }
}
