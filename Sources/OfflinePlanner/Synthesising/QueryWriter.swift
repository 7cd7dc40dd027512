import Engine

/// Writes the query: a reason for asking, then the questions, with every value that nobody could infer.
struct QueryWriter {
    let story: Story

    /// Each step draws from a stream of its own, so that a new step leaves the words of the others as they are.
    func query(random: SeededGenerator) -> String {
        var mentions = Mentions()
        var sentences: [String] = []
        for (index, step) in story.asked.enumerated() {
            let scope = StepScope(step: step, story: story)
            var random = random.part(step.number)
            if index == 0 || opensChain(step) {
                sentences += opening(for: scope, said: sentences, &mentions, random: &random)
            }
            sentences.append(question(for: scope, &mentions, random: &random))
        }
        return (sentences + leftovers(after: sentences.joined(separator: " "))).joined(separator: " ")
    }

    private func opensChain(_ step: Step) -> Bool {
        let first = story.asked.first { story.workflow.chain(of: $0.number) == story.workflow.chain(of: step.number) }
        return first?.number == step.number
    }

    /// A person's reason for asking, in the tool's words; none where it has none.
    private func opening(
        for scope: StepScope, said: [String], _ mentions: inout Mentions, random: inout SeededGenerator
    ) -> [String] {
        for template in (scope.tool?.wording.openings ?? []).shuffled(using: &random) {
            var attempt = mentions
            guard let text = Phrase(template).filled(from: scope, &attempt), !said.contains(text) else { continue }
            mentions = attempt
            return [text.asSentence]
        }
        return []
    }

    private func question(
        for scope: StepScope, _ mentions: inout Mentions, random: inout SeededGenerator
    ) -> String {
        for template in (scope.tool?.wording.asks ?? []).shuffled(using: &random) {
            if let text = Phrase(template).filled(from: scope, &mentions) { return text.asSentence }
        }
        return plainQuestion(for: scope)
    }

    /// For a tool without words of its own: what it does, and the values it was given.
    private func plainQuestion(for scope: StepScope) -> String {
        let purpose = scope.tool?.description.prefix { $0 != "." } ?? "help me"
        let lowered = purpose.prefix(1).lowercased() + purpose.dropFirst()
        let given = ownValues(of: scope.step).map { "\($0.name) \($0.value.spoken)" }.listed
        return "Could you \(lowered)" + (given.isEmpty ? "?" : " for \(given)?")
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
