import HTTPTransport

/// One OpenAI-compatible endpoint, and what the user has set for it.
package struct ModelEndpoint: Sendable {
    /// As the settings name it.
    package var name: String
    /// What `/chat/completions` is appended to.
    package var base: BaseURL
    package var key: Secret?
    /// Sent with each request; never shown, since some endpoints take their key here.
    package var headers: [(name: String, value: String)]
    package var structuredOutput: StructuredOutput
    package var toolCalling: ToolCalling
    /// Nil finds out.
    package var tokenLimit: TokenLimitField?
    package var deadlines: Deadlines
    package var limits: SizeLimits
    /// Requests in flight at the same time, at most.
    package var mostAtOnce: Int

    package init(
        name: String, base: BaseURL, key: Secret? = nil, headers: [(name: String, value: String)] = [],
        structuredOutput: StructuredOutput = .auto, toolCalling: ToolCalling = .auto,
        tokenLimit: TokenLimitField? = nil,
        deadlines: Deadlines = Deadlines(), limits: SizeLimits = SizeLimits(), mostAtOnce: Int = 16
    ) {
        self.name = name
        self.base = base
        self.key = key
        self.headers = headers
        self.structuredOutput = structuredOutput
        self.toolCalling = toolCalling
        self.tokenLimit = tokenLimit
        self.deadlines = deadlines
        self.limits = limits
        self.mostAtOnce = mostAtOnce
    }
}

extension ModelEndpoint {
    /// The text without the key and without the values of the headers, which endpoints like to repeat in errors.
    func masked(_ text: String) -> String {
        // Shorter values are no keys, but may be words that an error needs.
        let secrets = [key].compactMap(\.self) + headers.filter { $0.value.utf8.count >= 12 }.map { Secret($0.value) }
        return secrets.reduce(text) { $1.masked(in: $0) }
    }
}
