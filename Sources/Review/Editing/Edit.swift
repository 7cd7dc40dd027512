import Engine

/// A change a reviewer made: an overlay, never written over the original.
///
/// Steps and chains keep their numbers, whatever else is edited.
package enum Edit: Hashable, Codable, Sendable {
    case query(String)
    case response(String)
    /// Another value at a place of a step's arguments; the root path is for all of them.
    case argument(step: Int, path: JSONPath, JSON)
    case deleteStep(Int)
    case moveStep(Int, to: StepPlace)
    /// The step and those after it in its chain become a new chain, with a number that was never used.
    case splitChain(before: Int)
    /// The steps of the first chain join the second one, in the order in which all of them run.
    case mergeChain(Chain.ID, into: Chain.ID)
    /// The step was run again, with these arguments; the output counts while the step has them.
    case rerun(step: Int, of: JSON, RecordedOutput, ToolOrigin)
    /// A planner wrote both texts anew.
    case regenerated(query: String, response: String, by: String)

    /// What it changes, as exports name it: `query`, `steps.3.arguments.max_price`, `chains`.
    package var paths: [String] {
        switch self {
        case .query: ["query"]
        case .response: ["response"]
        case .argument(let step, let path, _): ["steps.\(step).\(JSONPath.arguments.appending(path))"]
        case .deleteStep(let step): ["steps.\(step)"]
        case .moveStep, .splitChain, .mergeChain: ["chains"]
        case .rerun(let step, _, _, _): ["steps.\(step).output"]
        case .regenerated: ["query", "response"]
        }
    }

    /// The paths in one text.
    package var path: String { paths.joined(separator: ", ") }
}

/// A place among the steps of a chain.
package struct StepPlace: Hashable, Codable, Sendable {
    package let chain: Chain.ID
    /// 0 for the first step; counted without the step that is to go there.
    package let position: Int

    package init(chain: Chain.ID, position: Int) {
        self.chain = chain
        self.position = position
    }
}

extension JSONPath {
    fileprivate static let arguments = JSONPath([.key("arguments")])

    fileprivate func appending(_ path: JSONPath) -> JSONPath {
        JSONPath(components + path.components)
    }
}
