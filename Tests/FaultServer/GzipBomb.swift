/// 256 MiB of zeros in less than 2 MB of gzip.
enum GzipBomb {
    static let bytes: [UInt8] = {
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        let (checksum, size): (UInt32, UInt32) = (0x2A0E7DBB, 1 << 28)
        return header + deflated(count: 1 << 28) + littleEndian(checksum) + littleEndian(size)
    }()

    /// One block with the fixed codes of deflate: a zero, then "258 times the byte before" as often as it fits.
    private static func deflated(count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0b011, count: 3)
        bits.writeCode(0b0011_0000, count: 8)
        let (copies, rest) = (count - 1).quotientAndRemainder(dividingBy: 258)
        for _ in 0..<copies % 8 { bits.write(copyCode, count: 13) }
        bits.repeatEight(copyCode, count: 13, times: copies / 8)
        for _ in 0..<rest { bits.writeCode(0b0011_0000, count: 8) }
        bits.writeCode(0, count: 7)
        return bits.finish()
    }

    /// The code for 258 bytes, 1100_0101, turned round, and five zeros for the distance 1.
    private static let copyCode: UInt32 = 0b00000_1010_0011

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

/// Puts bits into bytes, the lowest first.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt32 = 0
    private var pendingCount = 0

    mutating func write(_ value: UInt32, count: Int) {
        pending |= value << pendingCount
        pendingCount += count
        while pendingCount >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            pendingCount -= 8
        }
    }

    /// Writes eight times the same bits, again and again: always the same bytes, wherever in a byte they begin.
    mutating func repeatEight(_ value: UInt32, count: Int, times: Int) {
        guard times > 0 else { return }
        let start = bytes.count
        for _ in 0..<8 { write(value, count: count) }
        let written = bytes[start...]
        for _ in 1..<times { bytes += written }
    }

    /// Codes of deflate begin with their highest bit.
    mutating func writeCode(_ code: UInt32, count: Int) {
        var reversed: UInt32 = 0
        for bit in 0..<count where code & (1 << bit) != 0 { reversed |= 1 << (count - 1 - bit) }
        write(reversed, count: count)
    }

    mutating func finish() -> [UInt8] {
        if pendingCount > 0 { write(0, count: 8 - pendingCount) }
        return bytes
    }
}
