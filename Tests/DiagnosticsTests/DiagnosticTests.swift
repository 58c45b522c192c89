import Diagnostics
import Testing

/// Swift Testing has a type of the same name.
private typealias Place = Diagnostics.SourceLocation

@Suite struct DiagnosticTests {
    @Test func aDiagnosticShowsItsLineAMarkAndItsHints() {
        let diagnostic = Diagnostic(
            .error, "unknown key 'tilte'", at: Place(file: "a.yaml", line: 12, column: 3),
            hints: ["did you mean 'title'?"], excerpt: "  tilte: x")
        #expect(
            diagnostic.description == """
                a.yaml:12:3: error: unknown key 'tilte'
                   12 |   tilte: x
                      |   ^
                hint: did you mean 'title'?
                """)
    }

    @Test(arguments: [
        (Place?.none, "warning: m"),
        (Place(file: "f"), "f: warning: m"),
        (Place(file: "f", line: 2), "f:2: warning: m"),
        (Place(file: "f", line: 2, column: 1), "f:2:1: warning: m"),
        (Place(file: "f", column: 1), "f: warning: m"),
    ])
    fileprivate func aPlaceIsShownAsFarAsItIsKnown(_ row: (location: Place?, text: String)) {
        #expect(Diagnostic(.warning, "m", at: row.location).description == row.text)
    }

    @Test func aLineWithoutAColumnHasNoMark() {
        let diagnostic = Diagnostic(.error, "m", at: Place(file: "f", line: 123_456), excerpt: "x")
        #expect(diagnostic.description == "f:123456: error: m\n123456 | x")
    }

    @Test func aFailureShowsAllItsDiagnostics() {
        let failure = Failure([Diagnostic(.warning, "a"), Diagnostic(.error, "b")])
        #expect(failure.description == "warning: a\nerror: b")
    }
}

@Suite struct DiagnosticLogTests {
    @Test func warningsAloneDoNotStopTheWork() throws {
        let log = DiagnosticLog()
        log.warning("a")
        try log.check()
        #expect(!log.hasErrors && log.warnings.map(\.message) == ["a"])
    }

    @Test func anErrorStopsTheWorkWithEverythingSaidSoFar() {
        let log = DiagnosticLog()
        log.warning("a")
        log.error("b", at: Place(file: "f"), hints: ["h"])
        let failure = #expect(throws: Failure.self) { try log.check() }
        #expect(failure?.description == "warning: a\nf: error: b\nhint: h")
    }

    @Test func collectedFailuresAreKeptAndTheWorkGoesOn() {
        let log = DiagnosticLog()
        let first: Int? = log.collect { () throws(Failure) -> Int in throw Failure("one") }
        let second: Int? = log.collect { () throws(Failure) -> Int in 2 }
        #expect(first == nil && second == 2)
        #expect(log.diagnostics.map(\.message) == ["one"])
    }
}
