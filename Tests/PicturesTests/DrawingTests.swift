import Diagnostics
import Pictures
import Reading
import Scene
import TestSupport
import Testing

/// The pictures that come with the program, and what a picture of somebody's own may hold.
struct DrawingTests {
    static let files = (try? Repository.files(below: "Templates/pictures", ending: ".svg")) ?? []

    private static func picture(_ file: String) throws -> Picture {
        try DrawingReader.read(SourceText.load(path: Repository.path(file)))
    }

    @Test func thereAreFiftyPicturesOrMore() {
        #expect(Self.files.count >= 50)
    }

    @Test(arguments: files)
    func aPictureOfOurOwnIsOfTwoColoursAndLiesInItsFrame(file: String) throws {
        let picture = try Self.picture(file)
        let frame = Rect(x: 0, y: 0, width: 120, height: 104)
        #expect(picture.size == frame.size)
        #expect(picture.title.contains(" "), "'\(picture.title)' does not say what it shows")
        let known: Set<String> = ["#12436D", "#FFC94D", "#FFFFFF", "#EAF1F7"]
        for case .shape(let shape) in picture.nodes {
            var colors: [Color] = []
            if case .color(let color)? = shape.fill { colors.append(color) }
            if let stroke = shape.stroke {
                colors.append(stroke.color)
                #expect(stroke.width >= 1.6 && stroke.isRound)
            }
            #expect(!colors.isEmpty && known.isSuperset(of: colors.map(\.hex)), "\(colors.map(\.hex))")
            let box = TaggedPage.Piece(.decoration, nodes: [.shape(shape)]).bounds
            #expect(box.map { frame.contains($0) } ?? false, "\(String(describing: box))")
        }
    }

    static let good = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 104">
        <title>A home</title>
        <circle cx="60" cy="52" r="20" fill="#FFC94D" stroke="#12436D" stroke-width="3"/>
        <path d="M 10 90 L 110 90"/>
        </svg>
        """

    static let slips = [
        Slip(
            "viewBox=\"0 0 120 104\"", "width=\"120\"",
            "home.svg:1: the drawing does not say how large it is | write viewBox=\"0 0 120 104\" in the svg element"),
        Slip(
            "<title>A home</title>", "",
            "home.svg:1: the drawing has no title | write what it shows in <title>, as in <title>A home</title>"),
        Slip(
            "<path d=\"M 10 90 L 110 90\"/>", "<script>alert(1)</script>",
            "home.svg:4: 'script' has no place in a picture | there are: g, path, circle, ellipse, rect, line, polyline, polygon"
                + " | a drawing with other elements can be exported as PNG"),
        Slip(
            "<path d=\"M 10 90 L 110 90\"/>", "<image href=\"http://example.org/a.png\"/>",
            "home.svg:4: 'image' has no place in a picture | there are: g, path, circle, ellipse, rect, line, polyline, polygon"
                + " | a drawing with other elements can be exported as PNG"),
        Slip(
            "r=\"20\"", "r=\"20\" onclick=\"x()\"",
            "home.svg:3: 'onclick' has no place in 'circle' | there are: fill, stroke, stroke-width, id, cx, cy, r"),
        Slip(
            "fill=\"#FFC94D\"", "fill=\"url(#a)\"",
            "home.svg:3: 'url(#a)' is not a colour | write it as #12436D, or 'none'"),
        Slip("r=\"20\"", "r=\"-20\"", "home.svg:3: 'r' of 'circle' is below 0"),
        Slip(
            "cx=\"60\"", "cx=\"1e9\"",
            "home.svg:3: 'cx' of 'circle' is '1e9', expected a number within 10,000 of 0"),
        Slip(
            "cx=\"60\"", "cx=\"nan\"",
            "home.svg:3: 'cx' of 'circle' is 'nan', expected a number within 10,000 of 0"),
        Slip(
            "L 110 90", "A 5 5 0 0 1 9 9",
            "home.svg:4: the path is not one that can be drawn: 'A' is not among the steps M, L, H, V, C, S, Q and Z"),
        Slip(
            "L 110 90", "L 110",
            "home.svg:4: the path is not one that can be drawn: a number is missing"),
        Slip(
            "M 10", "10", "home.svg:4: the path is not one that can be drawn: a path begins with a letter, such as M"),
    ]

    @Test(arguments: slips)
    func aSlipInADrawingIsToldWithItsLine(slip: Slip) throws {
        let text = try slip.applied(to: Self.good)
        let told = said { () throws(Failure) in try DrawingReader.read(SourceText(text, file: "home.svg")) }
        #expect(told == slip.said)
    }

    @Test func aDrawingOfTooManyBytesIsNotRead() {
        let text = Self.good + String(repeating: " ", count: 200_000)
        let told = said { () throws(Failure) in try DrawingReader.read(SourceText(text, file: "home.svg")) }
        #expect(told.count == 1)
        #expect(told.first?.contains("expected at most 200000") ?? false, "\(told)")
    }

    @Test func relativeAndSmoothStepsAreTheSameAsAbsoluteOnes() {
        #expect(PathData("M10 10l5 0h5v5q5 0 5 5z").steps == PathData("M10,10 L15,10 H20 V15 Q25 15 25 20 Z").steps)
        #expect(PathData("M0 0C0 1 2 1 2 0S4-1 4 0").steps == PathData("M0 0C0 1 2 1 2 0C2-1 4-1 4 0").steps)
        #expect(PathData("M1 1 2 2").steps == [.move(Point(1, 1)), .line(Point(2, 2))])
    }

    @Test func anyBytesAreAPathOrAFault() {
        var random = SplitMix64(seed: 18)
        let letters = Array("MLHVCSQZAmlhvcsqza0123456789.,- +e#\n")
        for _ in 0..<3000 {
            let text = String((0..<Int.random(in: 0...40, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? " "
            })
            let path = PathData(text)
            for case .line(let point) in path.steps {
                #expect(point.x.isFinite && point.y.isFinite, "\(text)")
            }
        }
    }

    @Test(arguments: 0...10)
    func ofTenPeopleAsManyAreFilledAsAreCounted(count: Int) {
        let nodes = TenPeople(filled: count).picture.nodes
        // A person is two closed outlines: head and body.
        func people(_ fill: Color) -> Int {
            nodes.reduce(0) { sum, node in
                guard case .shape(let shape) = node, shape.fill == .color(fill),
                    case .path(let steps) = shape.outline
                else { return sum }
                return sum + steps.count { $0 == .close } / 2
            }
        }
        #expect(people(Color(0x12_436D)) == count)
        #expect(people(.white) == 10 - count)
    }
}
