import Drawing
import Files
import Foundation
import Scene
import Testing

@Suite struct WebFontTests {
    /// A number of a font file, its highest byte first.
    private func number(_ bytes: some Collection<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    @Test(arguments: ["Inter", "Andika"])
    func everyTableUnpacksToThatOfTheFont(family: String) throws {
        let subset = try FontSubset(family: family, weight: .bold, from: FontBook(folder: fontFolder))
        let font = subset.bytes
        let encoded = try #require(subset.css().split(separator: "base64,").last?.dropLast(2))
        let file = [UInt8](try #require(Data(base64Encoded: String(encoded))))
        #expect(file.starts(with: Array("wOFF".utf8) + font.prefix(4)))
        #expect(number(file[8..<12]) == file.count)
        let count = number(font[4..<6])
        #expect(number(file[12..<14]) == count && count > 7)
        var whole = 12 + 16 * count
        for table in 0..<count {
            let entry = 12 + 16 * table
            let start = number(font[entry + 8..<entry + 12])
            let size = number(font[entry + 12..<entry + 16])
            let told = 44 + 20 * table
            #expect(file[told..<told + 4] == font[entry..<entry + 4])
            #expect(Array(file[told + 16..<told + 20]) == Array(font[entry + 4..<entry + 8]))
            #expect(number(file[told + 12..<told + 16]) == size)
            let at = number(file[told + 4..<told + 8])
            let stored = Array(file[at..<at + number(file[told + 8..<told + 12])])
            #expect(at % 4 == 0)
            let table = stored.count == size ? stored : try inflate(stored, size: size, wrapping: .zlib)
            #expect(table == Array(font[start..<start + size]))
            whole += (size + 3) / 4 * 4
        }
        #expect(number(file[16..<20]) == whole)
        #expect(file.count < font.count * 2 / 3)
    }
}
