import Diagnostics
import Files
import Testing

@Suite struct DeflateTests {
    /// Bytes that repeat themselves and do not, from a fixed seed (SplitMix64).
    private func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed
        return (0..<count).map { index in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return index % 30 == 0 ? UInt8(truncatingIfNeeded: mixed >> 31) : UInt8(index / 100 % 256)
        }
    }

    @Test(arguments: [Deflater.Wrapping.raw, .zlib], [0, 1, 255, 70_000])
    func whatIsCompressedComesBack(wrapping: Deflater.Wrapping, count: Int) throws {
        let input = bytes(count, seed: UInt64(count))
        for level in [1, 6, 12] {
            let packed = try Deflater(level: level, wrapping: wrapping).compress(input)
            #expect(try inflate(packed, size: count, wrapping: wrapping) == input)
            #expect(try Deflater(level: level, wrapping: wrapping).compress(input) == packed)
            if count > 1000 { #expect(packed.count < count * 2 / 3) }
        }
    }

    @Test func zlibHasItsHeaderAndItsChecksum() throws {
        let input = Array("Wikipedia".utf8)
        let packed = try Deflater(level: 6, wrapping: .zlib).compress(input)
        #expect(packed[0] == 0x78 && (Int(packed[0]) * 256 + Int(packed[1])) % 31 == 0)
        #expect(packed.suffix(4) == [0x11, 0xE6, 0x03, 0x98])
    }

    @Test func checksumsAreThoseOfTheirStandards() {
        #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(crc32(Array("789".utf8), seed: crc32(Array("123456".utf8))) == 0xCBF4_3926)
        #expect(adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
        #expect(crc32([]) == 0 && adler32([]) == 1)
    }

    @Test func faultyDataAndLevelsAreErrors() throws {
        let packed = try Deflater(level: 6, wrapping: .zlib).compress(bytes(500, seed: 1))
        var damaged = packed
        damaged[damaged.count - 1] ^= 1
        func found(_ data: [UInt8], size: Int) -> [String] {
            messages { () throws(Failure) in _ = try inflate(data, size: size, wrapping: .zlib) }
        }
        #expect(found(packed, size: 499) == ["the compressed data holds more than 499 bytes"])
        #expect(found(packed, size: 501) == ["the compressed data holds fewer than 501 bytes"])
        #expect(found(damaged, size: 500) == ["the compressed data is damaged"])
        #expect(found([], size: 1) == ["the compressed data is damaged"])
        #expect(
            messages { () throws(Failure) in _ = try Deflater(level: 13, wrapping: .raw) }
                == ["no compressor of level 13: levels run from 1 to 12"])
    }

    @Test func whatHasAnUnknownSizeComesBackUpToALimit() throws {
        let input = bytes(300_000, seed: 7)
        let packed = try Deflater(level: 6, wrapping: .zlib).compress(input)
        #expect(try inflate(packed, atMost: 1 << 20, wrapping: .zlib) == input)
        #expect(try inflate(packed, atMost: input.count, wrapping: .zlib) == input)
        #expect(throws: Failure.self) { try inflate(packed, atMost: input.count - 1, wrapping: .zlib) }
        #expect(throws: Failure.self) {
            try inflate(Array(packed.dropLast(9)), atMost: 1 << 20, wrapping: .zlib)
        }
    }
}
