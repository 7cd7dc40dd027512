import Engine

/// Groups samples so that no two groups have samples that are too like each other: one group goes to one split.
///
/// Likeness is passed on: where A is like B and B like C, all three are one group.
package struct LikenessClusters: Sendable {
    private var index = LikenessIndex()
    private var numbers: [SampleID: Int] = [:]
    private var parents: [Int] = []

    package init() {}

    /// Keeps a sample; one that was added before is left as it is.
    package mutating func add(_ id: SampleID, query: String, calls: [ToolCall]) {
        guard numbers[id] == nil else { return }
        let number = parents.count
        numbers[id] = number
        parents.append(number)
        for other in index.addAndFindAll(id, query: query, calls: calls) {
            guard let other = numbers[other] else { continue }
            join(number, other)
        }
    }

    /// The group of a sample: the place, from 0, of its first member among all that were added; nil for one that was not.
    package func cluster(of id: SampleID) -> Int? { numbers[id].map(root) }

    /// Comparisons that were left out; while there are none, no two groups have samples that are too like each other.
    package var skippedComparisons: Int { index.skippedComparisons }

    private mutating func join(_ left: Int, _ right: Int) {
        let (first, second) = (root(of: min(left, right)), root(of: max(left, right)))
        parents[max(first, second)] = min(first, second)
        // The way of the newer one is shortened, so that long chains of likeness stay cheap.
        parents[left] = min(first, second)
    }

    private func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number { number = parents[number] }
        return number
    }
}
