import Foundation
import Testing

/// Contrast of two colours by the formula of WCAG 2.2, from 1 to 21.
private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    func luminance(_ color: UInt32) -> Double {
        let parts = [color >> 16 & 255, color >> 8 & 255, color & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
}

@Test func everyColourOfWordsCanBeReadOnItsGround() throws {
    let path = Sample.root.appending(path: "Templates/themes/poet.css")
    let style = try String(contentsOf: path, encoding: .utf8)
    var colors: [String: UInt32] = [:]
    for match in style.matches(of: /--([a-z-]+): #([0-9A-F]{6});/) {
        colors[String(match.1)] = UInt32(match.2, radix: 16)
    }
    let pairs = [
        ("ink", "paper"), ("quiet", "paper"), ("main", "paper"), ("warm", "paper"), ("ink", "main-pale"),
        ("main", "main-pale"), ("ink", "warm-pale"), ("warm", "warm-pale"),
    ]
    for (words, ground) in pairs {
        let measured = contrast(try #require(colors[words]), try #require(colors[ground]))
        #expect(measured >= 4.5, "\(words) on \(ground): \(measured)")
    }
}

@Test func theStyleSheetAsksForNothingFromOutside() throws {
    let path = Sample.root.appending(path: "Templates/themes/poet.css")
    let style = try String(contentsOf: path, encoding: .utf8)
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("</"))
}
