/// Random numbers that depend only on what they are for.
///
/// Every stream derives from (run seed, sample index, iteration, purpose), so branching, resuming and any concurrency
/// give the same data. The numbers are SplitMix64's (Steele, Lea and Flood, OOPSLA 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    package enum Purpose: String, Sendable {
        case targeting, sampling, proposing, executing, selecting, synthesising
        case instructing, searching, answering, judging, resampling
    }

    private var state: UInt64

    package init(for purpose: Purpose, seed: UInt64, sample: Int, iteration: Int) {
        let digest = ContentHash(of: "\(seed)/\(sample)/\(iteration)/\(purpose.rawValue)")
        state = UInt64(digest.hex.prefix(16), radix: 16) ?? seed
    }

    /// A stream of its own for one of several parts, so that what one part draws does not shift the others.
    package func part(_ number: Int) -> SeededGenerator {
        var part = self
        part.state ^= UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93
        return part
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
