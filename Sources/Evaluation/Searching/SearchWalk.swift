import Engine

/// One search while it is under way.
struct SearchWalk {
    /// What the search does after it has explored a node.
    private enum Retreat {
        /// Goes back so many nodes that asked, and goes on there.
        case levels(Int)
        /// Ends.
        case everything(SearchResult.Ending)
    }

    /// What a question led to.
    private enum Growth {
        case node(Int)
        case nothing(SearchResult.Ending)
    }

    /// What a requested call came to.
    private struct Carried {
        let observation: Observation
        /// Nil where nobody made it.
        var call: SearchedCall?
        /// Nil where it cannot have changed anything.
        var run: ToolCall?

        init(_ observation: Observation) { self.observation = observation }
    }

    let plan: SearchPlan
    let study: Study
    let functions: SearchFunctions
    let prompt: SearchPrompt
    let item: SampleID
    let random: SeededGenerator
    private let meter = SpendingMeter()
    private var tree: SearchTree
    private var queries = 0
    /// Every call so far, on whichever way, whatever came of it.
    private var made: [ToolCall] = []
    private var gaveUp = false
    /// The node that the search has come to last.
    private var last = SearchTree.root

    init(
        _ plan: SearchPlan, in study: Study, for query: String, with tools: [Tool], item: SampleID,
        random: SeededGenerator
    ) {
        self.plan = plan
        self.study = study
        self.item = item
        self.random = random
        functions = SearchFunctions(tools)
        prompt = .embedded
        tree = SearchTree(prompt.opening(query, tools: functions.toolsTold))
    }

    /// Searches from the root.
    mutating func result() async throws -> SearchResult {
        let ending: SearchResult.Ending =
            switch try await explore(SearchTree.root) {
            case .everything(let ending): ending
            case .levels: gaveUp ? .gaveUp : .exhausted
            }
        return await SearchResult(
            ending: ending, tree: tree.answerNode(), queries: queries, steps: steps(to: ending),
            messages: tree[last].messages, spending: meter.spending)
    }

    /// Explores everything below a node, child after child, each to its end.
    private mutating func explore(_ node: Int) async throws -> Retreat {
        tree.enter(node)
        last = node
        switch tree[node].kind {
        case .input(let arguments, _, .answered): return .everything(.answered(FinishCall.answer(in: arguments)))
        case .input(_, _, .gaveUp):
            tree[node].isPruned = true
            gaveUp = true
            return .levels(plan.backAfterGivingUp)
        case .root, .thought, .action, .input: break
        }
        guard tree[node].depth < plan.depthLimit else {
            tree[node].isPruned = true
            return .levels(1)
        }
        for _ in 0..<max(0, plan.width) {
            switch try await grow(from: node) {
            case .nothing(let ending):
                last = node
                return .everything(ending)
            case .node(let child):
                switch try await explore(child) {
                case .everything(let ending): return .everything(ending)
                case .levels(let levels): if levels > 1 { return .levels(levels - 1) }
                }
            }
        }
        return .levels(1)
    }

    private func steps(to ending: SearchResult.Ending) -> [SearchedCall] {
        switch ending {
        case .answered: tree.calls(to: last)
        case .gaveUp, .exhausted, .outOfQueries, .unanswered, .failed: []
        }
    }
}

extension SearchWalk {
    /// Asks what to do at a node, does it, and adds the nodes of the answer: thought, action, input.
    ///
    /// Of several calls in one answer the first is made, and the others are not in the conversation: ToolBench's models
    /// make one call at a time.
    private mutating func grow(from node: Int) async throws -> Growth {
        try Task.checkCancellation()
        queries += 1
        let completion: Completion
        do {
            completion = try await ask(at: node)
        } catch let failure as StageFailure {
            return .nothing(.unanswered("Question \(queries) had no answer: \(failure)"))
        }
        // As in ToolBench, the answer to the last question is counted and not used.
        guard queries < plan.queryLimit else { return .nothing(.outOfQueries) }
        guard completion.ending != .filtered else {
            return .nothing(.failed("The endpoint's content filter withheld the answer to question \(queries)."))
        }
        return .node(try await take(completion, at: node))
    }

