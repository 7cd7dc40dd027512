import Engine
import Testing

@Suite("A workflow")
struct WorkflowTests {
    @Test(
        arguments: [
            ([], []), ([[1, 2, 4], [3]], [1, 2, 3, 4]), ([[4, 1, 2], [3]], [3, 4, 1, 2]), ([[3], [1, 2]], [1, 2, 3]),
            ([[1, 5], [], [2, 3]], [1, 2, 3, 5]), ([[9, 8, 7]], [9, 8, 7]),
        ] as [([[Int]], [Int])])
    func `runs each chain in its own order, and over the chains the lowest number first`(
        chains: [[Int]], order: [Int]
    ) {
        let workflow = Workflow(
            chains: chains.enumerated().map { Chain(id: Chain.ID($0 + 1), steps: $1.map(Self.step)) })

        #expect(workflow.steps.map(\.number) == order)
    }

    private static func step(_ number: Int) -> Step {
        Step(
            number: number, call: ToolCall(tool: "t", arguments: [:]), output: RecordedOutput("1"), origin: .demo,
            iteration: number, proposal: Proposal.ID(1))
    }
}
