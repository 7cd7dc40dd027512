import Engine
import Synchronization

/// The vocabularies of tools, each read once for as long as the tool stays the same.
final class Lexicon: Sendable {
    private struct Entry {
        let tool: Tool
        let vocabulary: Vocabulary
    }

    private let entries = Mutex<[ToolName: Entry]>([:])

    subscript(tool: Tool) -> Vocabulary {
        if let known = entries.withLock({ $0[tool.name] }), known.tool == tool { return known.vocabulary }
        let vocabulary = Vocabulary(of: tool)
        entries.withLock { $0[tool.name] = Entry(tool: tool, vocabulary: vocabulary) }
        return vocabulary
    }
}