    /// The message that asks for something else is in this one question, and in no other.
    private func ask(at node: Int) async throws -> Completion {
        let diversity = prompt.diversity(from: tree.tries(from: node), observation: tree[node].kind.observation)
        var random = random.part(queries)
        let request = ModelRequest(
            model: study.model.name, messages: tree[node].messages.joined + [diversity].compactMap { $0 },
            tools: functions.offered, toolChoice: .auto, maxTokens: plan.answerTokens, temperature: plan.temperature,
            seed: UInt32(truncatingIfNeeded: random.next() >> 33))
        let slot = ExchangeSlot(sample: item, iteration: 0, stage: .searching, turn: queries)
        return try await study.ask(request, at: slot, spending: meter)
    }

    private mutating func take(_ completion: Completion, at node: Int) async throws -> Int {
        let words = completion.words
        guard let call = completion.calls.first else {
            // Words without a call are a thought, even where there are no words.
            let thought = tree.grow(.thought(words), under: node)
            tree[thought].messages = tree[node].messages + [.assistant(words)]
            return thought
        }
        let parent = words.isEmpty ? node : tree.grow(.thought(words), under: node)
        let name = functions.spoken(call.name)
        let action = tree.grow(.action(name), under: parent)
        let carried = try await carryOut(name, call.arguments, after: node)
        let observation = carried.observation
        let input = tree.grow(
            .input(arguments: call.arguments, observation: observation.text, status: observation.status), under: action)
        tree[input].call = carried.call
        tree[input].run = carried.run
        tree[input].messages = tree[node].messages + said(words, call, name, observation)
        tree[input].isPruned = observation.status == .gaveUp
        if observation.status == .answered {
            tree[input].isTerminal = true
            tree.finish(input, withInputs: plan.backAfterAnswer)
        }
        return input
    }

    /// What an answer adds to the conversation.
    ///
    /// Names that no function has are replaced there, and so are arguments that are no object: endpoints refuse them.
    private func said(
        _ words: String, _ call: RequestedCall, _ name: String, _ observation: Observation
    ) -> [ModelMessage] {
        let digits = String(queries)
        let kept = RequestedCall(
            id: "call" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits,
            name: observation.status == .unknownFunction ? SearchFunctions.unknown : name,
            arguments: (try? JSON(parsing: call.arguments))?.object == nil ? "{}" : call.arguments, extra: call.extra)
        return [.assistant(words, calls: [kept]), .tool(callID: kept.id, content: observation.text)]
    }

    /// Makes a call, or says why it cannot be made; those on the way to the node are what it builds on.
    private mutating func carryOut(_ name: String, _ text: String, after node: Int) async throws -> Carried {
        let limit = plan.observationLimit
        switch functions.target(of: name) {
        case .finish: return Carried(FinishCall(arguments: text).observation(limit: limit))
        case nil:
            let problem = "There is no function \(JSON.string(name.first(scalars: 80)).compactText)."
            return Carried(Observation(problem: problem, .unknownFunction, limit: limit))
        case .tool(let tool):
            // As in ToolBench, no text at all is no arguments.
            guard let arguments = try? JSON(parsing: text.isEmpty ? "{}" : text), arguments.object != nil else {
                return Carried(Observation(problem: "The arguments are no JSON object.", .badInput, limit: limit))
            }
            let call = ToolCall(tool: tool, arguments: arguments)
            let result = try await study.run(
                call, of: item, after: made, on: tree.history(to: node), spending: meter)
            made.append(call)
            var carried = Carried(Observation(of: result, limit: limit))
            if !result.outcome.isRejection {
                carried.call = SearchedCall(
                    call: call, status: carried.observation.status, observation: carried.observation.text)
            }
            if result.outcome.mayHaveRun { carried.run = call }
            return carried
        }
    }
}

extension [ModelMessage] {
    /// Without words that say nothing, and with what the model said in a row as one message.
    ///
    /// Endpoints such as llama.cpp's refuse anything else. The tree keeps them apart, as ToolBench does.
    fileprivate var joined: [ModelMessage] {
        reduce(into: []) { messages, next in
            guard !next.saysNothing else { return }
            guard case .assistant(let words, let calls) = next, case .assistant(let earlier, [])? = messages.last else {
                messages.append(next)
                return
            }
            messages[messages.count - 1] = .assistant(earlier + "\n" + words, calls: calls)
        }
    }
}

extension ModelMessage {
    fileprivate var saysNothing: Bool {
        switch self {
        case .assistant(let words, []): words.saysNothing
        case .system, .user, .assistant, .tool: false
        }
    }
}

extension Completion {
    /// What the model said, a refusal included: ToolBench knows no other words.
    fileprivate var words: String {
        switch ending {
        case .refused(let words): text.isEmpty ? words : text
        case .stopped, .calls, .length, .filtered: text
        }
    }
}
