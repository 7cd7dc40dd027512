import Engine
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("A branch that somebody wants")
struct BranchWishTests {
    /// Three iterations: a geocode, a forecast in the same chain, and news in another one.
    private static func sample(_ actions: Decision.Action...) -> ReviewedSample {
        let builder = SampleBuilder(query: "How warm is it in Oslo, and what is new?", response: "9 degrees; none.")
            .step("geocode", ["name": "Oslo"], gives: #"{"latitude":59.91}"#)
            .step("forecast", ["latitude": 59.91], gives: #"{"max":9}"#)
            .step("news", ["topic": "rain"], gives: #"["none"]"#, chain: 2)
        return actions.reduce(builder) { $0.reviewed($1) }.sample
    }

    private func begun(_ sample: ReviewedSample, at number: Int, _ steering: Steering) throws -> (Steering, RunState) {
        let wish = try BranchWish(of: sample, at: number, steering)
        guard case .branched(_, _, let asked, let inherited) = wish.event else { return (Steering(), RunState()) }
        return (asked, inherited)
    }

    private func obstacle(_ sample: ReviewedSample, at number: Int, _ steering: Steering) -> BranchObstacle? {
        do throws(BranchObstacle) { _ = try BranchWish(of: sample, at: number, steering) } catch { return error }
        return nil
    }

    @Test func `takes over what was there before its iteration`() throws {
        let (asked, inherited) = try begun(Self.sample(), at: 3, Steering(note: "more"))

        #expect(asked == Steering(note: "more"))
        #expect(inherited.iterations.map(\.number) == [1, 2])
        #expect(inherited.workflow.steps.map(\.call.tool) == ["geocode", "forecast"])
        #expect(inherited.outcome == nil)
    }

    /// One iteration with three trials, of which the first was selected and the last failed.
    private static let ofThree: ReviewedSample = {
        let library = sample().library
        let proposals = (1...3).map {
            Proposal(id: Proposal.ID($0), instruction: "Try \($0).", tools: ["geocode"])
        }
        let place = Placement.newChain
        let state = RunState([
            .began(planner: "offline", plan: SampleBuilder.plan(seed: 7)), .iterationBegan(1), .sampled(["geocode"]),
            .proposed(Proposals(reason: "", all: proposals)), .tried(Proposal.ID(1), .succeeded(report: "1")),
            .tried(Proposal.ID(2), .succeeded(report: "2")), .tried(Proposal.ID(3), .failed(reason: "3")),
            .selected(.chosen(Proposal.ID(1), place: place, reason: "good")),
            .iterationEnded(1, .stalled(.everyTrialFailed)),
        ])
        return ReviewedSample(id: sample().id, seed: 7, state: state, review: ReviewState(), library: library)
    }()

    @Test func `of a chosen proposal executes just that one again`() throws {
        let choice = Steering.Choice.proposal(Proposal.ID(2))

        let (asked, _) = try begun(Self.ofThree, at: 1, Steering(choice: choice))

        #expect(asked.choice == choice)
        #expect(asked.place == nil)
        #expect(asked.proposals?.map(\.instruction) == ["Try 2."])
    }

    @Test func `of another place, and of nothing, executes just what was selected again`() throws {
        let (placed, _) = try begun(Self.ofThree, at: 1, Steering(place: .newChain, note: "n"))
        let (declined, _) = try begun(Self.ofThree, at: 1, Steering(choice: .decline))

        #expect(placed.choice == .proposal(Proposal.ID(1)))
        #expect(placed.proposals?.map(\.instruction) == ["Try 1."])
        #expect(declined.choice == .decline)
        #expect(declined.place == nil)
        #expect(declined.proposals?.map(\.instruction) == ["Try 1."])
    }

    @Test(arguments: [Steering(place: .newChain), Steering(choice: .proposal(Proposal.ID(1)))])
    func `that does what was done is none`(steering: Steering) {
        #expect(obstacle(Self.ofThree, at: 1, steering) == .asItWas(1))
    }

    @Test func `of a proposal written anew executes that and the chosen one, and no other`() throws {
        let anew = Proposal(id: Proposal.ID(3), instruction: "Try again.", tools: ["geocode"])
        let choice = Steering.Choice.proposal(Proposal.ID(2))

        let (asked, _) = try begun(Self.ofThree, at: 1, Steering(choice: choice, proposals: [anew]))

        #expect(asked.proposals?.map(\.instruction) == ["Try 2.", "Try again."])
        #expect(asked.branching(from: Self.ofThree.state.iterations[0]) == asked)
        #expect(
            obstacle(Self.ofThree, at: 1, Steering(choice: .proposal(Proposal.ID(3))))
                == .proposalFailed(Proposal.ID(3), in: 1, reason: "3"))
    }

    @Test func `with proposals of its own keeps them`() throws {
        let own = Proposal(id: Proposal.ID(1), instruction: "Look elsewhere.", tools: ["geocode"])

        let (asked, _) = try begun(
            Self.sample(), at: 2, Steering(choice: .proposal(Proposal.ID(1)), proposals: [own]))

        #expect(asked.proposals == [own])
    }

    @Test func `of an edited sample goes on from its chains as edited`() throws {
        let sample = Self.sample(.edit(.splitChain(before: 2)), .edit(.deleteStep(3)))

        let (_, third) = try begun(sample, at: 3, Steering(note: "n"))
        let (_, second) = try begun(sample, at: 2, Steering(note: "n"))

        #expect(third.workflow.chains.map { $0.steps.map(\.number) } == [[1], [2]])
        #expect(third.workflow == third.workflow(after: 2))
        #expect(third.workflow(after: 1).steps.map(\.number) == [1])
        #expect(second.workflow == sample.state.workflow(after: 1))
        var state = third
        state.apply(.iterationBegan(3))
        let step = Step(
            number: 4, call: ToolCall(tool: "news", arguments: [:]), output: RecordedOutput("1"), origin: .demo,
            iteration: 3, proposal: Proposal.ID(1))
        state.apply(.iterationEnded(3, .grew(Growth(chain: Chain.ID(9), opensChain: true, steps: [step]))))
        #expect(state.workflow == state.workflow(after: 3))
        #expect(state.workflow.chains.count == 3)
        #expect(state.cut(after: 1).workflow.chains.map { $0.steps.map(\.number) } == [[1]])
    }

    @Test func `of an edited sample does not go on from an output that answers other arguments`() {
        let changed = Edit.argument(step: 1, path: JSONPath([.key("name")]), "Bergen")
        let sample = Self.sample(.edit(changed))

        #expect(obstacle(sample, at: 2, Steering(note: "n")) == .stale(step: 1))
        #expect(obstacle(sample, at: 1, Steering(note: "n")) == nil)
    }

    @Test(
        arguments: [
            (9, Steering(note: "n"), .noIteration(9, of: 3)),
            (2, Steering(choice: .proposal(Proposal.ID(4))), .noProposal(Proposal.ID(4), in: 2, of: 1)),
            (2, Steering(place: .append(Chain.ID(2))), .noChain(Chain.ID(2), before: 2)),
            (2, Steering(mutedTools: ["nobody"]), .unknownTool("nobody")), (2, Steering(), .nothingAsked),
        ] as [(Int, Steering, BranchObstacle)])
    func `says what stands against it`(number: Int, steering: Steering, expected: BranchObstacle) {
        #expect(obstacle(Self.sample(), at: number, steering) == expected)
    }

    @Test func `waits for an iteration that is under way`() {
        let sample = Self.sample()
        var state = sample.state
        state.apply(.iterationBegan(4))
        let growing = ReviewedSample(
            id: sample.id, seed: 7, state: state, review: ReviewState(), library: sample.library)

        #expect(obstacle(growing, at: 4, Steering(note: "n")) == .underWay(4))
        #expect(obstacle(growing, at: 3, Steering(note: "n")) == nil)
    }

    @Test func `has nothing to branch from in an imported sample`() {
        let sample = Self.sample()
        let imported = ReviewedSample(
            id: sample.id, seed: 7, state: RunState([.imported(from: "hermes", sample.workflow)]),
            review: ReviewState(), library: sample.library)

        #expect(obstacle(imported, at: 1, Steering(note: "n")) == .notGrown)
    }
}
