import Files
import Testing

@Suite struct DigestTests {
    // FIPS 180-4 examples, as published by NIST.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func aDigestIsThatOfTheStandard(_ row: (text: String, digest: String)) {
        #expect(Digest.sha256(row.text.utf8) == row.digest)
    }

    // RFC 4231, test cases 2 and 6 (a key longer than a block).
    @Test func aKeyedDigestIsThatOfTheStandard() {
        #expect(
            Digest.hmacSHA256("what do ya want for nothing?".utf8, key: "Jefe".utf8)
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            Digest.hmacSHA256(
                "Test Using Larger Than Block-Size Key - Hash Key First".utf8,
                key: [UInt8](repeating: 0xAA, count: 131))
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }
}
