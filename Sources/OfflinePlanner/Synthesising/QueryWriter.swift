import Engine

/// Writes the query: a reason for asking, then the questions, with every value that nobody could infer.
struct QueryWriter {
    let story: Story

    /// The query; where naming a step on the way would leave a value unsaid, every step is asked for.
    func query(random: SeededGenerator) -> String {
        let short = questions(random: random)
        guard !leftovers(after: short).isEmpty else { return short }
        let long = QueryWriter(story: story.outspoken).questions(random: random)
        return ([long] + leftovers(after: long)).joined(separator: " ")
    }

    /// Each step draws from a stream of its own, so that a new step leaves the words of the others as they are.
    private func questions(random: SeededGenerator) -> String {
        var text = QueryDraft()
        var told: [String: JSON] = [:]
        for (index, step) in story.asked.enumerated() {
            let scope = StepScope(step: step, story: story)
            var random = random.part(step.number)
            let opens = opensChain(step)
            let chance = index == 0 ? 7 : opens ? (changesOccasion(step) ? 10 : 4) : 0
            if Int.random(in: 0..<10, using: &random) < chance {
                open(&text, with: scope, isAside: index > 0 && changesOccasion(step), random: &random)
            }
            let isJoined = Int.random(in: 0..<10, using: &random) < 4
            let hasLead = Int.random(in: 0..<10, using: &random) < 2
            if let request = PlainRequest(scope) {
                let isFirst = text.sentences.isEmpty
                text.add(question: request.sentence(isFirst: isFirst, after: told, random: &random))
                told.merge(request.told) { _, new in new }
                continue
            }
            text.add(question: question(for: scope, in: &text, random: &random), isJoined && !opens, hasLead)
            scope.introduceResult(to: &text.mentions)
        }
        return text.sentences.joined(separator: " ")
    }

    private func opensChain(_ step: Step) -> Bool {
        let first = story.asked.first { story.workflow.chain(of: $0.number) == story.workflow.chain(of: step.number) }
        return first?.number == step.number
    }

    /// Whether the step's chain has nothing to do with the first one.
    private func changesOccasion(_ step: Step) -> Bool {
        guard let chain = story.workflow.chain(of: step.number), let first = story.workflow.chains.first else {
            return false
        }
        let own = story.workflow.chains.first { $0.id == chain }?.steps ?? []
        return chain != first.id && !Occasions(of: first.steps + own, story.library).haveCommon
    }

    /// A person's reason for asking, in the tool's words; none where it has none.
    private func open(_ text: inout QueryDraft, with scope: StepScope, isAside: Bool, random: inout SeededGenerator) {
        for template in (scope.tool?.wording.openings ?? []).shuffled(using: &random) {
            guard let said = Phrase(template).filled(from: scope, &text.mentions) else { continue }
            return text.add(opening: said.asSentence, isAside, random: &random)
        }
    }

    private func question(for scope: StepScope, in text: inout QueryDraft, random: inout SeededGenerator) -> String {
        let asks = story.manners[scope.step.number]?.doubt?.doubt.asks ?? scope.tool?.wording.asks ?? []
        for template in text.order(asks, random: &random) {
            guard let question = Phrase(template).filled(from: scope, &text.mentions) else { continue }
            text.use(template)
            return question.asSentence
        }
        return plainQuestion(for: scope)
    }

    /// For a tool without words of its own: what it does, and the values it was given.
    private func plainQuestion(for scope: StepScope) -> String {
        let purpose = scope.tool?.description.prefix { $0 != "." } ?? "help me"
        let given = ownValues(of: scope.step).map { "\($0.name) \($0.value.spoken)" }.listed
        return "Could you \(String(purpose).uncapitalised)" + (given.isEmpty ? "?" : " for \(given)?")
    }

    private func ownValues(of step: Step) -> [(name: String, value: JSON)] {
        (story.traces[step.number] ?? []).compactMap { trace in
            if case .output = trace.source { return nil }
            guard case .key(let name)? = trace.path.components.first else { return nil }
            return (name.replacing("_", with: " "), trace.value)
        }
    }

    /// What the questions left unsaid and nobody could infer, said in plain words.
    private func leftovers(after query: String) -> [String] {
        let traces = story.workflow.traces(query: query, library: story.library)
        return story.workflow.steps.flatMap { step in
            (traces[step.number] ?? []).compactMap { trace -> String? in
                switch trace.source {
                case .none, .documentation: leftover(trace, of: step)
                case .query, .output, .schemaDefault, .open, .unknown: nil
                }
            }
        }
    }

    private func leftover(_ trace: ArgumentTrace, of step: Step) -> String? {
        guard case .key(let name)? = trace.path.components.first else { return nil }
        let said = StepScope(step: step, story: story).saying(of: name) ?? trace.value.spoken
        return "Take \(said) for the \(name.replacing("_", with: " "))."
    }
}
