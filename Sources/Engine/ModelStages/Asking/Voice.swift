/// The model of a stage, with all that its questions have in common.
struct Voice: Sendable {
    let model: ModelSettings.StageModel
    let prompts: PromptSet
    let temperature: Double?
    let maxTokens: Int

    init(_ model: ModelSettings.StageModel, _ settings: ModelSettings) {
        self.model = model
        prompts = settings.prompts
        temperature = settings.temperature
        maxTokens = settings.maxTokens
    }

    /// Questions that may follow the first because its answer cannot be used.
    static let repairs = 2
    /// The most of an unusable answer that goes back to the model, in Unicode scalars.
    private static let saidLimit = 4_000

    /// A question in this conversation; the same random stream gives the same seed.
    func request(_ messages: [ModelMessage], random: SeededGenerator) -> ModelRequest {
        var random = random
        let seed = UInt32(truncatingIfNeeded: random.next() >> 33)
        return ModelRequest(
            model: model.name, messages: messages, maxTokens: maxTokens, temperature: temperature, seed: seed)
    }

    func ask(_ request: ModelRequest, through models: ModelAccess, repair: Int) async throws -> Completion {
        try await models.ask(request, of: model.model, repair: repair)
    }

    /// What the model said, and what is wrong with it, as it goes back to the model.
    ///
    /// Roles take turns even where it said nothing, since some models insist on that.
    func sentBack(_ completion: Completion, problem: String, form: String) -> [ModelMessage] {
        let said = (completion.answer ?? completion.text).cut(to: Self.saidLimit)
        let objection = prompts[.repairAnswer].continuation([.problem: problem, .form: form])
        return [.assistant(said.isEmpty ? "(nothing)" : said), .user(objection)]
    }
}

extension Completion {
    /// Whether the answer was withheld.
    ///
    /// - Throws: ``StageFailure`` that says by whom: asking again would not help.
    func mustNotBeWithheld() throws {
        switch ending {
        case .stopped, .calls, .length: return
        case .refused(let words):
            throw StageFailure(
                "The model declined to answer: \(words.isEmpty ? "it gave no reason." : words.cut(to: 500))")
        case .filtered: throw StageFailure("The endpoint's content filter withheld the answer.")
        }
    }
}
