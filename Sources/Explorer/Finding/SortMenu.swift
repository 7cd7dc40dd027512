import Canvas
import Review

/// Choosing the order of the list: a letter chooses and goes, the same one again reverses.
struct SortMenu: Hashable, Sendable {
    let current: Sort
    private let seed: UInt64
    private(set) var row = 0

    /// Opens the menu; the seed decides the random order.
    init(current: Sort, seed: UInt64) {
        self.current = current
        self.seed = seed
    }

    /// A choice, with what it does.
    struct Choice: Hashable, Sendable {
        let key: Character
        let sort: Sort.Key
        let text: String
    }

    var choices: [Choice] {
        [
            Choice(key: "i", sort: .id, text: "in the order of the labels"),
            Choice(key: "l", sort: .lint, text: "most findings first"),
            Choice(key: "u", sort: .uncertainty, text: "least certain checks first"),
            Choice(key: "n", sort: .novelty, text: "rarest tools first"),
            Choice(key: "s", sort: .length, text: "most steps first"),
            Choice(key: "c", sort: .cost, text: "dearest first"),
            Choice(key: "r", sort: .random(seed: seed), text: "random, by the seed \(seed)"),
        ]
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays, closed
        case sorted(Sort)
    }

    mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .escape, .character("q"), .character("o"): return .closed
        case .down, .character("j"): row = min(choices.count - 1, row + 1)
        case .up, .character("k"): row = max(0, row - 1)
        case .enter: return choose(choices[row])
        case .character(let character):
            if let choice = choices.first(where: { $0.key == character }) { return choose(choice) }
        case .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .left, .right, .home,
            .end,
            .pageUp, .pageDown:
            return .stays
        }
        return .stays
    }

    /// The order that is in force already is reversed.
    private func choose(_ choice: Choice) -> Outcome {
        .sorted(Sort(choice.sort, isReversed: current.key == choice.sort && !current.isReversed))
    }
}
