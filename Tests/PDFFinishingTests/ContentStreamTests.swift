import PDFFinishing
import Scene
import Testing

@Suite struct ContentStreamTests {
    private func written(_ draw: (inout ContentStream) -> Void) -> String {
        var stream = ContentStream(height: 100)
        draw(&stream)
        return String(decoding: stream.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (TaggedPage.Piece.Part.content(7, role: .heading1), "/H1 <</MCID 4>> BDC\nEMC\n"),
        (.content(7, role: .link), "/Span <</MCID 4>> BDC\nEMC\n"),
        (.decoration, "/Artifact BMC\nEMC\n"),
        (.header, "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC\nEMC\n"),
        (.footer, "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\nEMC\n"),
    ])
    func aPieceIsMarkedAsWhatItIs(part: TaggedPage.Piece.Part, expected: String) {
        let found = written {
            $0.begin(part, number: 4)
            $0.end()
        }
        #expect(found == expected)
    }

    @Test func linesOfTextCountFromTheLineBefore() {
        let found = written {
            $0.begin(.content(0, role: .paragraph), number: 0)
            $0.show([(1, 0), (258, -12), (3, 0)], font: 2, size: 12, at: Point(10, 20.004))
            $0.show([(4, 0)], font: 2, size: 12, at: Point(15, 36))
            $0.end()
        }
        #expect(
            found == "/P <</MCID 0>> BDC\nBT /F2 12 Tf 10 80 Td [(\0\u{1})12(\u{1}\u{2}\0\u{3})]TJ\n"
                + "5 -16 Td (\0\u{4})Tj\nET\nEMC\n")
    }

    @Test func bytesThatMeanSomethingInAStringAreEscaped() {
        let found = written {
            $0.show([(0x2829, 0), (0x5C0D, 0), (0x0A0A, 0)], font: 1, size: 1, at: .zero)
            $0.end()
        }
        #expect(found.contains("(\\(\\)\\\\\\r\n\n)Tj"))
    }

    @Test func glyphsThatStandForOtherWordsSaySo() {
        let found = written {
            $0.begin(standingFor: "ŷ")
            $0.end()
        }
        #expect(found == "/Span <</ActualText <FEFF0177>>> BDC\nEMC\n")
    }

    @Test func coloursAndLinesAreSetOnlyWhereTheyChange() {
        let found = written {
            $0.setFill(Color(0xFF0000))
            $0.setFill(Color(0xFF0000))
            $0.setStroke(Stroke(Color(0), width: 1))
            $0.save()
            $0.setFill(Color(0))
            $0.restore()
            $0.setFill(Color(0xFF0000))
            $0.setFill(Color(0))
        }
        #expect(found == "1 0 0 rg\n0 0 0 RG\nq\n0 0 0 rg\nQ\n0 0 0 rg\n")
    }

    @Test func pointsAreCountedFromTheBottom() {
        let found = written {
            $0.rectangle(Rect(x: 1, y: 10, width: 20.126, height: 30))
            $0.paint(.fill)
            $0.image(1, in: Rect(x: 0, y: 0, width: 9, height: 9))
        }
        #expect(found == "1 60 20.13 30 re f\nq 9 0 0 9 0 91 cm /I1 Do Q\n")
    }
}
