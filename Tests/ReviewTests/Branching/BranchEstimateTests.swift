import Engine
import Review
import TestSupport
import Testing

@Suite("What a branch takes, from the record")
struct BranchEstimateTests {
    private let tools: [ToolName: Tool] = {
        let all = [
            Tool(name: "book_room", description: "Books.", inputSchema: [:], effects: .write),
            Tool(name: "find_room", description: "Finds.", inputSchema: [:]),
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    }()

    /// One iteration with two proposals and a call each.
    private let state: RunState = {
        let proposals = [Proposal.calling(1, ("book_room", [:])), .calling(2, ("find_room", [:]))]
        let calls = proposals.map { proposal in
            RunEvent.attempted(
                proposal.id,
                Trial.Attempt(
                    call: ToolCall(tool: proposal.tools[0], arguments: [:]),
                    result: ToolResult(.returned(RecordedOutput("{}")), origin: .live)))
        }
        var plan = Plan.testing(iterations: 3)
        plan.targetSteps = nil
        return RunState(
            [
                .began(planner: "offline", plan: plan), .iterationBegan(1), .sampled(["book_room", "find_room"]),
                .proposed(Proposals(reason: "", all: proposals)),
            ] + calls + [.iterationEnded(1, .stalled(.everyTrialFailed))])
    }()

    @Test func `every iteration to come may take as much as one that is over`() {
        #expect(
            BranchEstimate(at: 2, of: state, tools: tools).sentences == [
                "at most 2 iterations", "iterations before 2 are shared and cost nothing again",
                "no model is asked: it costs nothing", "an iteration of the sample took tool calls 2",
                "so all of them may take at most about tool calls 4",
            ])
    }

    @Test func `what changes something when it is called again is named, unless it is not executed`() {
        let again = [Proposal.calling(2, ("find_room", [:]))]

        #expect(BranchEstimate(at: 1, of: state, tools: tools).changing.map(\.name) == ["book_room"])
        #expect(BranchEstimate(at: 1, of: state, executing: again, tools: tools).changing.isEmpty)
    }

    @Test func `nothing is made up where nothing is recorded`() {
        let began = RunEvent.began(planner: "offline", plan: .testing(iterations: 1))
        let estimate = BranchEstimate(at: 1, of: RunState([began]), tools: [:])

        #expect(estimate.sentences == ["1 iteration", "no model is asked: it costs nothing"])
        #expect(!estimate.asksModels)
    }

    @Test func `what a model costs that was not asked yet is unknown, not nothing`() {
        let began = RunEvent.began(planner: "m-small", plan: .testing(iterations: 1))
        let estimates = [RunState([began]), RunState()].map { BranchEstimate(at: 1, of: $0, tools: [:]) }

        #expect(
            estimates.map(\.sentences)
                == Array(repeating: ["1 iteration", "cost unknown: nothing measured yet"], count: 2))
        #expect(estimates.map(\.asksModels) == [true, true])
    }
}
