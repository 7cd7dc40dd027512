/// Lets a model propose uses of the sampled tools.
struct ModelProposer: Proposer {
    let strategy: Plan.Strategy
    let voice: Voice

    func propose(_ request: ProposalRequest) async throws -> Proposals {
        let form = ProposalForm(request, strategy: strategy)
        let messages = voice.prompts[prompt].messages([
            .callsPerProposal: form.most.times(noun), .tools: Telling.tools(request.batch),
            .steps: Telling.steps(of: request.workflow), .feedback: Telling.feedback(request.memory),
            .notes: Telling.notes(request.notes, after: request.guidance), .count: form.count.times("proposal"),
            .form: form.words,
        ])
        return try await voice.answer(to: messages, as: form, through: request.models, random: request.random)
    }

    private var prompt: PromptName {
        switch strategy {
        case .lean: .proposeLean
        case .paper: .proposePaper
        }
    }

    private var noun: String {
        switch strategy {
        case .lean: "call"
        case .paper: "tool"
        }
    }
}
