import Charts

// The text version as a page of its own.
extension InfographicText {
    /// One file without pictures or scripts: headings, sentences, and a table for every picture of bars.
    var html: String {
        var body = "<h1>\(escaped(title))</h1>\n"
        body += paragraph(subtitle, class: "about")
        if !foot.notice.isEmpty { body += "<p class=\"notice\">\(escaped(foot.notice))</p>\n" }
        for message in messages {
            if !message.heading.isEmpty { body += "<h2>\(escaped(message.heading))</h2>\n" }
            if message.rows.isEmpty { body += paragraph(message.note) }
            for sentence in message.sentences { body += paragraph(sentence) }
            if !message.rows.isEmpty { body += table(message) }
        }
        body += "<h2>About these figures</h2>\n" + paragraph(foot.base) + paragraph(foot.source)
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title)): text version</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            \(body)</main>
            </body>
            </html>

            """
    }

    private static let style = """
        body{margin:0;background:#fff;color:#1b1f24;font:1.1875rem/1.55 Inter,Arial,Helvetica,sans-serif}\
        main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 3rem}\
        h1{font-size:2.25rem;line-height:1.2;color:#12436d;margin:1rem 0 .5rem}\
        h2{font-size:1.5rem;line-height:1.25;margin:2rem 0 .5rem}\
        p{margin:.5rem 0}.notice{font-weight:600}\
        table{border-collapse:collapse;width:100%}\
        caption{text-align:left;color:#4a5159;padding:.25rem 0 .5rem}\
        th,td{text-align:left;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #c9cfd4;font-weight:400;\
        overflow-wrap:anywhere}\
        thead th{font-weight:600}td{font-variant-numeric:tabular-nums;font-weight:600}
        """

    private func table(_ message: Message) -> String {
        let columns = message.rows.map(\.values.count).max() ?? 0
        let names = message.names.count == columns ? message.names : ["Share"]
        var text = "<table>\n"
        if !message.note.isEmpty { text += "<caption>\(escaped(message.note))</caption>\n" }
        text += "<thead><tr><th scope=\"col\">What was asked</th>"
        for name in names { text += "<th scope=\"col\">\(escaped(name))</th>" }
        text += "</tr></thead>\n<tbody>\n"
        for row in message.rows {
            text += "<tr><th scope=\"row\">\(escaped(row.label))</th>"
            for value in row.values { text += "<td>\(escaped(value))</td>" }
            text += "</tr>\n"
        }
        return text + "</tbody>\n</table>\n"
    }

    private func paragraph(_ text: String, class name: String? = nil) -> String {
        text.isEmpty ? "" : "<p\(name.map { " class=\"\($0)\"" } ?? "")>\(escaped(text))</p>\n"
    }

    private func escaped(_ text: String) -> String { Self.escapedHTML(text) }

    /// Text for an element or an attribute.
    static func escapedHTML(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
