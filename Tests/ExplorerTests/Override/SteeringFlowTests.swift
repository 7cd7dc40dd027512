import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Steering a sample")
struct SteeringFlowTests {
    private let sample = ExampleSample.id()

    @Test func `before the selection a choice and its place replace the selector's`() {
        var state = ExplorerState.selecting()

        let effects = state.press("b 2 c ctrl-s")

        #expect(
            effects == [
                .steer(
                    sample, Steering(choice: .proposal(Proposal.ID(2)), place: .append(Chain.ID(1))), at: .selecting,
                    iteration: 5)
            ])
        #expect(state.overlay == nil)
    }

    @Test func `before the selection declining is for the selection, a note for the next proposer`() {
        var state = ExplorerState.selecting(2)

        _ = state.press("b d n")
        _ = state.type("stay with the trip")
        let effects = state.press("ctrl-s G enter")

        #expect(
            effects == [
                .steer(sample, Steering(choice: .decline), at: .selecting, iteration: 2),
                .steer(sample, Steering(note: "stay with the trip"), at: .proposing, iteration: nil),
            ])
    }

    @Test(arguments: ["b s ctrl-s", "b 2 s ctrl-s", "b d s G enter"])
    func `leaving it to the selector asks for nothing where nothing waits, and says so`(keys: String) {
        var state = ExplorerState.selecting(2)

        #expect(state.press(keys).isEmpty)
        #expect(state.sheet?.complaint == "Nothing is asked for yet: choose, leave a tool out, or write a note.")
    }

    @Test func `a note alone leaves the selection to the selector`() {
        var state = ExplorerState.selecting(2)

        _ = state.press("b n")
        _ = state.type("no books")
        let effects = state.press("ctrl-s ctrl-s")

        #expect(effects == [.steer(sample, Steering(note: "no books"), at: .proposing, iteration: nil)])
    }

    @Test func `tools are left out of what is proposed next`() {
        var state = ExplorerState.selecting(2)

        let effects = state.press("b tab tab j space ctrl-s")

        #expect(effects == [.steer(sample, Steering(mutedTools: ["book_search"]), at: .proposing, iteration: nil)])
    }

    @Test func `a proposal written anew is executed in the next iteration in place of proposing`() {
        var state = ExplorerState.selecting(1)

        _ = state.press("b j j e alt-< ctrl-k ctrl-k ctrl-k ctrl-k ctrl-k ctrl-k")
        _ = state.update(.key(.paste("{\"title\": \"Botchan\"}")))
        let effects = state.press("ctrl-s ctrl-s")

        let anew = Proposal(
            id: Proposal.ID(2), instruction: "Find a book.", tools: ["book_search"],
            calls: [
                PlannedCall(
                    tool: "book_search", arguments: [.init(name: "title", binding: .literal("Botchan"))])
            ])
        #expect(effects == [.steer(sample, Steering(proposals: [anew]), at: .proposing, iteration: nil)])
    }

    @Test func `a chosen proposal that was written anew is executed in the same iteration, and chosen`() {
        var state = ExplorerState.selecting(2)
        let last = state.open?.iteration?.trials.map(\.id.number).max() ?? 0

        _ = state.press("b 1 i")
        _ = state.type(" Now.")
        let effects = state.press("ctrl-s")
        let told = state.frame(in: .wide, glyphs: .utf8).text()
        let asked = state.press("ctrl-s")

        guard asked.count == 1, case .steer(_, let word, .selecting, 2) = asked[0] else {
            Issue.record("\(asked)")
            return
        }
        #expect(effects.isEmpty)
        #expect(told.contains("What you wrote is executed in iteration 2 as proposal \(last + 1), chosen."))
        #expect(word.choice == .proposal(Proposal.ID(last + 1)))
        #expect(word.proposals?.map(\.id) == [Proposal.ID(last + 1)])
        #expect(word.proposals?.first?.instruction.contains("Now.") == true)
    }

    @Test func `a proposal that failed can be chosen before the selection once it is written anew`() {
        var state = ExplorerState.selecting(5)
        let failed = state.open?.iteration?.trials.first { $0.ending != nil && !$0.succeeded }?.id.number

        _ = state.press("b \(failed ?? 0)")
        let refused = state.sheet?.complaint
        _ = state.press("i")
        _ = state.type(" Again.")
        _ = state.press("ctrl-s \(failed ?? 0)")

        #expect(refused?.hasPrefix("It failed and cannot be chosen: ") == true)
        #expect(state.sheet?.choice == failed.map { .proposal(Proposal.ID($0)) })
    }

    @Test func `of a finished sample another choice makes a branch that repeats the iteration`() {
        var state = ExplorerState.reviewing()

        let asked = state.press("b 2 + ctrl-s")
        let early = state.press("y")
        state.wake()
        let effects = state.press("y")

        #expect(asked == [.wake(1, after: .milliseconds(300))])
        #expect(early.isEmpty)
        #expect(
            effects == [
                .branch(
                    sample, iteration: 5,
                    Steering(
                        choice: .proposal(Proposal.ID(2)), place: .newChain, proposals: [SteeringExamples.proposals[1]])
                )
            ])
    }

    @Test func `another place alone keeps what was selected`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b + ctrl-s")
        state.wake()
        let effects = state.press("enter")

        #expect(
            effects == [
                .branch(
                    sample, iteration: 5,
                    Steering(
                        choice: .proposal(Proposal.ID(1)), place: .newChain, proposals: [SteeringExamples.proposals[0]])
                )
            ])
    }

    @Test func `a note on an earlier iteration has that one proposed anew`() {
        var state = ExplorerState.reviewing()

        _ = state.press("[ [ [ b n")
        _ = state.type("no books")
        _ = state.press("ctrl-s ctrl-s")
        state.wake()
        let effects = state.press("y")

        #expect(effects == [.branch(sample, iteration: 2, Steering(note: "no books"))])
    }

    @Test func `a failed proposal that was written anew can be chosen in a branch`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b 3 i")
        _ = state.type(" Say from USD.")
        _ = state.press("ctrl-s 3 ctrl-s")
        state.wake()
        let effects = state.press("y")

        let anew = Proposal(
            id: Proposal.ID(3), instruction: "Convert to pounds. Say from USD.", tools: ["currency_convert"])
        #expect(
            effects == [
                .branch(sample, iteration: 5, Steering(choice: .proposal(Proposal.ID(3)), proposals: [anew]))
            ])
    }

    @Test func `any other key than the one that says yes grows no branch`() {
        var state = ExplorerState.reviewing(SteeringExamples.asking(costs: [Money(nanodollars: 1_000_000)]))

        _ = state.press("b 2 ctrl-s")
        state.wake()
        let effects = state.press("enter")

        #expect(effects.isEmpty)
        #expect(state.sheet?.complaint == "No branch was grown.")
        #expect(state.sheet?.choice == .proposal(Proposal.ID(2)))
    }

    @Test func `while it grows, a choice for an iteration that is over makes a branch, a note is for the next`() {
        let events = SteeringExamples.events(untilSelectionOf: 2).dropLast(7)
        var noting = ExplorerState.growing(events)
        var choosing = noting

        _ = noting.press("b n")
        _ = noting.type("no books")
        let noted = noting.press("ctrl-s ctrl-s")
        _ = choosing.press("b 2 ctrl-s")
        choosing.wake()
        let chosen = choosing.press("y")

        #expect(noting.open?.viewed == 1)
        #expect(noted == [.steer(sample, Steering(note: "no books"), at: .proposing, iteration: nil)])
        guard case .branch(sample, iteration: 1, let steering) = chosen.first else {
            Issue.record("No branch: \(chosen)")
            return
        }
        #expect(steering.choice == .proposal(Proposal.ID(2)))
        #expect(steering.proposals?.map(\.id) == [Proposal.ID(2)])
    }

    @Test func `a selection that comes while the sheet is open is not overridden unawares`() {
        var state = ExplorerState.selecting(1)
        let count = SteeringExamples.events(untilSelectionOf: 1).count
        _ = state.press("b 2")

        _ = state.record(ExampleSample.events[count], number: count + 1)
        let effects = state.press("ctrl-s")

        #expect(effects.isEmpty)
        #expect(state.sheet?.complaint?.hasPrefix("Iteration 1 went on meanwhile") == true)
        #expect(state.press("ctrl-s") == [.wake(1, after: .milliseconds(300))])
    }

    @Test func `after the last iteration nobody reads a note`() {
        let plan = Plan.demo(seed: 123)
        var short = plan
        short.iterations = 2
        let events = SteeringExamples.events(untilSelectionOf: 2).map { event in
            event == .began(planner: "offline", plan: plan) ? RunEvent.began(planner: "offline", plan: short) : event
        }
        var state = ExplorerState.growing(events)

        _ = state.press("b n")
        _ = state.type("more")
        let effects = state.press("ctrl-s ctrl-s")

        #expect(effects.isEmpty)
        #expect(
            state.sheet?.complaint == "Iteration 2 is the last: no proposer comes after it that could read this.")
    }
}

