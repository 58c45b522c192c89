import Files

/// A PDF as cairo 1.16 writes it, of one page.
struct DrawnFile {
    var producer = "cairo 1.16.0 (https://cairographics.org)"
    var content =
        "q\n/H1 << /MCID 0 >> BDC\n(Words \\(100%\\) \\251)Tj\nEMC\n/NonStruct << /MCID 1 >> BDC\n0 0 9 9 re f\nEMC\nQ\n"
    var pageEntries = "/Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >>"
    var resource = "<< /Type /ExtGState /ca 1 >>"

    func bytes() throws -> [UInt8] {
        let deflater = try Deflater(level: 6, wrapping: .zlib)
        let stream = deflater.compress(Array(content.utf8))
        var file = Array("%PDF-1.4\n".utf8)
        var places = [0]
        func add(_ text: String, stream: [UInt8]? = nil) {
            places.append(file.count)
            file += Array("\(places.count - 1) 0 obj\n\(text)\n".utf8)
            if let stream { file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
            file += Array("endobj\n".utf8)
        }
        add("<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>")
        add(
            "<< /Type /Page % 1\n /Parent 1 0 R /MediaBox [ 0 0 200 100 ] /Contents 3 0 R "
                + "/Resources << /ExtGState << /a0 5 0 R >> >> \(pageEntries) >>")
        add("<< /Length 4 0 R /Filter /FlateDecode >>", stream: stream)
        add("\(stream.count)")
        add(resource)
        add("<< /Producer (\(producer.replacing("(", with: "\\(").replacing(")", with: "\\)"))) >>")
        add("<< /Type /Catalog /Pages 1 0 R >>")
        let start = file.count
        var table = "xref\n0 \(places.count)\n0000000000 65535 f \n"
        for place in places.dropFirst() {
            let digits = String(place)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        table += "trailer\n<< /Size \(places.count) /Root 7 0 R /Info 6 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return file + Array(table.utf8)
    }
}
