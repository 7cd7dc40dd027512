import DisplaySafety
import Foundation
import Testing

@Suite("Random text")
struct RandomTextTests {
    @Test func `is never obeyed, and can be had back`() {
        var random = SplitMix(state: 7)

        for number in 0..<20_000 {
            let bytes = Array(String(String.UnicodeScalarView(randomScalars(&random))).utf8)
            expectDrawable(SafeText(bytes))
            #expect(SafeText.original(ofMarked: SafeText.marked(bytes)) == Data(bytes), "Text \(number)")
        }
    }

    @Test func `may be any bytes`() {
        var random = SplitMix(state: 11)

        for number in 0..<5_000 {
            let count = Int.random(in: 0...24, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            expectDrawable(SafeText(bytes))
            #expect(SafeText.original(ofMarked: SafeText.marked(bytes)) == Data(bytes), "Bytes \(number)")
        }
    }

    @Test func `can be had back from what is drawn, when nothing was left out`() {
        var random = SplitMix(state: 13)

        for number in 0..<5_000 {
            let scalars = randomScalars(&random).filter { $0 != "\t" && $0 != "\r" && $0.value & 0xFFFFFE != 0xFE0E }
            let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
            let drawn = SafeText(bytes).plain
            guard !drawn.contains("‹+") else { continue }
            #expect(SafeText.original(ofMarked: drawn) == Data(bytes), "Text \(number)")
        }
    }

    private func randomScalars(_ random: inout SplitMix) -> [Unicode.Scalar] {
        (0..<Int.random(in: 0...16, using: &random)).compactMap { _ in
            let range = Self.ranges.randomElement(using: &random) ?? 0x20...0x7E
            return Unicode.Scalar(UInt32.random(in: range, using: &random))
        }
    }

    /// Where the trouble is, and plain text and everything beside it.
    private static let ranges: [ClosedRange<UInt32>] = [
        0x0...0x1F, 0x20...0x7E, 0x7F...0xAD, 0x300...0x36F, 0x600...0x61F, 0x1100...0x11FF, 0x1806...0x1810,
        0x2000...0x206F, 0x2039...0x203A, 0x20D0...0x20F0, 0x200D...0x200D, 0x2600...0x27BF, 0x4E00...0x4E20,
        0xFE00...0xFE0F, 0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F440...0x1F480,
        0xE0000...0xE01FF, 0x0...0x10FFFF,
    ]
}

/// A small generator that gives the same numbers every time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
