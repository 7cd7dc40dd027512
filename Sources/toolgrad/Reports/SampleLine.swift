import Engine
import Review

/// One finished sample as a line for machines: JSON, exact, nothing made safe for a screen.
struct SampleLine {
    let sample: ReviewedSample
    let label: String

    var json: JSON {
        let usage = sample.state.usage
        return [
            "id": .string(label),
            "run": .string(sample.id.run.description),
            "index": .count(sample.id.index),
            "seed": .number(JSON.Number(text: String(sample.seed)) ?? JSON.Number(0)),
            "planner": .string(sample.state.planner),
            "outcome": .string(sample.state.outcome?.title ?? "unfinished"),
            "status": .string(sample.review.status.rawValue),
            "iterations": .count(sample.state.iterations.count),
            "noOps": .array(noOps),
            "chains": .array(sample.workflow.chains.map(chain)),
            "query": sample.query.map(JSON.string) ?? .null,
            "response": sample.response.map(JSON.string) ?? .null,
            "modelCalls": .count(usage.modelCalls),
            "toolCalls": .count(usage.toolCalls),
            "failedCalls": .count(usage.failedCalls),
            "failedTrials": .count(usage.failedTrials),
        ]
    }

    private var noOps: [JSON] {
        sample.state.iterations.compactMap { iteration in
            guard case .stalled(let cause) = iteration.outcome else { return nil }
            return [
                "iteration": .count(iteration.number), "cause": .string(cause.title),
                "reason": cause.reason.map(JSON.string) ?? .null,
            ]
        }
    }

    private func chain(_ chain: Chain) -> JSON {
        let traces = sample.workflow.traces(query: sample.query, library: sample.tools)
        return [
            "chain": .count(chain.id.number),
            "steps": .array(chain.steps.map { step(for: $0, traces[$0.number] ?? []) }),
        ]
    }

    private func step(for step: Step, _ traces: [ArgumentTrace]) -> JSON {
        [
            "step": .count(step.number), "iteration": .count(step.iteration), "tool": .string(step.call.tool.text),
            "arguments": step.call.arguments, "outcome": .string(ToolOutcome.returned(step.output).verdict),
            "origin": .string(step.origin.rawValue), "outputHash": .string(step.output.hash.hex),
            "sources": .array(traces.map(\.json)),
        ]
    }
}

extension ArgumentTrace {
    /// Where the value comes from, for machines.
    var json: JSON {
        var object: JSON.Object = [
            "argument": .string(path.description), "value": value, "source": .string(source.title),
        ]
        switch source {
        case .query(let from, let to):
            object.set("from", .count(from))
            object.set("to", .count(to))
        case .output(let step, let path):
            object.set("step", .count(step))
            object.set("path", .string(path.description))
        case .schemaDefault, .documentation, .open, .unknown, .none:
            break
        }
        return .object(object)
    }
}

extension JSON {
    /// A whole number.
    static func count(_ number: Int) -> JSON { .number(Number(number)) }
}
