/// Lets a model write the query that the workflow answers, and the response.
struct ModelSynthesizer: Synthesizer {
    let voice: Voice

    func synthesize(_ request: SynthesisRequest) async throws -> Synthesis {
        let form = SynthesisForm(request.workflow)
        let messages = voice.prompts[.synthesise].messages([
            .steps: Telling.steps(of: request.workflow), .form: form.words,
        ])
        return try await voice.answer(to: messages, as: form, through: request.models, random: request.random)
    }
}
