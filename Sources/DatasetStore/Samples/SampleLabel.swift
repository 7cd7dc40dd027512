import Engine

/// What people call a sample within one dataset file: `s-00417`, and `s-00417.b1` for a branch of it.
package struct SampleLabel: Hashable, Sendable, Comparable {
    /// 1 for the first; a sample and its branches share it.
    package let number: Int
    package let branch: [Int]

    package init(number: Int, branch: [Int] = []) {
        self.number = number
        self.branch = branch
    }

    /// Reads `s-00417`, `s-417.b1` or `417`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts[0].hasPrefix("s-") ? parts[0].dropFirst(2) : parts[0]
        guard let number = Int(digits), number > 0, digits.allSatisfy(\.isNumber) else { return nil }
        let branch = parts.dropFirst().map { $0.hasPrefix("b") ? Int($0.dropFirst()) : nil }
        guard branch.allSatisfy({ ($0 ?? 0) > 0 }) else { return nil }
        self.init(number: number, branch: branch.compactMap(\.self))
    }

    /// What a branch parted from; nil for an original.
    package var parent: SampleLabel? {
        branch.isEmpty ? nil : SampleLabel(number: number, branch: Array(branch.dropLast()))
    }

    package static func < (left: SampleLabel, right: SampleLabel) -> Bool {
        if left.number != right.number { return left.number < right.number }
        return left.branch.lexicographicallyPrecedes(right.branch)
    }
}

extension SampleLabel: CustomStringConvertible {
    package var description: String {
        "s-" + padded(number, to: 5) + branch.map { ".b\($0)" }.joined()
    }
}

/// A branch path as a column has it: `00001.00002`, so that text sorts as numbers do.
enum BranchColumn {
    static func text(of branch: [Int]) -> String {
        branch.map { padded($0, to: 5) }.joined(separator: ".")
    }

    static func branch(from text: String) -> [Int] {
        text.split(separator: ".").compactMap { Int($0) }
    }
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