@Suite("What a branch may cost")
struct BranchEstimateTests {
    private func sentences(_ events: [RunEvent], at iteration: Int) -> [String] {
        let state = RunState(events)
        return BranchEstimate(at: iteration, of: state, tools: [:]).sentences
    }

    @Test func `where no model was asked it costs nothing`() {
        #expect(
            sentences(SteeringExamples.completed, at: 5) == [
                "at most 6 iterations, fewer where 4 to 9 steps are reached sooner",
                "iterations before 5 are shared and cost nothing again",
                "no model is asked: it costs nothing", "an iteration of the sample took tool calls 1 to 6",
                "so all of them may take at most about tool calls 36",
            ])
    }

    @Test func `what iterations took is a range for those to come`() {
        let costs: [Money?] = [Money(nanodollars: 1_000_000)]

        #expect(
            sentences(SteeringExamples.asking(costs: costs), at: 9).suffix(2) == [
                "an iteration of the sample took model calls 1 to 5, tokens 1,200 to 6,000, cost $0.001 to $0.005, tool "
                    + "calls 1 to 6",
                "so all of them may take at most about model calls 10, tokens 12,000, cost $0.01, tool calls 12",
            ])
    }

    @Test func `a price that is not known is not made up`() {
        #expect(sentences(SteeringExamples.asking(costs: [nil]), at: 9).last?.contains(", cost unknown, ") == true)
        #expect(
            sentences(SteeringExamples.asking(costs: [nil, Money(nanodollars: 1_000_000)]), at: 9)
                .contains { $0.contains(", cost at least $") })
    }
}
