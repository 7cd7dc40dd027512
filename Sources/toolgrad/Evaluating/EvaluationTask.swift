import DatasetFormats
import Engine
import Evaluation

/// An item before it is answered.
struct EvaluationTask: Hashable, Sendable {
    /// 1 for the first item.
    let index: Int
    let truth: Truth
    /// What is offered, in the order of the tools' source.
    let tools: [Tool]

    init(_ task: OfferedTask, label: String, index: Int) {
        self.index = index
        tools = task.tools
        truth = Truth(
            id: task.kind == .calls ? label : "\(label)/\(task.kind.rawValue)", query: task.query,
            offered: task.tools.map(\.name), calls: task.calls, response: task.response,
            category: task.category)
    }

    /// The tools by name.
    var byName: [ToolName: Tool] { Dictionary(tools.map { ($0.name, $0) }) { first, _ in first } }

    /// Changes with everything that is asked, offered or expected; not with what the tools returned.
    var contentHash: ContentHash {
        let parts: [JSON] = [
            .string(truth.id), .string(truth.query), .array(tools.map { .string($0.contentHash.hex) }),
            .array(truth.calls.map { .string($0.contentHash.hex) }), .string(truth.response),
            .string(truth.category.rawValue),
        ]
        return ContentHash(of: JSON.array(parts).canonicalText)
    }
}

extension OfferedTask {
    /// By what its calls need of one another, as it was worked out from their arguments and not as anybody said.
    fileprivate var category: Truth.Category {
        switch (turns.count, calls.count) {
        case (0, _): .irrelevance
        case (1, 1): .single
        case (1, _): .parallel
        case _: .chained
        }
    }
}
