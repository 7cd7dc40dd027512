import DisplaySafety
import Engine
import Review

extension StepDiff {
    /// How two sides differ: by the numbers of the steps where they are of one sample, else by their tools.
    static func all(from old: DiffSide, to new: DiffSide) -> [StepDiff] {
        all(from: old.workflow, to: new.workflow, old.sample == new.sample ? .byNumber : .byTool)
    }

    /// The step and what is different about it.
    var lines: [String] {
        switch self {
        case .same(_, let place): ["= \(place.line)"]
        case .added(let place): ["+ \(place.line)  \(place.arguments)"]
        case .removed(let place): ["- \(place.line)  \(place.arguments)"]
        case .changed(let old, let new, let arguments):
            ["~ \(new.line)"] + (differences(old, new) + arguments.map(\.words)).map { "       " + safe($0) }
        }
    }

    private func differences(_ old: Place, _ new: Place) -> [String] {
        [
            old.step.call.tool == new.step.call.tool ? nil : "another tool: it was \(old.step.call.tool)",
            old.chain == new.chain ? nil : "another chain: it was c\(old.chain.number)",
            old.step.output == new.step.output ? nil : "another output",
        ].compactMap(\.self)
    }

    /// For machines.
    var json: JSON {
        switch self {
        case .same(_, let place): .object(["change": "same", "to": place.json])
        case .added(let place): .object(["change": "added", "to": place.json])
        case .removed(let place): .object(["change": "removed", "from": place.json])
        case .changed(let old, let new, let arguments):
            [
                "change": "changed", "from": old.json, "to": new.json,
                "arguments": .array(arguments.map(\.json)),
                "output": .string(old.step.output == new.step.output ? "same" : "changed"),
            ]
        }
    }
}

extension StepDiff.Place {
    fileprivate var line: String { safe("\(step.number) \(step.call.tool)  c\(chain.number)") }
    fileprivate var arguments: String { safe(step.call.arguments.compactText) }

    fileprivate var json: JSON {
        [
            "step": .count(step.number), "chain": .count(chain.number), "tool": .string(step.call.tool.text),
            "call": step.call.arguments, "outputHash": .string(step.output.hash.hex),
        ]
    }
}

extension StepDiff.ArgumentDiff {
    fileprivate var words: String {
        let place = path == .root ? "arguments" : path.description
        return "\(place)  \(old?.compactText ?? "nothing") -> \(new?.compactText ?? "nothing")"
    }

    fileprivate var json: JSON {
        var object: JSON.Object = ["path": .string(path.description)]
        if let old { object.set("from", old) }
        if let new { object.set("to", new) }
        return .object(object)
    }
}

private func safe(_ text: String) -> String { SafeText(text).plain }
