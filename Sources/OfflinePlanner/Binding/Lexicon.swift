import Engine
import Synchronization

/// A tool and what it means; a reference, since binding hands it around by the thousand.
final class KnownTool: Sendable {
    let tool: Tool
    let vocabulary: Vocabulary
    let occasions: Occasions

    init(_ tool: Tool) {
        self.tool = tool
        vocabulary = Vocabulary(of: tool)
        occasions = Occasions(of: [tool])
    }

    var name: ToolName { tool.name }
    var wording: Wording { tool.wording }
}

/// The tools of a library, each read once for as long as it stays the same.
final class Lexicon: Sendable {
    private let entries = Mutex<[ToolName: KnownTool]>([:])

    subscript(tool: Tool) -> KnownTool {
        if let known = entries.withLock({ $0[tool.name] }), known.tool == tool { return known }
        let known = KnownTool(tool)
        entries.withLock { $0[tool.name] = known }
        return known
    }
}
