import Engine

/// A sample as a judge reads it: query, steps and response as they count, and the tools that were offered.
package struct JudgedSubject: Hashable, Sendable {
    let query: String
    let response: String
    let workflow: Workflow
    /// Those that the steps call first, then those that were sampled beside them, each once.
    let tools: [Tool]

    /// Nil for a sample that is not finished, or lacks what a judge asks about.
    package init?(_ sample: ReviewedSample) {
        guard sample.state.outcome != nil, let query = sample.query, let response = sample.response,
            !sample.workflow.steps.isEmpty
        else { return nil }
        self.query = query
        self.response = response
        workflow = sample.workflow
        tools = sample.offeredTools
    }

    /// The same as long as the same would be judged; an edit changes it.
    package var contentHash: ContentHash {
        let chains = workflow.chains.map { chain -> JSON in
            ["chain": .number(JSON.Number(chain.id.number)), "steps": .array(chain.steps.map(\.judged))]
        }
        let tools = tools.map { tool -> JSON in [.string(tool.name.text), .string(tool.description)] }
        let whole: JSON = [
            "query": .string(query), "response": .string(response), "chains": .array(chains), "tools": .array(tools),
        ]
        return ContentHash(of: whole.compactText)
    }

    /// What a check's verdict can be about; each is there, so that a model can only name what exists.
    func targets(of check: JudgedCheck) -> [Target] {
        switch check {
        case .unnatural, .ambiguous: [.query]
        case .wrongTool: workflow.steps.map { .step($0.number) }
        case .missingStep: [.query] + workflow.chains.map { .chain($0.id) }
        case .incomplete: [.response]
        }
    }
}

extension Step {
    fileprivate var judged: JSON {
        [
            "step": .number(JSON.Number(number)), "tool": .string(call.tool.text), "arguments": call.arguments,
            "output": .string(output.hash.hex),
        ]
    }
}

extension ReviewedSample {
    /// The tools that the steps could have used instead; all of the run's where it is not recorded what was sampled.
    fileprivate var offeredTools: [Tool] {
        let used = workflow.steps.map(\.call.tool)
        let sampled = state.iterations.flatMap(\.pool)
        let names = used + (sampled.isEmpty ? library.map(\.name) : sampled)
        let known = tools
        var seen: Set<ToolName> = []
        return names.compactMap { seen.insert($0).inserted ? known[$0] : nil }
    }
}
