import Engine

/// A use of one to three tools that could be proposed.
struct Candidate: Sendable {
    let calls: [BoundCall]
    /// The chain whose steps feed it; nil when none does.
    let chain: Chain.ID?

    var tools: [ToolName] { calls.map(\.tool.name) }

    /// Steps of the workflow that feed it.
    var steps: Set<Int> { calls.reduce(into: []) { $0.formUnion($1.steps) } }

    /// How many of its calls use an earlier call of it.
    var inner: Int { calls.count(where: \.usesCalls) }

    /// An imperative instruction, with the tools named: it is for the trial, never for the query.
    var instruction: String {
        let parts = calls.enumerated().map { index, call in
            let arguments = call.arguments.map(Self.words(for:)).listed
            return "\(index == 0 ? "Call" : "call") \(call.tool.name)" + (arguments.isEmpty ? "" : " with \(arguments)")
        }
        return parts.joined(separator: ", then ") + "."
    }

    private static func words(for argument: PlannedCall.Argument) -> String {
        switch argument.binding {
        case .literal(let value): "\(argument.name) \(value.compactText)"
        case .step(let number, let path): "\(argument.name) from step \(number) (\(path))"
        case .call(let number, let path): "\(argument.name) from call \(number) (\(path))"
        }
    }
}
