import Engine
import TestSupport

extension GuardedSource {
    /// Counting tools behind a policy that lets nobody answer: some of them may write, the others read.
    ///
    /// The source restores its state before a call by the calls that it builds on.
    static func guarding(
        _ tools: CountingTools, limits: CallLimits = CallLimits(), writing: Set<ToolName> = []
    ) -> GuardedSource {
        let identity = ContentHash(of: "count")
        let approval = ToolApproval(
            source: "count", command: "count", identity: identity,
            tools: tools.offer().tools.map {
                ToolApproval.Approved(definition: $0, effects: writing.contains($0.name) ? .write : .read)
            })
        return GuardedSource(
            NamedSource("count", tools), identity: identity, approval: approval, approver: UnattendedApprover(),
            limits: limits, replay: .history)
    }
}
