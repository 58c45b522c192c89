// The words that the scanner of claims knows.
extension ClaimScanner {
    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november",
        "december",
    ]
    /// After these a number is a place in a document, a name or an age.
    static let references: Set<String> = [
        "page", "pages", "figure", "figures", "table", "tables", "section", "chapter", "question", "appendix",
        "step", "part",
        "number", "no", "note", "version", "wave", "stage", "aged", "age", "ages", "act", "sections",
        "chapters", "tables",
        "paragraph", "paragraphs", "clause", "annex", "schedule", "regulation", "article", "line", "lines",
        "item", "option", "options", "priority", "action", "goal", "phase", "level", "band", "grade", "size",
        "box", "room", "floor", "junction", "bus", "route", "form", "guideline", "dial", "text", "ring",
        "phone",
        "telephone", "textphone", "press", "ext", "extension", "code",
    ]
    /// Before these a number is a span of time, or counts parts of the document.
    static let spans: Set<String> = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
        "minutes", "am", "pm",
        "page", "pages", "section", "sections", "step", "steps", "times", "pound", "pounds", "pence", "mile",
        "miles",
    ]
    /// After "a 12-point", these say the same.
    static let gaps: Set<String> = [
        "gap", "drop", "fall", "rise", "increase", "decrease", "improvement", "decline", "difference", "lead",
        "gain",
        "change",
    ]
    /// After "12 points", these say that shares are compared.
    static let directions: Set<String> = [
        "above", "below", "higher", "lower", "more", "less", "fewer", "up", "down", "behind", "ahead",
        "better", "worse",
    ]
    /// These say that a share has become a multiple of what it was.
    static let multiplied: [String: Double] = [
        "doubled": 2, "halved": 0.5, "trebled": 3, "tripled": 3, "quadrupled": 4,
    ]
    /// Before "by", these say that a share has grown, or shrunk, by a part of what it was.
    static let grown: Set<String> = [
        "up", "rose", "risen", "rise", "rises", "grew", "grown", "increased", "increase", "improved", "gone",
        "went", "jumped", "climbed",
    ]
    static let shrunk: Set<String> = [
        "down", "fell", "fallen", "fall", "dropped", "drop", "decreased", "decrease", "declined", "reduced",
        "shrunk",
    ]
    /// What grows or shrinks where a sentence speaks of results.
    static let shares: Set<String> = ["share", "shares", "proportion", "percentage", "number", "numbers"]
    /// What people did who make a result; not what may be said of anybody ("can", "need").
    static let stating: Set<String> = [
        "said", "say", "told", "felt", "feel", "agreed", "agree", "reported", "report", "rated", "rate",
        "thought", "think", "found", "find",
    ]
    /// What a survey has a number of; between it and the number may stand one of `betweens`.
    static let counted: [String: String] = [
        "question": "questions", "questions": "questions", "test": "tests", "tests": "tests",
        "council": "councils",
        "councils": "councils", "area": "councils", "areas": "councils", "region": "councils",
        "regions": "councils",
    ]
    static let betweens: Set<String> = [
        "other", "more", "further", "participating", "different", "remaining",
    ]
    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
    ]
    static let teens: [String: Int] = [
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18, "nineteen": 19,
    ]
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    static let denominators: [String: Int] = [
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
        "sixths": 6,
        "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
        "tenths": 10,
    ]
    /// A fraction that is one sign.
    static let signs: [String: (Int, Int)] = [
        "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
        "⅗": (3, 5),
        "⅘": (4, 5),
    ]
    static let commonPeople: Set<String> = [
        "people", "person", "respondents", "carers", "holders", "users", "parents", "practitioners", "adults",
        "women", "men",
        "those", "them", "us", "everyone", "everybody", "replies", "answers", "who",
    ]
    static let saying: Set<String> = [
        "said", "say", "told", "answered", "reported", "felt", "feel", "rated", "rate", "thought", "think",
        "agreed", "agree",
        "replied", "found", "find", "know", "knew", "can", "could", "use", "used", "want", "wanted", "get",
        "receive",
        "received", "gave", "need",
    ]
    /// These speak of people only straight after the quantity: "half were happy".
    static let being: Set<String> = ["had", "have", "were", "are"]
}
