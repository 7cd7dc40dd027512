import Engine
import Review

extension Edit {
    /// The edit as a workflow file tells it; an output that a step was run again for is named by its hash.
    package var json: JSON {
        switch self {
        case .query(let text): ["edit": "query", "text": .string(text)]
        case .response(let text): ["edit": "response", "text": .string(text)]
        case .argument(let step, let path, let value):
            ["edit": "argument", "step": .count(step), "path": .string("\(path)"), "value": value]
        case .deleteStep(let step): ["edit": "delete step", "step": .count(step)]
        case .moveStep(let step, let place):
            [
                "edit": "move step", "step": .count(step), "chain": .count(place.chain.number),
                "position": .count(place.position),
            ]
        case .splitChain(let step): ["edit": "split chain", "before": .count(step)]
        case .mergeChain(let chain, let other):
            ["edit": "merge chain", "chain": .count(chain.number), "into": .count(other.number)]
        case .rerun(let step, let arguments, let output, let origin):
            [
                "edit": "run again", "step": .count(step), "arguments": arguments,
                "origin": .string(origin.rawValue), "sha256": .string(output.hash.hex),
            ]
        case .regenerated(let query, let response, let planner):
            ["edit": "regenerated", "by": .string(planner), "query": .string(query), "response": .string(response)]
        }
    }
}
