import Document
import Foundation
import Testing

@Test func theFrameHoldsTheReportInOneFile() throws {
    let page = try Sample.page()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    #expect(page.contains("<title>What people in Exampleshire told us about their personal budgets</title>"))
    #expect(page.contains("<li><a href=\"#summary\">In short</a></li>"))
    #expect(page.contains("<li><a href=\"#beside\">Exampleshire beside the other councils</a></li>"))
    #expect(page.contains("<p class=\"banner\"><strong>Draft 3</strong> for Exampleshire Council"))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(!page.contains("{{") && !page.contains("<script"))
    if let path = ProcessInfo.processInfo.environment["POET_SAMPLE_PAGE"] {
        try page.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
