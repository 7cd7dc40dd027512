import Engine
import Foundation
import Synchronization

extension Tool {
    /// A tool that takes the named strings.
    package static func named(_ name: ToolName, takes inputs: String..., family: String = "") -> Tool {
        Tool(
            name: name, description: "Does \(name).",
            inputSchema: [
                "type": "object",
                "properties": .object(JSON.Object(inputs.map { JSON.Object.Member(key: $0, value: [:]) })),
                "required": .array(inputs.map(JSON.string)),
            ], family: family)
    }
}

/// A tool source that counts its calls: `find` gives an id, `detail` takes it, `fail` fails, `empty` is empty.
package final class CountingTools: ToolSource {
    private let calls = Mutex<[ToolCall]>([])
    /// Runs before each answer, so that a test can hold a call.
    private let beforeAnswer: @Sendable (ToolCall) async -> Void

    package init(beforeAnswer: @escaping @Sendable (ToolCall) async -> Void = { _ in }) {
        self.beforeAnswer = beforeAnswer
    }

    /// Every call that was really sent, in order.
    package var made: [ToolCall] { calls.withLock { $0 } }

    package func offer() -> ToolOffer {
        ToolOffer([
            .named("find", takes: "name"), .named("detail", takes: "id"), .named("fail", takes: "name"),
            .named("empty", takes: "name"),
        ])
    }

    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        calls.withLock { $0.append(call) }
        await beforeAnswer(call)
        return ToolResult(outcome(of: call), origin: .live)
    }

    private func outcome(of call: ToolCall) -> ToolOutcome {
        let name = call.arguments["name"]?.string ?? ""
        return switch call.tool {
        case "find": .returned(RecordedOutput(["id": .string("id-of-\(name)"), "name": .string(name)]))
        case "detail": .returned(RecordedOutput(["about": call.arguments["id"] ?? .null]))
        case "empty": .returned(RecordedOutput("{}"))
        case "fail": .failed(RecordedOutput(["error": .string("no \(name)")]))
        case _: .rejected(reason: "There is no tool called \(call.tool).")
        }
    }
}

/// A ledger in memory that remembers as the dataset does.
package actor MemoryLedger: RunLedger {
    private var exchanges: [Question: RecordedExchange] = [:]
    private var finished: [CallSlot: (ToolCall, ToolResult)] = [:]

    package init() {}

    package func begin(_ call: ToolCall, in slot: CallSlot) -> ToolResult? {
        guard let (known, result) = finished[slot], known == call else { return nil }
        return result
    }

    package func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) {
        finished[slot] = (call, result)
    }

    package func begin(_ question: Question) -> RecordedExchange? { exchanges[question] }

    package func finish(_ question: Question, with exchange: RecordedExchange) {
        exchanges[question] = exchanges[question] ?? exchange
    }

    /// How a question ended each time that it was asked, whatever its slot's iteration; the first time first.
    package func endings(of question: Question) -> [PastEnding] {
        func isSame(_ other: Question) -> Bool {
            let (one, two) = (question.slot, other.slot)
            return other.hash == question.hash && two.sample == one.sample && two.stage == one.stage
                && two.proposal == one.proposal && two.turn == one.turn && two.repair == one.repair
        }
        return exchanges.filter { isSame($0.key) }.sorted { $0.key.slot.iteration < $1.key.slot.iteration }.map {
            switch $0.value.result {
            case .answered: .answered
            case .failed: .unanswered($0.value)
            }
        }
    }
}

extension ModelAccess {
    /// For stages that have no model.
    package static var unused: ModelAccess {
        .unrecorded(for: SampleID(run: RunID(ContentHash(of: "none")), index: 1), .proposing)
    }
}

/// A recorder in memory.
package actor MemoryRecorder: EventRecorder {
    package private(set) var all: [RecordedEvent] = []
    /// Throws instead of recording once this many events are in.
    private let capacity: Int

    package init(capacity: Int = .max) {
        self.capacity = capacity
    }

    package struct Full: Error {}

    package func record(_ event: RecordedEvent) throws {
        guard all.count < capacity else { throw Full() }
        all.append(event)
    }

    package func events(of sample: SampleID) -> [RecordedEvent] {
        all.filter { $0.sample == sample }
    }

    /// Puts back what an earlier recorder had.
    package func restore(_ events: [RecordedEvent]) {
        all = events
    }
}

extension Generator {
    /// A generator over test tools with a stopped clock.
    package static func testing(
        _ stages: Stages, on source: any ToolSource, plan: Plan = .testing(), control: RunControl = RunControl(),
        ledger: any RunLedger = ForgetfulLedger(), account: BudgetAccount? = nil
    ) async throws -> Generator {
        Generator(
            plan: plan, library: try await ToolLibrary(source), stages: stages, control: control, ledger: ledger,
            account: account
        ) { Timestamp(microseconds: 0) }
    }

    package var firstSample: SampleID { SampleID(run: run, index: 1) }

    /// Every event of the first sample.
    package func events(after stored: [RecordedEvent] = []) async throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        for try await event in sample(firstSample, after: stored) { events.append(event) }
        return events
    }

    package var firstBranch: SampleID { SampleID(run: run, index: 1, branch: [1]) }

    /// Every event of a branch of the first sample; the first of them is there before it grows.
    package func events(
        branchingFrom state: RunState, at iteration: Int, with steering: Steering
    ) async throws -> [RecordedEvent] {
        let first = beginning(ofBranchFrom: state, at: iteration, with: steering)
        var events = [first]
        for try await event in sample(firstBranch, after: [first]) { events.append(event) }
        return events
    }

    /// The event by which a branch of the first sample begins.
    package func beginning(
        ofBranchFrom state: RunState, at iteration: Int, with steering: Steering
    ) -> RecordedEvent {
        RecordedEvent(
            sample: firstBranch, number: 1, time: Timestamp(microseconds: 0),
            event: .branch(from: firstSample, in: state, at: iteration, steering: steering))
    }
}

extension Plan {
    package static func testing(seed: UInt64 = 7, iterations: Int = 1) -> Plan {
        var plan = Plan.demo(seed: seed)
        plan.iterations = iterations
        plan.targetSteps = nil
        plan.drafting = .atTheEnd
        return plan
    }
}
