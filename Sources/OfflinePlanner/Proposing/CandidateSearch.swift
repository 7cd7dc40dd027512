import Engine

/// Finds the uses of a batch that can be bound.
struct CandidateSearch {
    let request: ProposalRequest
    private let batch: [KnownTool]
    private let lexicon: Lexicon
    private let literals: Literals
    private let suspicion: Suspicion
    /// Calls whose result is known already, by their essence.
    private let settled: Set<ContentHash>
    /// For each tool of the batch, the places of those that its output feeds.
    private let fed: [ToolName: [Int]]

    init(_ request: ProposalRequest, _ lexicon: Lexicon) {
        self.request = request
        self.lexicon = lexicon
        batch = request.batch.map { lexicon[$0] }
        suspicion = Suspicion(request.memory, library: request.library, lexicon)
        literals = Literals(workflow: request.workflow, library: request.library, lexicon, suspicion)
        let failed = request.memory.flatMap(\.reports).filter { !$0.shownToSelector }.compactMap(\.calls.last)
        fed = Self.fed(in: batch)
        settled = Set((request.workflow.steps.map(\.call) + failed).map { $0.essence(in: request.library) })
    }

    private static func fed(in batch: [KnownTool]) -> [ToolName: [Int]] {
        var wanting: [String: [Int]] = [:]
        for (place, tool) in batch.enumerated() {
            for meaning in tool.vocabulary.wanted { wanting[meaning, default: []].append(place) }
        }
        let fed = batch.map { tool in (tool.name, tool.vocabulary.offers.keys.flatMap { wanting[$0] ?? [] }) }
        return Dictionary(fed) { first, _ in first }
    }

    /// Uses of one length that are made longer; of a large batch the first ones, in sampled order.
    private static let widest = 500

    /// Every use, in a fixed order; random only in which values it takes.
    func candidates(random: inout SeededGenerator) -> [Candidate] {
        var found: [Candidate] = []
        for chain in [nil] + request.workflow.chains.map(Optional.some) {
            let suppliers = (chain?.steps ?? []).compactMap(supplier(for:))
            let binder = binder(with: suppliers)
            var level = batch.compactMap { tool in bind(tool, with: binder, random: &random).map { [$0] } }
            for length in 0..<request.toolsPerProposal {
                if length > 0 {
                    level = level.prefix(Self.widest).flatMap { extensions(of: $0, over: suppliers, random: &random) }
                }
                found += level.map { Candidate(calls: $0, chain: chain?.id) }
            }
        }
        return found.filter(isWorthTrying)
    }

    /// The calls and one more, which uses one of them.
    private func extensions(
        of calls: [BoundCall], over suppliers: [Supplier], random: inout SeededGenerator
    ) -> [[BoundCall]] {
        let own = calls.enumerated().map { index, call in
            Supplier(.call(index + 1), tool: call.tool)
        }
        let binder = binder(with: suppliers + own)
        let used = Set(calls.map(\.tool.name))
        let occasions = Occasions(of: calls.map(\.tool))
        let next = calls.reduce(into: Set<Int>()) { $0.formUnion(fed[$1.tool.name] ?? []) }.sorted()
        return next.map { batch[$0] }.compactMap { tool in
            guard !used.contains(tool.name), occasions.meet(tool.occasions) else { return nil }
            guard let call = binder.bind(tool, random: &random), call.usesCalls else { return nil }
            return calls + [call]
        }
    }

    /// Arguments that keep tools without words from being called, the most frequent first.
    var unknownArguments: [String] {
        let open = batch.filter(\.wording.hasNoWords).flatMap(\.vocabulary.open)
        let counts = Dictionary(open.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// A tool without words has few values: where a call with them was made already, others are tried.
    private func bind(_ tool: KnownTool, with binder: Binder, random: inout SeededGenerator) -> BoundCall? {
        var bound = binder.bind(tool, random: &random)
        guard tool.wording.hasNoWords, !tool.vocabulary.inputs.isEmpty else { return bound }
        var binder = binder
        binder.wantsOthers = true
        for _ in 0..<4 {
            guard let call = bound, isSettled(call) else { return bound }
            bound = binder.bind(tool, random: &random)
        }
        return bound
    }

    private func isSettled(_ call: BoundCall) -> Bool {
        call.resolved(in: request.workflow).map { settled.contains($0.essence(in: request.library)) } ?? false
    }

    private func binder(with suppliers: [Supplier]) -> Binder {
        Binder(suppliers: suppliers, literals: literals, suspicion: suspicion)
    }

    private func supplier(for step: Step) -> Supplier? {
        request.library[step.call.tool].map { Supplier(.step(step), tool: lexicon[$0]) }
    }

    /// A use of a chain must use it, and no use repeats a call that the workflow has or that failed lately.
    private func isWorthTrying(_ candidate: Candidate) -> Bool {
        if candidate.chain != nil, candidate.steps.isEmpty { return false }
        return !candidate.calls.contains(where: isSettled)
    }
}

extension BoundCall {
    /// The call as it will be sent, where nothing of it waits for another call.
    fileprivate func resolved(in workflow: Workflow) -> ToolCall? {
        planned.resolved(workflow: workflow, outputs: [])
    }
}

extension PlannedCall {
    /// The call with its references resolved; nil when one has no value.
    ///
    /// The outputs are those of the earlier calls of the same proposal.
    func resolved(workflow: Workflow, outputs: [JSON]) -> ToolCall? {
        var members: [JSON.Object.Member] = []
        for argument in arguments {
            let value: JSON? =
                switch argument.binding {
                case .literal(let literal): literal
                case .step(let number, let path): workflow.step(number)?.output.json?.value(at: path)
                case .call(let number, let path):
                    outputs.indices.contains(number - 1) ? outputs[number - 1].value(at: path) : nil
                }
            guard let value else { return nil }
            members.append(JSON.Object.Member(key: argument.name, value: value))
        }
        return ToolCall(tool: tool, arguments: .object(JSON.Object(members)))
    }
}
