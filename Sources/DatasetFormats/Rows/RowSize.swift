import Engine

/// How large a row is, in tokens: the texts that a model reads of it, and a few for each message around them.
///
/// Chat templates differ in what they write around messages and tools, so even a counted size is near, not exact.
struct RowSize {
    private let systemPrompt: String?
    private let counting: TokenCounting
    private let library: RunLibrary

    init(_ options: ExportOptions, _ library: RunLibrary) {
        systemPrompt = options.systemPrompt
        counting = options.tokens
        self.library = library
    }

    func tokens(of row: ExportRow) -> Int {
        tokensWithoutOutputs(of: row) + row.steps.reduce(0) { $0 + tokens(ofOutput: $1.output) }
    }

    /// Everything but what the tools returned.
    func tokensWithoutOutputs(of row: ExportRow) -> Int {
        let texts = [systemPrompt, row.query, row.response].compactMap(\.self)
        let calls = row.steps.map { step in
            JSON.object(["name": .string(step.step.call.tool.text), "arguments": step.step.call.arguments]).compactText
        }
        let tools = row.tools.reduce(0) { sum, tool in
            sum + library.size(of: tool) { counting.count($0.function(named: $0.name.text).compactText) }
        }
        return (texts + calls).reduce(tools) { $0 + Self.perMessage + counting.count($1) }
    }

    func tokens(ofOutput text: String) -> Int { Self.perMessage + counting.count(text) }

    /// The role and the marks where a message begins and ends, as in `<|im_start|>user` and `<|im_end|>`.
    private static let perMessage = 4
}
