/// A question to a model and where in a run it belongs, with what a record names it by.
///
/// Made once for each question, since prompts are long and their hashes take time.
package struct Question: Hashable, Sendable {
    /// A piece of the request, which a record keeps once.
    package struct Part: Hashable, Sendable {
        package let text: String
        package let hash: ContentHash
    }

    package let slot: ExchangeSlot
    package let request: ModelRequest
    package let parts: [Part]
    /// As ``ModelRequest/contentHash`` has it.
    package let hash: ContentHash

    package init(_ request: ModelRequest, in slot: ExchangeSlot) {
        self.slot = slot
        self.request = request
        parts = request.parts.map { Part(text: $0, hash: ContentHash(of: $0)) }
        hash = ContentHash(ofRequest: parts.map(\.hash))
    }

    /// As many tokens as it can cost, by estimate.
    var worstCase: TokenUsage {
        TokenUsage(prompt: request.estimate(of: parts.map(\.text)), completion: request.maxTokens, isEstimated: true)
    }
}

extension ContentHash {
    /// The hash of a request whose parts have these.
    package init(ofRequest parts: [ContentHash]) {
        self.init(of: parts.map(\.hex).joined(separator: "\n"))
    }
}
