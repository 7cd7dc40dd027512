/// The proposals, narrowed to the sampled tools and to the outputs there are.
struct ProposalForm: Form {
    let batch: [Tool]
    let steps: [Step]
    /// The most proposals.
    let count: Int
    /// The most calls, or tools, of a proposal.
    let most: Int
    let strategy: Plan.Strategy

    let name = "proposals"
    /// A schema above this size is told without the tools' own schemas.
    private static let sizeLimit = 60_000

    init(_ request: ProposalRequest, strategy: Plan.Strategy) {
        batch = request.batch
        steps = request.workflow.steps
        count = max(1, request.count)
        most = max(1, min(request.toolsPerProposal, request.turns))
        self.strategy = strategy
    }

    var schema: JSON {
        switch strategy {
        case .paper: return schema(item: [("tools", Shape.list(of: Shape.oneOf(toolNames), atMost: most))])
        case .lean:
            var exact = schema(item: [("calls", Shape.list(of: ["anyOf": .array(batch.map(call))], atMost: most))])
            if hasReferences { exact = exact.defining("reference", everyReference.schema) }
            guard exact.compactText.utf8.count > Self.sizeLimit else { return exact }
            return schema(item: [("calls", Shape.list(of: freeCall, atMost: most))])
        }
    }

    var words: String {
        let calls = #"{"tool": a tool's name, "arguments": {name: value, or \#(referenceWords), or null}}"#
        let part =
            switch strategy {
            case .lean: #""calls": [1 to \#(most) of \#(calls)]"#
            case .paper: #""tools": [1 to \#(most) names of tools]"#
            }
        return #"{"reason": text, "proposals": [1 to \#(count) of {"instruction": text, \#(part)}]}"#
    }

    private var referenceWords: String {
        #"{"from": "step N" or "call N", "path": "$.a.b[0]"}"#
    }

    var toolNames: [String] { batch.map(\.name.text) }

    /// All that some call of a proposal can refer to.
    private var everyReference: References { References(steps: steps, earlierCalls: most - 1) }

    private var hasReferences: Bool { !everyReference.names.isEmpty }

    private func schema(item members: [(String, JSON)]) -> JSON {
        let proposal = Shape.object([("instruction", Shape.text)] + members)
        return Shape.object([("reason", Shape.text), ("proposals", Shape.list(of: proposal, atMost: count))])
    }

    private func call(to tool: Tool) -> JSON {
        let arguments = ArgumentsForm(tool: tool, references: everyReference).schema(
            beside: hasReferences ? [["$ref": "#/$defs/reference"]] : [])
        return Shape.object([("tool", Shape.oneOf([tool.name.text])), ("arguments", arguments)])
    }

    private var freeCall: JSON {
        Shape.object([("tool", Shape.oneOf(toolNames)), ("arguments", ["type": "object"])])
    }
}

extension JSON {
    /// This schema with a definition that it refers to.
    fileprivate func defining(_ name: String, _ definition: JSON) -> JSON {
        guard case .object(var object) = self else { return self }
        object.set("$defs", .object([name: definition]))
        return .object(object)
    }
}
