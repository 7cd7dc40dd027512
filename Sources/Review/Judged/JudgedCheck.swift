/// A check that only a model can make; its findings are marked ``Finding/Origin/llm``.
package enum JudgedCheck: String, Sendable, CaseIterable {
    case unnatural
    case ambiguous
    case wrongTool = "wrong_tool"
    case missingStep = "missing_step"
    case incomplete

    /// What its findings are called.
    package var name: String { rawValue }

    /// Grows whenever the prompt asks for something else.
    package var version: Int {
        switch self {
        case .unnatural, .ambiguous, .wrongTool, .missingStep, .incomplete: 1
        }
    }

    /// What it looks for, in one line for lists.
    package var summary: String {
        switch self {
        case .unnatural: "queries that no person would write so"
        case .ambiguous: "queries that other calls would answer as well"
        case .wrongTool: "steps for which a better tool was offered"
        case .missingStep: "parts of the query that no step delivers"
        case .incomplete: "responses that leave out or contradict what was asked for"
        }
    }

    /// The reason that a finding pre-fills.
    package var reason: Reason {
        switch self {
        case .unnatural: .unnatural
        case .ambiguous: .ambiguous
        case .wrongTool: .wrongTool
        case .missingStep: .missingStep
        case .incomplete: .incomplete
        }
    }
}
