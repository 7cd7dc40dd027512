import Engine
import Foundation
import Review

/// A part of a sample whose bytes can be had as they were recorded.
enum RecordedPlace: Hashable, Sendable {
    case query
    case response
    /// What the step's tool answered.
    case output(step: Int)
    /// The value at a place of a step's arguments; all of them at the root.
    case arguments(step: Int, JSONPath)
}

extension RecordedPlace: LosslessStringConvertible {
    /// `query`, `step:3` for its output, `step:3.arguments`, `step:3.arguments.days[0]`.
    var description: String {
        switch self {
        case .query: "query"
        case .response: "response"
        case .output(let step): "step:\(step)"
        case .arguments(let step, let path):
            "step:\(step).\(JSONPath(JSONPath.arguments.components + path.components))"
        }
    }

    /// Reads what ``description`` writes, and `step 3` and `step:3.output` too; nil for anything else.
    init?(_ text: String) {
        switch text {
        case "query": self = .query
        case "response": self = .response
        case _:
            guard text.hasPrefix("step:") || text.hasPrefix("step ") else { return nil }
            self.init(step: text.dropFirst("step:".count))
        }
    }

    private init?(step text: Substring) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = Int(parts[0]), number > 0 else { return nil }
        guard parts.count == 2, parts[1] != "output" else {
            self = .output(step: number)
            return
        }
        guard let path = JSONPath(String(parts[1])), path.components.first == JSONPath.arguments.components.first
        else { return nil }
        self = .arguments(step: number, JSONPath(Array(path.components.dropFirst())))
    }
}

extension ReviewedSample {
    /// The bytes of a part as they were recorded; nil when the sample, as it counts, does not have it.
    func bytes(of place: RecordedPlace) -> Data? {
        switch place {
        case .query: query.map { Data($0.utf8) }
        case .response: response.map { Data($0.utf8) }
        case .output(let step): workflow.step(step)?.output.bytes
        case .arguments(let step, let path):
            (workflow.step(step)?.call.arguments.value(at: path)?.compactText).map { Data($0.utf8) }
        }
    }
}

extension JSONPath {
    fileprivate static let arguments = JSONPath([.key("arguments")])
}
