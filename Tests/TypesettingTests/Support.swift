import Diagnostics
import Document
import Foundation
import Scene
import TestSupport
import Typesetting

let fontFolder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Fonts"

/// Sets blocks without fonts.
func setDocument(_ blocks: [Block], footnotes: [Manuscript.Footnote] = [], hasFrontPage: Bool = false)
    throws(Failure)
    -> TaggedDocument
{
    try Typesetter(measurer: FixedMeasurer()).document(
        Manuscript(blocks: blocks, footnotes: footnotes),
        front: FrontMatter(title: "A title", hasFrontPage: hasFrontPage), language: "en-GB")
}

func messages(_ work: () throws -> Void) -> [String] {
    do {
        try work()
        return []
    } catch let failure as Failure {
        return failure.diagnostics.map { ([$0.message] + $0.hints).joined(separator: " | ") }
    } catch {
        return ["another error: \(error)"]
    }
}

func paragraph(_ text: String, id: String = "") -> Block { Block(.paragraph([.text(text)]), id: id) }

func heading(_ level: Int, _ text: String, id: String = "") -> Block {
    Block(.heading(level: level, [.text(text)]), id: id)
}

func words(_ count: Int, _ word: String = "word") -> String {
    Array(repeating: word, count: count).joined(separator: " ")
}

/// A line of text as it stands on a page.
struct PlacedLine {
    var text: String
    var origin: Point
    var advance: Double
    var part: TaggedPage.Piece.Part
}

extension TaggedPage {
    var lines: [PlacedLine] {
        func lines(_ node: Node, _ offset: Point, _ part: Piece.Part) -> [PlacedLine] {
            switch node {
            case .group(let group): group.nodes.flatMap { lines($0, offset.moved(by: group.offset), part) }
            case .text(let line):
                [
                    PlacedLine(
                        text: line.string, origin: line.origin.moved(by: offset), advance: line.advance,
                        part: part)
                ]
            case .shape, .image: []
            }
        }
        return pieces.flatMap { piece in piece.nodes.flatMap { lines($0, .zero, piece.part) } }
    }

    /// The lines that belong to the structure.
    var contentLines: [PlacedLine] {
        lines.filter { if case .content = $0.part { true } else { false } }
    }
}

extension TaggedDocument {
    /// The words of an element and all below it, in reading order.
    func text(of element: Int) -> String {
        elements[element].kids.map { kid in
            switch kid {
            case .element(let index): text(of: index)
            case .content(let id):
                pages.flatMap(\.contentLines).filter {
                    if case .content(id, _) = $0.part { true } else { false }
                }
                .map(\.text).joined()
            }
        }.joined()
    }

    /// The first element of a role.
    func first(_ role: StructureElement.Role) -> Int? { elements.firstIndex { $0.role == role } }
}

/// A table of numbers.
func table(columns: Int, rows: Int, title: String = "Column") -> DataTable {
    DataTable(
        caption: [],
        columns: (0..<columns).map { DataTable.Column([.text("\(title) \($0)")], isNumeric: $0 > 0) },
        rows: (0..<rows).map { row in
            (0..<columns).map { $0 == 0 ? .text([.text("Row \(row)")]) : .number([.text("\(row)\($0)%")]) }
        })
}

func figure(height: Double, id: String = "chart") -> Block {
    let picture = Picture(
        size: Size(700, height), title: "", alternative: "", background: nil,
        nodes: [
            .shape(
                Shape(.rect(Rect(x: 0, y: 0, width: 700, height: height), radius: 0), fill: .color(.white)))
        ])
    var figure = Figure(
        name: "chart", title: [.text("A message")], drawings: .chart(wide: picture, narrow: picture),
        alternative: "A chart of it.", table: nil)
    figure.number = 1
    return Block(.figure(figure), id: id)
}

/// What a program prints; nil if it is not installed.
func output(of program: String, _ arguments: [String]) throws -> String? {
    let path = "/usr/bin/" + program
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}
