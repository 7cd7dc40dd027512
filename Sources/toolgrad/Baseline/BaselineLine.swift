import Engine
import Evaluation

/// A sample of a baseline as a line for machines: exact, nothing made safe for a screen.
struct BaselineLine {
    /// The baseline that a sample is of.
    struct Origin: Hashable, Sendable {
        let study: RunID
        /// As a dataset keeps it.
        let plan: JSON

        /// The identity of who was asked; nil where the plan does not say.
        var model: String? { plan["model"]?.string }
    }

    let sample: BaselineSample
    let origin: Origin

    var json: JSON {
        let result = sample.result
        let spending = sample.spending
        let plan = origin.plan
        let model = origin.model.map { ModelIdentity($0) }
        let seed = plan["seed"]?.string.flatMap(JSON.Number.init(text:)).map(JSON.number) ?? .null
        return [
            "study": .string(origin.study.hash.hex),
            "seed": seed, "model": (model?.name).map(JSON.string) ?? .null,
            "endpoint": (model?.base).map(JSON.string) ?? .null, "instructions": plan["instructions"] ?? .null,
            "index": .count(sample.index), "method": .string(sample.method.rawValue),
            "query": .string(sample.instruction.query), "related": .array(sample.instruction.related.map(\.json)),
            "offered": .array(sample.offered.map(\.json)), "ending": .string(result.ending.key),
            "answer": result.isAnswered ? .string(result.ending.words) : .null,
            "problem": result.ending.problem.map(JSON.string) ?? .null, "queries": .count(result.queries),
            "nodes": .count(result.tree.size), "steps": .array(result.steps.map(\.json)),
            "verdict": sample.verdict.map { .string($0.rawValue) } ?? .null,
            "judge": sample.opinions.last.map { .string($0.judge.description) } ?? .null,
            "judgements": .array(sample.opinions.map(\.json)),
            "withoutVerdict": .array(sample.silences.map(\.json)),
            "modelCalls": .count(spending.modelCalls), "toolCalls": .count(spending.toolCalls),
            "promptTokens": .count(spending.promptTokens), "completionTokens": .count(spending.completionTokens),
            "cost": spending.cost.flatMap { JSON.Number(text: $0.dollars) }.map(JSON.number) ?? .null,
            "milliseconds": sample.wallTime.map { .count(Int($0 / .milliseconds(1))) } ?? .null,
        ]
    }
}

extension SolvedOpinion {
    fileprivate var json: JSON {
        [
            "judge": judge.json, "verdict": .string(ruling.verdict.rawValue), "reason": .string(ruling.reason),
            "solvability": solvability.map { opinion -> JSON in
                [
                    "judge": opinion.judge.json, "verdict": .string(opinion.ruling.verdict.rawValue),
                    "reason": .string(opinion.ruling.reason),
                ]
            } ?? .null,
        ]
    }
}

extension JudgeSilence {
    fileprivate var json: JSON { ["judge": judge.json, "reason": .string(reason), "kind": .string(kind.rawValue)] }
}

extension ToolName {
    fileprivate var json: JSON { .string(text) }
}

extension SearchedCall {
    fileprivate var json: JSON {
        [
            "tool": .string(call.tool.text), "arguments": call.arguments, "status": .count(status.rawValue),
            "observation": .string(observation),
        ]
    }
}
