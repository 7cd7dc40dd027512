import Engine
import Synchronization
import Testing

/// Answers in order, keeps what it was asked, and fails the test when its script is over.
package final class Script<Question: Sendable, Answer: Sendable>: Sendable {
    private let state: Mutex<(answers: [Result<Answer, StageFailure>], asked: [Question])>
    private let name: String

    package init(_ name: String, _ answers: [Result<Answer, StageFailure>]) {
        self.name = name
        state = Mutex((answers, []))
    }

    package var asked: [Question] { state.withLock { $0.asked } }

    /// Passes over one answer, as if it had been given before.
    package func skip() {
        state.withLock { if !$0.answers.isEmpty { $0.answers.removeFirst() } }
    }

    package func answer(_ question: Question) throws -> Answer {
        let answer = state.withLock { state -> Result<Answer, StageFailure>? in
            state.asked.append(question)
            return state.answers.isEmpty ? nil : state.answers.removeFirst()
        }
        guard let answer else {
            Issue.record("The script of the \(name) is over.")
            throw StageFailure("The script of the \(name) is over.")
        }
        return try answer.get()
    }
}

/// Stages that say what a test wrote down for them.
///
/// Trials carry out what a proposal planned, call by call.
package struct ScriptedStages: Sendable {
    package let proposer: Script<ProposalRequest, Proposals>
    package let selector: Script<SelectionRequest, Selection>
    package let synthesizer: Script<SynthesisRequest, Synthesis>

    package init(
        proposer: [Result<Proposals, StageFailure>] = [], selector: [Result<Selection, StageFailure>] = [],
        synthesizer: [Result<Synthesis, StageFailure>] = []
    ) {
        self.proposer = Script("proposer", proposer)
        self.selector = Script("selector", selector)
        self.synthesizer = Script("synthesiser", synthesizer)
    }

    package var stages: Stages {
        Stages(
            planner: "scripted", proposer: Proposing(script: proposer), executor: PlannedExecutor(),
            selector: Selecting(script: selector), synthesizer: Synthesising(script: synthesizer))
    }

    private struct Proposing: Proposer {
        let script: Script<ProposalRequest, Proposals>

        func propose(_ request: ProposalRequest) throws -> Proposals { try script.answer(request) }
    }

    private struct Selecting: Selector {
        let script: Script<SelectionRequest, Selection>

        func select(_ request: SelectionRequest) throws -> Selection { try script.answer(request) }
    }

    private struct Synthesising: Synthesizer {
        let script: Script<SynthesisRequest, Synthesis>

        func synthesize(_ request: SynthesisRequest) throws -> Synthesis { try script.answer(request) }
    }
}

/// Makes the literal calls of a proposal in order, failed ones once; succeeds when the last one did.
package struct PlannedExecutor: Executor {
    package init() {}

    package func turn(of trial: Trial, in request: TrialRequest) -> Turn {
        let made = trial.attempts.count
        guard made < trial.proposal.calls.count, request.turnsLeft > 0 else {
            let succeeded = trial.attempts.last?.outcome.succeeded == true
            return .finish(succeeded ? .succeeded(report: "done") : .failed(reason: "the last call failed"))
        }
        let planned = trial.proposal.calls[made]
        let members = planned.arguments.compactMap { argument -> JSON.Object.Member? in
            guard case .literal(let value) = argument.binding else { return nil }
            return JSON.Object.Member(key: argument.name, value: value)
        }
        return .call(ToolCall(tool: planned.tool, arguments: .object(JSON.Object(members))))
    }
}

extension Proposal {
    /// A proposal that makes literal calls, written `(tool, arguments)`.
    package static func calling(_ number: Int, _ calls: (ToolName, JSON)...) -> Proposal {
        Proposal(
            id: ID(number), instruction: "Call \(calls.map(\.0.text).joined(separator: ", ")).", tools: calls.map(\.0),
            calls: calls.map { tool, arguments in
                PlannedCall(
                    tool: tool,
                    arguments: (arguments.object?.members ?? []).map { member in
                        PlannedCall.Argument(name: member.key, binding: .literal(member.value))
                    })
            })
    }
}

extension Proposals {
    package init(_ all: Proposal...) {
        self.init(reason: "because", all: all)
    }
}
