/// The numbers below a count in an order that looks random, any of them without the others.
///
/// A Feistel network over the next power of four, walked until it comes back into the range (Black and Rogaway,
/// "Ciphers with Arbitrary Finite Domains", CT-RSA 2002): nothing is shuffled, so it costs the same for fifty thousand
/// as for fifty.
struct ShuffledIndices: Sendable {
    private let count: Int
    private let halfBits: Int
    private let keys: [UInt64]

    private static let rounds = 6

    init(count: Int, random: SeededGenerator) {
        var random = random
        self.count = count
        let bits = Int.bitWidth - max(count - 1, 1).leadingZeroBitCount
        halfBits = (bits + 1) / 2
        keys = (0..<Self.rounds).map { _ in random.next() }
    }

    /// Which number stands at a place.
    subscript(place: Int) -> Int {
        var place = permuted(place)
        while place >= count { place = permuted(place) }
        return place
    }

    private func permuted(_ place: Int) -> Int {
        let mask = (1 << halfBits) - 1
        var (left, right) = (place >> halfBits, place & mask)
        for key in keys {
            let mixed = Int(truncatingIfNeeded: ((UInt64(right) &+ key) &* 0x9E37_79B9_7F4A_7C15) >> 32)
            (left, right) = (right, left ^ (mixed & mask))
        }
        return left << halfBits | right
    }
}
