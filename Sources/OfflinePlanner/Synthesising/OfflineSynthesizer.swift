import Engine

/// Writes a query that a person could have asked, and a response that states only what the outputs contain.
struct OfflineSynthesizer: Synthesizer {
    func synthesize(_ request: SynthesisRequest) throws -> Synthesis {
        let story = Story(request.workflow, library: request.library, random: request.random)
        let query = QueryWriter(story: story).query(random: request.random)
        let response = ResponseWriter(story: story).response(random: request.random)
        guard !query.isEmpty, !response.isEmpty else {
            throw StageFailure("No words are known for \(story.asked.map(\.call.tool.text).listed).")
        }
        return Synthesis(query: query, response: response)
    }
}
