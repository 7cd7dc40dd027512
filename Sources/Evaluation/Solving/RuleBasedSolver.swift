import Engine

/// A model without a model: it calls what it can fill from the words it is given, and says what came of it.
///
/// The floor that any real model should pass. It sees what a model sees, needs no network, costs nothing, and gives the
/// same answer to the same request. Asked for instructions, it writes them from how the tools that it knows are talked
/// about.
package struct RuleBasedSolver: LanguageModel {
    /// What names it where a model could be named.
    package static let name = "rules"
    /// Names it where an equal name must mean equal answers; it changes whenever a request may be answered otherwise.
    package static let identity = "rules/1"

    private let known: [ToolName: Tool]

    /// `tools`: those that it may have to write instructions about; searching and answering need none.
    package init(knowing tools: [Tool] = []) {
        known = Dictionary(tools.map { ($0.name, $0) }) { first, _ in first }
    }

    package func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        try await line.beforeSending()
        return answer(to: request)
    }

    private func answer(to request: ModelRequest) -> Completion {
        if let form = request.answer {
            guard let offered = InstructionForm.tools(offeredBy: form) else {
                return .ruled(ending: .refused("The rules fill in no form but that of instructions."))
            }
            let writing = RuleInstructions(about: offered.compactMap { known[$0] }, seed: request.seed ?? 0)
            return .ruled(answer: writing.json.compactText)
        }
        let talk = RuleTalk(request)
        switch RuleTurn(in: talk).move {
        case .call(let name, let arguments): return .ruled(calling: name, arguments, number: talk.calls.count + 1)
        case .say(let text): return .ruled(text: text)
        }
    }
}

extension Completion {
    fileprivate static func ruled(
        text: String = "", answer: String? = nil, ending: Ending = .stopped
    ) -> Completion {
        Completion(
            text: answer ?? text, answer: answer, ending: ending, usage: .zero, model: RuleBasedSolver.name,
            body: RecordedOutput(answer ?? text))
    }

    fileprivate static func ruled(calling name: String, _ arguments: JSON, number: Int) -> Completion {
        let call = RequestedCall(id: "call-\(number)", name: name, arguments: arguments.compactText)
        return Completion(
            text: "", calls: [call], ending: .calls, usage: .zero, model: RuleBasedSolver.name,
            body: RecordedOutput(["name": .string(name), "arguments": arguments]))
    }
}
