import Engine

/// Writes the response: answers in the order of the questions, stating only what the outputs contain.
struct ResponseWriter {
    let story: Story

    func response(random: SeededGenerator) -> String {
        var mentions = Mentions()
        let answers = story.told.map { step in
            var random = random.part(-step.number)
            let scope = StepScope(step: step, story: story)
            let answer = answer(for: scope, &mentions, random: &random)
            scope.introduceResult(to: &mentions)
            return answer
        }
        return answers.reduce("") { text, answer in
            text + (text.isEmpty || text.hasSuffix("\n") ? "" : " ") + answer
        }.withoutLineEnd
    }

    private func answer(
        for scope: StepScope, _ mentions: inout Mentions, random: inout SeededGenerator
    ) -> String {
        for template in answers(for: scope).shuffled(using: &random) {
            if let text = Phrase(template).filled(from: scope, &mentions), !text.isEmpty {
                return text.asSentence
            }
        }
        return plainAnswer(for: scope)
    }

    private func answers(for scope: StepScope) -> [String] {
        guard let claim = story.manners[scope.step.number]?.doubt else { return scope.tool?.wording.answers ?? [] }
        return claim.isTrue ? claim.doubt.confirmed : claim.doubt.refuted
    }

    /// For a tool without words of its own: the first few values of its output, by name.
    private func plainAnswer(for scope: StepScope) -> String {
        if let request = PlainRequest(scope) {
            let output = story.outputs[scope.step.number] ?? .null
            return PlainAnswer(subject: request.subject, output: output).text
        }
        guard let output = story.outputs[scope.step.number], !output.saysNothing else {
            return "There is no result."
        }
        let facts = output.leaves.filter { !$0.value.saysNothing }.prefix(4).map { leaf in
            "\(leaf.path.pattern.replacing("_", with: " ")) \(leaf.value.spoken)".drop { $0 == " " }
        }
        let told = facts.map(String.init).listed
        return told.asSentence + "."
    }
}

extension String {
    /// Without a line end at the end.
    fileprivate var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
