import Scene

/// What a document says about itself, as XMP (ISO 16684-1), with the mark of PDF/UA-1 (ISO 14289-1, 5).
struct MetadataPacket {
    let bytes: [UInt8]

    init(_ document: TaggedDocument, date: DocumentDate, producer: String) {
        let creator =
            document.author.map {
                "<dc:creator><rdf:Seq><rdf:li>\(Self.escaped($0))</rdf:li></rdf:Seq></dc:creator>\n"
            } ?? ""
        let text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(document.title))</rdf:li></rdf:Alt></dc:title>
            \(creator)<dc:language><rdf:Bag><rdf:li>\(document.language)</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>\(date.iso)</xmp:CreateDate>
            <xmp:CreatorTool>poet</xmp:CreatorTool>
            <pdf:Producer>\(Self.escaped(producer))</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        bytes = Array(text.utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
    }
}
