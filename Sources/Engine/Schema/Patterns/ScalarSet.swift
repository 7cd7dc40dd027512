/// Scalars that one place of a regular expression accepts.
///
/// Values between U+D800 and U+DFFF may be named; no text has them.
struct ScalarSet: Sendable {
    /// In order, without overlap.
    private var ranges: [ClosedRange<UInt32>]
    private var traits: [ScalarTrait]
    private var isInverted = false

    init(_ ranges: [ClosedRange<UInt32>]) {
        self.ranges = Self.merged(ranges)
        traits = []
    }

    init(_ trait: ScalarTrait) {
        ranges = []
        traits = [trait]
    }

    /// The union of ranges and sets.
    init(_ ranges: [ClosedRange<UInt32>], and sets: [ScalarSet]) {
        let plain = sets.filter { !$0.isInverted }
        self.ranges = Self.merged(ranges + plain.flatMap(\.ranges))
        traits = plain.flatMap(\.traits) + sets.filter(\.isInverted).map(ScalarTrait.init(of:))
    }

    /// All that the set does not have.
    var inverted: ScalarSet {
        var set = self
        set.isInverted.toggle()
        return set
    }

    /// Steps that asking for a scalar is worth.
    var cost: Int { 1 + traits.count }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        (hasRange(around: scalar.value) || traits.contains { $0.holds(for: scalar) }) != isInverted
    }

    private func hasRange(around value: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= value
    }

    private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let last = merged.last, range.lowerBound <= last.upperBound else {
                merged.append(range)
                continue
            }
            merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        }
        return merged
    }
}

extension ScalarSet {
    /// `\d`: ASCII, whatever the flags.
    static let digit = ScalarSet([0x30...0x39])
    /// `\w`.
    static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// `\s`: white space and the ends of lines.
    static let space = ScalarSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// The dot.
    static let withinLine = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).inverted
}
