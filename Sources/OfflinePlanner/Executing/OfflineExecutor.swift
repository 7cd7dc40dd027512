import Engine

/// Works through the calls a proposal planned; when one fails, tries other values as a person would.
struct OfflineExecutor: Executor {
    func turn(of trial: Trial, in request: TrialRequest) throws -> Turn {
        let progress = Progress(of: trial)
        guard trial.proposal.calls.indices.contains(progress.next) else {
            return .finish(.succeeded(report: progress.report))
        }
        let planned = trial.proposal.calls[progress.next]
        guard request.turnsLeft >= trial.proposal.calls.count - progress.next else {
            return .finish(.failed(reason: progress.problem ?? "No turns are left for \(planned.tool)."))
        }
        guard let call = planned.resolved(workflow: request.workflow, outputs: progress.outputs) else {
            return .finish(.failed(reason: progress.missing(for: planned)))
        }
        guard !progress.failedCalls.isEmpty else { return .call(call) }
        guard let other = Repair(of: planned, in: request).other(than: progress.failedCalls, call) else {
            return .finish(
                .failed(reason: progress.problem ?? "\(planned.tool) failed, and no other values are known."))
        }
        return .call(other)
    }
}

/// How far a trial has come with the calls it planned.
private struct Progress {
    /// The outputs of the planned calls that succeeded, in order.
    var outputs: [JSON] = []
    /// The calls that failed since the last success.
    var failedCalls: [ToolCall] = []
    var problem: String?
    private var told: [String] = []

    /// The planned call whose turn it is, from 0.
    var next: Int { outputs.count }

    init(of trial: Trial) {
        for attempt in trial.attempts {
            if let output = attempt.outcome.output {
                outputs.append(output.json ?? .string(String(decoding: output.bytes, as: UTF8.self)))
                failedCalls = []
                told.append("\(attempt.call.tool) \(output.isEmpty ? "came back empty" : "returned a result")")
            } else {
                failedCalls.append(attempt.call)
                problem = "\(attempt.call.tool): \(attempt.outcome.problem ?? attempt.outcome.verdict)"
            }
        }
    }

    var report: String {
        told.listed + "."
    }

    func missing(for planned: PlannedCall) -> String {
        for argument in planned.arguments {
            guard case .call(let number, let path) = argument.binding else { continue }
            return "Call \(number) gave no \(path) for \(planned.tool)."
        }
        return "An earlier step has no value for \(planned.tool) any more."
    }
}

/// Other values for a call that failed.
private struct Repair {
    private let planned: PlannedCall
    private let tool: Tool?
    private let random: SeededGenerator

    init(of planned: PlannedCall, in request: TrialRequest) {
        self.planned = planned
        tool = request.library[planned.tool]
        random = request.random
    }

    /// The call with a value that has not been tried, in its first argument that has one; nil when none has.
    func other(than failed: [ToolCall], _ call: ToolCall) -> ToolCall? {
        guard let tool, var arguments = call.arguments.object else { return nil }
        var random = random
        let literals = planned.arguments.filter(\.binding.isLiteral).map(\.name)
        for known in Vocabulary(of: tool).inputs where literals.contains(known.input.name) {
            let input = known.input
            let tried = Set(failed.compactMap { $0.arguments[input.name] })
            let untried = known.offered.filter { !tried.contains($0) }
            guard let value = untried.randomElement(using: &random) else { continue }
            arguments.set(input.name, value)
            return ToolCall(tool: call.tool, arguments: .object(arguments))
        }
        return nil
    }
}
