import Engine
import Evaluation
import TestSupport
import Testing

@Suite("The limits of a search")
struct SearchLimitsTests {
    private static let call = RequestedCall.to("find", #"{"name":"Oslo"}"#)

    @Test func `a node so deep is not expanded, and its sibling is tried`() async throws {
        var plan = SearchPlan.depthFirst
        plan.depthLimit = 4
        let scene = SearchScene(ScriptedModel { _ in .calling([Self.call]) }, plan: plan)
        let result = try await scene.search()

        // Two nodes a step: inputs at 2 and 4. Those at 4 are pruned on entry and say 1, so each asker asks twice.
        #expect(result.ending == .exhausted)
        #expect(result.queries == 6)
        #expect(
            result.tree.picture == """
                0 root
                  1 action find
                    2 input {"name":"Oslo"} -> worked e1
                      3 action find
                        4 input {"name":"Oslo"} -> worked e2 pruned
                      5 action find
                        6 input {"name":"Oslo"} -> worked e3 pruned
                  7 action find
                    8 input {"name":"Oslo"} -> worked e4
                      9 action find
                        10 input {"name":"Oslo"} -> worked e5 pruned
                      11 action find
                        12 input {"name":"Oslo"} -> worked e6 pruned
                """)
    }

    @Test func `four steps with thoughts are the deepest, and two ways from each point`() async throws {
        let scene = SearchScene(ScriptedModel { _ in .calling([Self.call], saying: "Next.") })
        let result = try await scene.search()

        // Three nodes a step: 2 + 4 + 8 + 16 questions; the inputs at depth 12 are pruned.
        #expect(result.ending == .exhausted)
        #expect(result.queries == 30)
        #expect(result.tree.size == 1 + 3 * 30)
        #expect(result.tree.deepest == 12)
        #expect(result.spending.toolCalls == 30)
        #expect(result.steps == [])
    }

    @Test func `the longest way has fifteen nodes with the root`() async throws {
        // Depth is looked at on entry: a node at 11 may still grow a thought, an action and an input.
        let scene = SearchScene(
            ScriptedModel { request in .calling([Self.call], saying: request.messages.count == 2 ? "" : "Next.") },
            plan: .react)
        let result = try await scene.search()

        #expect(result.tree.deepest == 14)
        #expect(result.tree.size == 15)
        #expect(result.queries == 5)
    }

    @Test func `the question that meets the limit ends the search, and its answer is not used`() async throws {
        var plan = SearchPlan.depthFirst
        plan.queryLimit = 3
        let scene = SearchScene(
            ScriptedModel(.call("find", #"{"name":"a"}"#), .call("find", #"{"name":"b"}"#), .answer("Too late.")),
            plan: plan)
        let result = try await scene.search()

        #expect(result.ending == .outOfQueries)
        #expect(result.queries == 3)
        #expect(result.spending.modelCalls == 3)
        #expect(
            result.tree.picture == """
                0 root
                  1 action find
                    2 input {"name":"a"} -> worked e1
                      3 action find
                        4 input {"name":"b"} -> worked e2
                """)
        #expect(result.messages == scene.conversation(of: 3))
    }

    @Test func `two hundred questions are the most`() async throws {
        // A thought a node: down to depth 12 there would be 8,190 of them.
        let scene = SearchScene(ScriptedModel { _ in .words("Hm.") })
        let result = try await scene.search()

        #expect(result.ending == .outOfQueries)
        #expect(result.queries == 200)
        #expect(result.tree.size == 200)
    }

    @Test func `a single chain never asks a second time from one point`() async throws {
        let scene = SearchScene(
            ScriptedModel(.call("find", #"{"name":"Oslo"}"#, saying: "The id."), .giveUp), plan: .react)
        let result = try await scene.search()

        #expect(result.ending == .gaveUp)
        #expect(result.queries == 2)
        #expect(
            result.tree.picture == """
                0 root
                  1 thought The id.
                    2 action find
                      3 input {"name":"Oslo"} -> worked e1
                        4 action Finish
                          5 input {"return_type":"give_up_and_restart"} -> gaveUp e2 pruned
                """)
    }

    @Test func `a single chain answers`() async throws {
        let scene = SearchScene(
            ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .call("detail", #"{"id":"1"}"#), .answer("Yes.")),
            plan: .react)
        let result = try await scene.search()

        #expect(result.ending == .answered("Yes."))
        #expect(result.steps.map { $0.call.tool } == ["find", "detail"])
        #expect(result.messages.count == 2 + 2 * 3)
        #expect(scene.conversation(of: 3) == Array(result.messages.prefix(6)))
    }

    /// Six times the same call, on two ways with two below each.
    private func sixCalls(on tools: CountingTools, _ limits: CallLimits) -> SearchScene {
        var plan = SearchPlan.depthFirst
        plan.depthLimit = 4
        var scene = SearchScene(ScriptedModel { _ in .calling([Self.call]) }, plan: plan)
        scene.source = GuardedSource.guarding(tools, limits: limits)
        return scene
    }

    @Test(arguments: [CallLimits(callsPerSample: 4, repeats: 100), CallLimits(repeats: 4)])
    func `what a policy allows a sample it allows the whole search, on whichever way`(limits: CallLimits) async throws {
        let tools = CountingTools()

        let result = try await sixCalls(on: tools, limits).search()

        // No way has more than two calls on it.
        #expect(result.queries == 6)
        #expect(tools.made.count == 4)
        #expect(result.spending.toolCalls == 4, "Denied calls did not leave.")
        #expect(result.tree.inputs == [.worked, .worked, .worked, .worked, .unauthorised, .unauthorised])
    }

    @Test func `a search that goes on counts what it called before`() async throws {
        let ledger = MemoryLedger()
        let limits = CallLimits(repeats: 3)
        var cut = sixCalls(on: CountingTools(), limits)
        cut.ledger = ledger
        cut.account = BudgetAccount(Budget(toolCalls: 2)) { .zero }
        let interrupted = cut
        await #expect(throws: BudgetSpent.self) { try await interrupted.search() }

        let tools = CountingTools()
        var rest = sixCalls(on: tools, limits)
        rest.ledger = ledger
        let result = try await rest.search()

        #expect(tools.made.count == 1)
        #expect(result.spending.toolCalls == 3)
        #expect(try await sixCalls(on: CountingTools(), limits).search() == result)
    }

    @Test func `a call that was denied is nothing that later ones build on`() async throws {
        let tools = CountingTools()
        var scene = SearchScene(
            ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .call("detail", #"{"id":"1"}"#), .answer("Yes.")),
            plan: .react)
        scene.source = GuardedSource.guarding(tools, writing: ["find"])

        let result = try await scene.search()

        #expect(tools.made.map(\.tool) == ["detail"])
        #expect(result.steps.map(\.status) == [.unauthorised, .worked])
        #expect(result.spending.toolCalls == 1)
    }
}

extension AnswerNode {
    /// How the calls of the tree ended, in the order in which they were made.
    fileprivate var inputs: [CallStatus] {
        var own: [CallStatus] = []
        if case .input(_, _, let status) = kind { own = [status] }
        return children.reduce(own) { $0 + $1.inputs }
    }
}
