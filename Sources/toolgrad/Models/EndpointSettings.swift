import HTTPTransport

/// An endpoint and the way it is spoken to.
struct EndpointSettings: Hashable, Sendable {
    /// How an answer in a given form is asked for.
    enum Structured: String, Hashable, Sendable, CaseIterable {
        /// By the strictest way that the endpoint understands.
        case auto
        case schema, tool, object, prompt
    }

    /// How tools are offered.
    enum Tools: String, Hashable, Sendable, CaseIterable {
        case auto, native, json
    }

    /// What the limit of an answer's tokens is called.
    enum TokenLimitName: String, Hashable, Sendable, CaseIterable {
        case auto
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
    }

    /// The name in the settings; nil for one that only an option or a variable gives.
    var name: String?
    var base: BaseURL
    var key = KeySource.none
    /// Whether it wants no key, so that none is missed.
    var needsNoKey = false
    var structured = Structured.auto
    var tools = Tools.auto
    /// The most requests that are under way at once.
    var mostAtOnce = EndpointSettings.usualAtOnce
    /// Whether plain http to another machine is wanted.
    var allowsPlainHTTP = false
    /// Sent with each request, in the order of their names; never a key.
    var headers: [Header] = []
    var deadlines = Deadlines()
    var tokenLimitName = TokenLimitName.auto

    /// A field of the request's head.
    struct Header: Hashable, Sendable {
        let name: String
        let value: String
    }

    init(name: String? = nil, base: BaseURL) {
        self.name = name
        self.base = base
    }

    static let usualAtOnce = 16
}

extension EndpointSettings: CustomStringConvertible {
    /// For people: the address, after the name where it has one.
    var description: String {
        name.map { "\($0) (\(base.origin))" } ?? "\(base.origin)"
    }
}
