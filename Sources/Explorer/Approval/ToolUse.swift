import Engine

/// What somebody says a tool may do: one of its effects, or that it is not used.
enum ToolUse: Hashable, Sendable {
    case used(Tool.Effects)
    case off

    static let all: [ToolUse] = Tool.Effects.allCases.map { .used($0) } + [.off]

    /// `read`, `write`, `destructive`, `off`.
    var word: String {
        switch self {
        case .used(let effects): effects.rawValue
        case .off: "off"
        }
    }

    /// The effects to approve; nil for none.
    var effects: Tool.Effects? {
        switch self {
        case .used(let effects): effects
        case .off: nil
        }
    }
}

/// How many tools are classified as what.
struct ToolUseCounts: Hashable, Sendable {
    private(set) var counts: [ToolUse: Int] = [:]
    private(set) var unclassified = 0

    /// Counts what each tool is said to be; nil where nothing is said.
    init(_ classifications: some Sequence<ToolUse?>) {
        for classification in classifications {
            if let classification { counts[classification, default: 0] += 1 } else { unclassified += 1 }
        }
    }

    var classified: Int { counts.values.reduce(0, +) }

    /// `42 read, 10 write, 3 destructive, 5 off`; kinds of which there are none are left out.
    var words: String {
        let parts = ToolUse.all.compactMap { kind in counts[kind].map { "\($0) \(kind.word)" } }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }
}
