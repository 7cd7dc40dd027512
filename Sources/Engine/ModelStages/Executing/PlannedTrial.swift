extension ModelExecutor {
    /// Makes the calls that the proposal planned; a model is asked only when one cannot go on.
    func carryOut(_ trial: Trial, in request: TrialRequest) async throws -> Turn {
        let outputs = trial.attempts.compactMap(\.outcome.output)
        let calls = trial.proposal.calls
        guard outputs.count < calls.count else { return .finish(.succeeded(report: trial.composedReport)) }
        let planned = calls[outputs.count]
        let failure = trial.attempts.last.flatMap { $0.outcome.succeeded ? nil : $0 }
        if case .denied(let reason)? = failure?.outcome {
            return .finish(.failed(reason: "\(planned.tool): \(reason)"))
        }
        guard request.turnsLeft >= calls.count - outputs.count else {
            return .finish(.failed(reason: Self.outOfTurns(before: planned, after: failure)))
        }
        if let failure {
            let impasse = Impasse(call: Telling.call(failure.call), problem: Telling.problem(of: failure))
            return try await mend(planned, of: trial, impasse, in: request)
        }
        do throws(Objection) {
            return .call(try planned.resolved(on: request.workflow, after: outputs))
        } catch {
            let impasse = Impasse(call: planned.written, problem: error.text)
            return try await mend(planned, of: trial, impasse, in: request)
        }
    }

    /// Why a planned call cannot go on.
    private struct Impasse {
        let call: String
        let problem: String
    }

    private func mend(
        _ planned: PlannedCall, of trial: Trial, _ impasse: Impasse, in request: TrialRequest
    ) async throws -> Turn {
        guard let tool = request.library[planned.tool] else {
            return .finish(.failed(reason: "There is no tool called \(planned.tool)."))
        }
        let form = CallForm(tool: tool, failed: trial.attempts.filter { !$0.outcome.succeeded }.map(\.call))
        let messages = voice.prompts[.repairCall].messages([
            .steps: Telling.steps(of: request.workflow),
            .instruction: Quotation.marked("instruction", trial.proposal.instruction),
            .calls: Telling.attempts(trial.attempts), .call: impasse.call, .problem: impasse.problem,
            .tool: Telling.tool(tool), .form: form.words,
        ])
        let random = request.random.part(trial.id.number)
        switch try await voice.answer(to: messages, as: form, through: request.models, random: random) {
        case .call(let call): return .call(call)
        case .giveUp(let reason):
            let cause = trial.attempts.last?.outcome.problem ?? impasse.problem
            return .finish(.failed(reason: "\(planned.tool): \(cause.cut(to: 500)) Given up: \(reason.cut(to: 500))"))
        }
    }

    private static func outOfTurns(before planned: PlannedCall, after failure: Trial.Attempt?) -> String {
        let left = "Too few calls are left for \(planned.tool) and what is planned after it."
        guard let problem = failure?.outcome.problem else { return left }
        return "\(planned.tool): \(problem.cut(to: 500)) \(left)"
    }
}

extension PlannedCall {
    /// The call with its references resolved: to steps of the workflow, and to outputs of the proposal's earlier calls.
    func resolved(on workflow: Workflow, after outputs: [RecordedOutput]) throws(Objection) -> ToolCall {
        var members: [JSON.Object.Member] = []
        for argument in arguments {
            let value = try argument.binding.resolved(on: workflow, after: outputs, as: argument.name)
            members.append(.init(key: argument.name, value: value))
        }
        return ToolCall(tool: tool, arguments: .object(JSON.Object(members)))
    }

    /// The call as its proposal has it, with the references in sight.
    fileprivate var written: String {
        let members = arguments.map { JSON.Object.Member(key: $0.name, value: $0.binding.json) }
        return Telling.call(ToolCall(tool: tool, arguments: .object(JSON.Object(members))))
    }
}

extension PlannedCall.Binding {
    fileprivate func resolved(
        on workflow: Workflow, after outputs: [RecordedOutput], as name: String
    ) throws(Objection) -> JSON {
        switch self {
        case .literal(let value): return value
        case .step(let number, let path):
            return try Self.value(at: path, of: workflow.step(number)?.output, from: "step \(number)", as: name)
        case .call(let number, let path):
            let output = outputs.indices.contains(number - 1) ? outputs[number - 1] : nil
            return try Self.value(at: path, of: output, from: "call \(number)", as: name)
        }
    }

    private static func value(
        at path: JSONPath, of output: RecordedOutput?, from origin: String, as name: String
    ) throws(Objection) -> JSON {
        guard let value = output?.value(at: path) else {
            let place = path.components.isEmpty ? "any value" : "a value at \(path.description.cut(to: 80))"
            throw Objection("The argument \(name) refers to \(origin), which did not return \(place).")
        }
        return value
    }

    fileprivate var json: JSON {
        switch self {
        case .literal(let value): value
        case .step(let number, let path): ["from": .string("step \(number)"), "path": .string(path.description)]
        case .call(let number, let path): ["from": .string("call \(number)"), "path": .string(path.description)]
        }
    }
}
