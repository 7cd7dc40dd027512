/// Which run a sample belongs to: the hash of seed, plan, library and planner, without the count.
///
/// So the same command continues the same run.
package struct RunID: Hashable, Codable, Sendable, CustomStringConvertible {
    package let hash: ContentHash

    package init(_ hash: ContentHash) {
        self.hash = hash
    }

    package init(plan: Plan, library: [Tool], planner: String) {
        let tools = library.map(\.contentHash.hex).sorted().joined(separator: ",")
        hash = ContentHash(of: [plan.identity.canonicalText, tools, planner].joined(separator: "\n"))
    }

    /// The first eight digits, for people.
    package var description: String { hash.short }
}

/// Which sample: its run, its index, and the branches taken from it.
package struct SampleID: Hashable, Codable, Sendable, CustomStringConvertible {
    package let run: RunID
    /// 1 for the first sample of the run.
    package let index: Int
    /// Empty for an original; `[1]` for its first branch, `[1, 2]` for the second branch of that.
    package let branch: [Int]

    package init(run: RunID, index: Int, branch: [Int] = []) {
        self.run = run
        self.index = index
        self.branch = branch
    }

    /// `s-00417`, `s-00417.b1`: a label within one run.
    package var description: String {
        let digits = String(index)
        let padding = String(repeating: "0", count: max(0, 5 - digits.count))
        return "s-" + padding + digits + branch.map { ".b\($0)" }.joined()
    }
}

extension SampleID: Comparable {
    package static func < (left: SampleID, right: SampleID) -> Bool {
        if left.run != right.run { return left.run.hash.hex < right.run.hash.hex }
        if left.index != right.index { return left.index < right.index }
        return left.branch.lexicographicallyPrecedes(right.branch)
    }
}
