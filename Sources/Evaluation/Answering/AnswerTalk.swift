import Engine

/// The conversation about one item, and what of it becomes the prediction.
struct AnswerTalk {
    /// What a requested call comes to.
    enum Reading: Hashable {
        case call(ToolCall)
        case unusable(String)
    }

    let names: OfferedNames
    private(set) var messages: [ModelMessage]
    /// The calls that were made, in their order.
    private(set) var made: [ToolCall] = []
    /// Those of them that may have changed something.
    private(set) var history: [ToolCall] = []
    private let id: String
    private let plan: AnswerPlan
    private var calls: [Prediction.Call] = []
    private var response = ""
    /// Calls of the newest answer whose result is not in the conversation yet: their ids there.
    private var waiting: [String] = []

    init(_ truth: Truth, _ tools: [Tool], _ plan: AnswerPlan) {
        id = truth.id
        self.plan = plan
        names = OfferedNames(tools)
        messages = [.system(plan.prompt), .user(truth.query)]
    }

    /// Takes what the model said.
    mutating func hear(_ completion: Completion) {
        let turn = messages.count
        let asked = completion.calls.enumerated().map { place, call in
            RequestedCall(
                id: "call_\(turn)_\(place + 1)", name: OfferedNames.harmless(call.name),
                arguments: call.argumentsForEndpoints, extra: call.extra)
        }
        messages.append(.assistant(completion.text, calls: asked))
        waiting = asked.map(\.id)
        if asked.isEmpty { response = completion.text }
    }

    /// Whether a call can be made.
    func reading(of requested: RequestedCall) -> Reading {
        guard let tool = names[requested.name] else {
            let asked = JSON.string(String(requested.name.prefix(80))).compactText
            let offered = names.offered.map(\.name).joined(separator: ", ")
            return .unusable(
                "There is no tool \(asked). \(offered.isEmpty ? "None is offered." : "There are \(offered).")")
        }
        do throws(JSON.ParseError) {
            let arguments = try JSON(parsing: requested.arguments)
            guard arguments.object != nil else { return .unusable("The arguments are no JSON object.") }
            guard made.count < plan.calls else {
                return .unusable("The call was not made: an item may make \(plan.calls) calls.")
            }
            return .call(ToolCall(tool: tool, arguments: arguments))
        } catch {
            return .unusable("The arguments are not valid JSON. \(error)")
        }
    }

    /// Notes a call that could not be made.
    ///
    /// A name under which nothing was offered is none of a tool's, even where a tool is called so.
    mutating func refuse(_ requested: RequestedCall, because problem: String) {
        let tool = names[requested.name]
        calls.append(
            Prediction.Call(
                name: tool?.text ?? requested.name, arguments: requested.arguments,
                outcome: tool == nil ? .notOffered(problem) : .failed(problem)))
        reply(["error": .string(problem)])
    }

    /// Notes a call that was made, and how it ended.
    mutating func note(_ requested: RequestedCall, as call: ToolCall, _ outcome: ToolOutcome) {
        made.append(call)
        if outcome.mayHaveRun { history.append(call) }
        let problem = outcome.problem
        calls.append(
            Prediction.Call(
                name: call.tool.text, arguments: requested.arguments,
                outcome: problem.map(Prediction.Call.Outcome.failed) ?? .worked))
        guard let problem else { return reply(outcome.output?.shown(atMost: plan.resultLimit) ?? "") }
        reply(["error": .string(problem)])
    }

    /// What the model did, whole or with the problem that ended it.
    func prediction(problem: String?, _ shortfall: Prediction.Shortfall = .unfinished) -> Prediction {
        Prediction(
            id: id, calls: calls, response: response, problem: problem, shortfall: problem.map { _ in shortfall })
    }

    private mutating func reply(_ problem: JSON) { reply(problem.compactText) }

    private mutating func reply(_ content: String) {
        guard !waiting.isEmpty else { return }
        messages.append(.tool(callID: waiting.removeFirst(), content: content))
    }
}

extension RequestedCall {
    /// Broken arguments in a conversation break endpoints.
    fileprivate var argumentsForEndpoints: String {
        (try? JSON(parsing: arguments))?.object == nil ? "{}" : arguments
    }
}

extension RecordedOutput {
    /// The text as a model is shown it, with a note where it was cut; bytes that are no text are told as such.
    fileprivate func shown(atMost limit: Int) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return "(\(bytes.count) bytes that are no text)"
        }
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(limit)))
            + "\n… (cut: the first \(limit) of \(scalars.count) characters)"
    }
}
