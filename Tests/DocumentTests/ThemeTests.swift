import Foundation
import Testing

@Test func theStyleSheetAsksForNothingFromOutside() throws {
    let path = Sample.root.appending(path: "Templates/frames/report.css")
    let style = try String(contentsOf: path, encoding: .utf8)
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("</"))
}

@Test func theStyleSheetHasNoColoursOfItsOwnButWhite() throws {
    let path = Sample.root.appending(path: "Templates/frames/report.css")
    let style = try String(contentsOf: path, encoding: .utf8)
    let colors = Set(style.matches(of: /#[0-9A-Fa-f]{3,8}\b/).map { String($0.output) })
    #expect(colors == ["#FFFFFF"])
}
