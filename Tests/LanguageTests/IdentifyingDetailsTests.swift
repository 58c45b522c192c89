import Language
import Testing

struct IdentifyingDetailsTests {
    private let details = IdentifyingDetails(places: [
        "Exampleshire Council", "South region", "Bath and North East Somerset",
    ])

    private func found(_ text: String) -> [String] {
        details.details(in: text).map { "\($0.words): \($0.kind.rawValue)" }
    }

    @Test(arguments: [
        ("My daughter Sarah comes at ten.", ["daughter: family", "Sarah: a name"]),
        ("It was Mrs Patel who helped.", ["Mrs Patel: a name"]),
        ("Mr Jones left.", ["Mr Jones: a name"]),
        ("I moved to Leeds.", ["Leeds: a place"]),
        ("The day centre on Mill Lane shut.", ["Mill Lane: a place"]),
        ("St Anne’s Hospital sent me home.", ["St Anne Hospital: a place"]),
        ("Exampleshire has been good to me.", ["Exampleshire: a place"]),
        ("My flat is at EX1 2AB.", ["EX1 2AB: a place"]),
        ("I have waited since March.", ["March: a date"]),
        ("Since 3 June 2024 nobody came.", ["3 June: a date", "2024: a date"]),
        ("It began on 12/03/2024.", ["12/03/2024: a date"]),
        ("I am 94 and alone.", ["am 94: an age"]),
        ("He is a 43-year-old man.", ["43-year-old: an age"]),
        ("At 43 years old I began again.", ["43 years old: an age"]),
        ("I am in my 80s.", ["my 80s: an age"]),
        ("Ring me on 01632 960123.", ["01632 960123: a telephone number"]),
        ("Write to me@home.example please.", ["me@home.example: an e-mail address"]),
        ("My social worker is kind.", ["social worker: somebody’s work"]),
        ("The nurses changed again.", ["nurses: somebody’s work"]),
        ("I have motor neurone disease.", ["motor neurone disease: a condition"]),
        ("Since my stroke, I cannot speak.", ["stroke: a condition"]),
        ("My wife and my sons do it all.", ["wife: family", "sons: family"]),
    ])
    func aDetailIsFound(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(arguments: [
        "I choose who comes. They knock and wait.", "My PA helps me, and the NHS pays.",
        "It took three phone calls and ten weeks.", "On Mondays I swim. May I say thank you?",
        "“They listened to me.” That is new.", "I am 1 of many.", "I have 24 hours of help. It is enough.",
        "Direct Payments work. Personal Budgets too.", "",
    ])
    func whatTellsNothingIsPassedOver(text: String) {
        #expect(found(text) == [])
    }

    @Test func aDetailThatComesTwiceIsToldOnce() {
        #expect(found("My mum and my mum again.") == ["mum: family"])
    }
}
