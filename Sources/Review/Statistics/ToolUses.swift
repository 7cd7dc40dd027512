import Engine
import Foundation

/// Which tools samples use: each sample counts once for a tool, however many of its steps call it.
struct ToolUses: Hashable, Sendable {
    private(set) var verdicts: [ToolName: Statistics.Verdicts] = [:]
    /// Every tool that any of the samples uses.
    private(set) var seen: Set<ToolName> = []
    /// Two tools that an accepted sample uses together, the numbers of both in one.
    private var pairs: Set<UInt64> = []
    private var numbers: [ToolName: UInt64] = [:]

    mutating func add(_ tools: Set<ToolName>, status: ReviewState.Status) {
        seen.formUnion(tools)
        guard [.accepted, .rejected].contains(status) else { return }
        for tool in tools { verdicts[tool, default: Statistics.Verdicts()].add(status) }
        if status == .accepted { addPairs(of: tools) }
    }

    private mutating func addPairs(of tools: Set<ToolName>) {
        let sorted = tools.map { number(of: $0) }.sorted()
        for (place, first) in sorted.enumerated() {
            for second in sorted[(place + 1)...] { pairs.insert(first << 32 | second) }
        }
    }

    private mutating func number(of tool: ToolName) -> UInt64 {
        if let known = numbers[tool] { return known }
        let next = UInt64(numbers.count)
        numbers[tool] = next
        return next
    }
}

extension ToolUses {
    var pairCount: Int { pairs.count }

    /// How many accepted samples use a tool.
    func accepted(_ tool: ToolName) -> Int { verdicts[tool]?.accepted ?? 0 }

    /// The tools that accepted samples use most.
    func top(_ count: Int) -> [ToolName] {
        let used = verdicts.filter { $0.value.accepted > 0 }
        return used.sorted { ($1.value.accepted, $0.key) < ($0.value.accepted, $1.key) }.prefix(count).map(\.key)
    }

    /// How evenly accepted samples use them, in bits; 0 where one tool or none is used.
    var entropy: Double {
        // In a fixed order, or rounding would make two sums of the same numbers.
        let counts = verdicts.values.map(\.accepted).filter { $0 > 0 }.sorted()
        let total = Double(counts.reduce(0, +))
        return counts.reduce(0) { sum, count in
            let share = Double(count) / total
            return sum - share * log2(share)
        }
    }
}
