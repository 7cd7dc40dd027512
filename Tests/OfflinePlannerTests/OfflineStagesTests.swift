import DemoTools
import Review
import TestSupport
import Testing

@testable import Engine
@testable import OfflinePlanner

@Suite("Samples of the offline planner")
struct OfflineStagesTests {
    /// Grown once for all tests that only look.
    private static let grown = Task { try await grow(20) }

    private static func grow(_ count: Int, _ plan: Plan = .demo(seed: 11)) async throws -> [ReviewedSample] {
        let library = try await ToolLibrary(DemoTools())
        let generator = Generator(plan: plan, library: library, stages: .offline) { Timestamp(microseconds: 0) }
        var samples: [ReviewedSample] = []
        for index in 1...count {
            let id = SampleID(run: generator.run, index: index)
            var state = RunState()
            for try await event in generator.sample(id) { state.apply(event.event) }
            samples.append(
                ReviewedSample(id: id, seed: plan.seed, state: state, review: ReviewState(), library: library.tools))
        }
        return samples
    }

    @Test func `every sample ends with a query and a response`() async throws {
        let samples = try await Self.grown.value

        for sample in samples {
            #expect(sample.state.outcome?.title == "completed", "\(sample.id)")
            #expect(sample.query?.isEmpty == false)
            #expect(sample.response?.isEmpty == false)
        }
    }

    @Test func `the query says every value that nobody could infer, and names no tool`() async throws {
        let samples = try await Self.grown.value

        let findings = samples.flatMap { sample in sample.findings().map { (sample, $0) } }
        let faults = findings.filter { $0.1.severity == .error && $0.1.reason != .emptyOutput }
        #expect(faults.isEmpty, "\(faults.map { "\($0.0.id): \($0.1.evidence)" })")
    }

    @Test func `chains grow along dependencies`() async throws {
        let samples = try await Self.grown.value

        let steps = samples.flatMap { sample in
            let traces = sample.workflow.dependencies(query: nil, library: sample.tools)
            return sample.workflow.chains.flatMap { $0.steps.dropFirst().map { traces[$0.number] ?? [] } }
        }
        let dependent = steps.filter { !$0.isEmpty }
        #expect(steps.count > 20)
        #expect(dependent.count * 10 >= steps.count * 8, "\(dependent.count) of \(steps.count)")
    }

    @Test func `no sample has the same call twice`() async throws {
        for sample in try await Self.grown.value {
            let calls = sample.workflow.steps.map(\.call.contentHash)
            #expect(Set(calls).count == calls.count, "\(sample.id)")
        }
    }

    @Test func `equal seeds give equal samples, other indices other samples`() async throws {
        let first = try await Self.grow(6)
        let second = try await Self.grow(6)

        #expect(first == second)
        #expect(Set(first.map(\.query)).count == 6)
    }

    /// A run's identity has the planner's version, not its words: who changes what the samples say, here or in the
    /// wordings of the demo tools, raises the version in `Stages.offline`, and then this hash.
    @Test func `the version stands for what the samples say`() async throws {
        let texts = try await Self.grow(8, .demo(seed: 1)).map { "\($0.query ?? "") \($0.response ?? "")" }

        #expect(Stages.offline.identity == "offline/3")
        #expect(ContentHash(of: texts.joined(separator: "\n")).hex.prefix(12) == "52e3a801eb9f")
    }

    @Test func `trials fail honestly, and iterations that add nothing are kept`() async throws {
        let samples = try await Self.grown.value

        let trials = samples.flatMap(\.state.iterations).flatMap(\.trials)
        let stalled = samples.flatMap(\.state.iterations).filter { iteration in
            guard case .stalled = iteration.outcome else { return false }
            return true
        }
        #expect(trials.contains { !$0.succeeded && !$0.attempts.isEmpty })
        #expect(!stalled.isEmpty)
    }

    @Test func `a note that says avoid excludes, another note attracts`() async throws {
        let library = try await ToolLibrary(DemoTools())
        func tools(noting note: String?) async throws -> Set<ToolName> {
            let control = RunControl()
            let generator = Generator(
                plan: .demo(seed: 3), library: library, stages: .offline, control: control
            ) { Timestamp(microseconds: 0) }
            let sample = generator.firstSample
            await control.steer(sample, with: Steering(note: note), at: .proposing)
            var state = RunState()
            for try await event in generator.sample(sample) { state.apply(event.event) }
            return Set(state.iterations.flatMap { $0.proposals?.all ?? [] }.flatMap(\.tools))
        }
        let plain = try await tools(noting: nil)
        let unwanted = try #require(plain.sorted().first)

        let steered = try await tools(noting: "avoid \(unwanted)")

        #expect(!steered.contains(unwanted))
    }

    @Test func `what failed lately is not tried again with the same value`() async throws {
        let samples = try await Self.grown.value

        for iterations in samples.map(\.state.iterations) {
            for (earlier, later) in zip(iterations, iterations.dropFirst()) {
                let failed = Set(
                    earlier.trials.filter { !$0.succeeded }.compactMap(\.attempts.last?.call.contentHash))
                let tried = later.trials.compactMap(\.attempts.first?.call.contentHash)
                #expect(failed.isDisjoint(with: tried))
            }
        }
    }
}

@Suite("Repairing a trial")
struct RepairTests {
    private let find = Tool(
        name: "find", description: "",
        inputSchema: ["type": "object", "properties": ["name": ["type": "string"]], "required": ["name"]],
        wording: Wording(values: ["name": ["Atlantis", "Oslo"]]))

    private func request(turnsLeft: Int = 3) -> TrialRequest {
        TrialRequest(
            workflow: Workflow(), library: ["find": find], iteration: 1, turnsLeft: turnsLeft,
            random: SeededGenerator(for: .executing, seed: 1, sample: 1, iteration: 1), models: .unused)
    }

    private func trial(_ tried: (JSON, ToolOutcome)...) -> Trial {
        Trial(
            proposal: .calling(1, ("find", ["name": "Atlantis"])),
            attempts: tried.map { arguments, outcome in
                Trial.Attempt(
                    call: ToolCall(tool: "find", arguments: arguments), result: ToolResult(outcome, origin: .demo))
            })
    }

    private let failure = ToolOutcome.failed(RecordedOutput(["error": "There is no Atlantis."]))

    @Test func `a call that fails is made again with another value a person would use`() throws {
        let turn = try OfflineExecutor().turn(of: trial((["name": "Atlantis"], failure)), in: request())

        #expect(turn == .call(ToolCall(tool: "find", arguments: ["name": "Oslo"])))
    }

    @Test func `a trial without further values fails with the tool's own reason`() throws {
        let turn = try OfflineExecutor().turn(
            of: trial((["name": "Atlantis"], failure), (["name": "Oslo"], failure)), in: request(turnsLeft: 1))

        #expect(turn == .finish(.failed(reason: "find: There is no Atlantis.")))
    }

    @Test func `a trial is over once every planned call succeeded`() throws {
        let result = ToolOutcome.returned(RecordedOutput(["id": "1"]))

        let turn = try OfflineExecutor().turn(of: trial((["name": "Atlantis"], result)), in: request(turnsLeft: 2))

        #expect(turn == .finish(.succeeded(report: "find returned a result.")))
    }
}
