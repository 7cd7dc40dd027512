import Engine

/// A query's MinHash: 128 bytes whose agreement estimates how many word shingles two queries share.
///
/// The method is Broder's ("On the Resemblance and Containment of Documents", 1997): of each of 128 orders of all
/// shingles the least one is kept, and two sets have the same one as often as their Jaccard similarity says. Only eight
/// bits of each are kept (Li and König, "b-Bit Minwise Hashing", 2010); what agrees by chance, one in 256, is taken off
/// again. At 0.7 the standard error is 0.04. The orders are fixed, so the same query has the same sketch everywhere.
package struct QuerySketch: Hashable, Sendable {
    /// The number of orders, and of bytes.
    package static let permutations = 128
    /// Two queries at least this similar ask nearly the same.
    package static let nearDuplicate = 0.7
    /// How many bands the first 64 bytes are cut into, four bytes each.
    ///
    /// Two queries share a band, and are compared at all, with probability 1 − (1 − s⁴)¹⁶ at similarity s: 0.12 at
    /// 0.3, 0.64 at 0.5, 0.99 at 0.7 and 0.9998 at 0.8.
    package static let bandCount = 16

    let bytes: [UInt8]

    package init(_ query: String) {
        let shingles = Array(QueryShingles(query).hashes)
        guard !shingles.isEmpty else {
            bytes = []
            return
        }
        bytes = Self.orders.map { order in
            var least = UInt64.max
            for shingle in shingles { least = min(least, (shingle &* order.factor &+ order.addend) >> 32) }
            return UInt8(truncatingIfNeeded: least)
        }
    }

    /// Takes the bytes of a sketch that was made before.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the query has no word at all; it is like no other then.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The estimated Jaccard similarity of the shingles, from 0 to 1.
    package func similarity(to other: QuerySketch) -> Double {
        guard !isEmpty, !other.isEmpty else { return 0 }
        let agreeing = zip(bytes, other.bytes).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
        return Self.similarity(agreeing: agreeing)
    }

    static func similarity(agreeing: Int) -> Double {
        let share = Double(agreeing) / Double(permutations)
        return max(0, (share - 1.0 / 256) / (1 - 1.0 / 256))
    }

    /// One number for each band, its place included; two sketches with an equal one are worth comparing.
    package var bands: [UInt64] {
        isEmpty ? [] : (0..<Self.bandCount).map { UInt64($0) << 32 | UInt64(Self.band($0, of: bytes[...])) }
    }

    static func band(_ band: Int, of bytes: ArraySlice<UInt8>) -> UInt32 {
        let start = bytes.startIndex + band * 4
        return bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static let orders: [(factor: UInt64, addend: UInt64)] = {
        var random = SplitMix(state: 0x746F_6F6C_6772_6164)
        return (0..<permutations).map { _ in (random.next() | 1, random.next()) }
    }()
}

/// What is compared of a query: its runs of three words.
///
/// Case, accents, punctuation and words of politeness do not count; of queries under three words the runs of three
/// characters are taken instead.
struct QueryShingles {
    let hashes: Set<UInt64>

    init(_ query: String) {
        let all = FoldedWords.of(query)
        let telling = all.filter { !Self.polite.contains($0) }
        let words = telling.isEmpty ? all : telling
        guard words.count >= 3 else {
            let characters = Array(words.joined(separator: " "))
            let width = min(3, characters.count)
            hashes =
                width == 0
                ? []
                : Set((0...(characters.count - width)).map { Self.hash(characters[$0..<$0 + width].map(String.init)) })
            return
        }
        hashes = Set((0..<(words.count - 2)).map { Self.hash(words[$0...$0 + 2]) })
    }

    private static let polite: Set<String> = ["please", "hi", "hello", "hey", "thanks", "thank", "kindly", "pls"]

    /// FNV-1a, mixed as in SplitMix64, so that no bit depends on few characters.
    private static func hash(_ parts: some Collection<String>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01B3
        }
        return SplitMix.mixed(hash)
    }
}

/// The numbers of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), from a fixed seed.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
