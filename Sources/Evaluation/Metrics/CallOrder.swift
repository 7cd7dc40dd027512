/// How far two sequences keep the same order.
enum CallOrder {
    /// The length of the longest common subsequence: what is left of both when as little as can be is left out.
    static func longestCommonSubsequence<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
        var lengths = Array(repeating: 0, count: right.count + 1)
        for element in left {
            var diagonal = 0
            for (place, other) in right.enumerated() {
                let above = lengths[place + 1]
                lengths[place + 1] = element == other ? diagonal + 1 : max(above, lengths[place])
                diagonal = above
            }
        }
        return lengths[right.count]
    }
}
