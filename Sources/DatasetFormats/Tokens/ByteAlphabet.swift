/// The characters that byte-level tokenizers write bytes as: printable ones for themselves, the others from U+0100 on.
enum ByteAlphabet {
    /// The bytes that a token of a vocabulary stands for; nil when it has a character that stands for none.
    static func bytes(of token: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in token.unicodeScalars {
            guard scalar.value < table.count, let byte = table[Int(scalar.value)] else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// The byte of each scalar.
    private static let table: [UInt8?] = {
        var table = [UInt8?](repeating: nil, count: 0x100 + 68)
        var shifted = 0x100
        for byte in UInt8.min...UInt8.max {
            switch byte {
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: table[Int(byte)] = byte
            case _:
                table[shifted] = byte
                shifted += 1
            }
        }
        return table
    }()
}
