/// Lets a model select among the trials that succeeded.
struct ModelSelector: Selector {
    let voice: Voice

    func select(_ request: SelectionRequest) async throws -> Selection {
        let places = Telling.places(in: request.workflow, mayOpenChain: request.mayOpenChain)
        guard !places.isEmpty else { return .declined(reason: "There is no chain, and none may be opened.") }
        let form = SelectionForm(request)
        let messages = voice.prompts[.select].messages([
            .steps: Telling.steps(of: request.workflow), .candidates: Telling.candidates(request.candidates),
            .places: places.joined(separator: ", "), .notes: Telling.notes(request.notes, after: request.guidance),
            .form: form.words,
        ])
        return try await voice.answer(to: messages, as: form, through: request.models, random: request.random)
    }
}

extension Telling {
    /// The trials that can be selected, each with its calls and its report.
    static func candidates(_ trials: [Trial]) -> String {
        let limit = Quotation.share(of: trials.reduce(0) { $0 + $1.attempts.count })
        return trials.map { trial in
            [
                "proposal \(trial.id.number): \(Quotation.marked("instruction", trial.proposal.instruction))",
                attempts(trial.attempts, limit: limit),
                "report: \(Quotation.marked("report", trial.ending?.text ?? "", limit: 1_000))",
            ].joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}
