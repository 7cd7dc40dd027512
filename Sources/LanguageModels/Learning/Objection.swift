import Engine

/// What an endpoint does not take of the way it is asked; there may be another way.
package enum Objection: Hashable, Sendable {
    /// The rung of the ladder.
    case answerForm
    /// Tools of its own kind.
    case nativeCalls
    case tokenLimit
    case field(Dialect.Field)

    /// Reads an error for what it objects to among the things that were sent; nil where it is about something else.
    package init?(_ error: EndpointError, status: Int, to sent: ChatRequestBody) {
        guard Self.mayObject(status, error), !Self.isAboutLength(error) else { return nil }
        let readings = [Self.toCalls, Self.toTokenLimit, Self.toField, Self.toForm, Self.toTools]
        guard let objection = readings.lazy.compactMap({ $0(error, sent.json) }).first else { return nil }
        self = objection
    }
}

extension Objection {
    /// Some servers tell of what they cannot do with statuses that mean something else; then the words must be plain.
    private static func mayObject(_ status: Int, _ error: EndpointError) -> Bool {
        switch status {
        case 400, 422: true
        case 404: error.mentions("support tool", "tool use", "response_format", "structured output")
        case 500, 501: error.mentions("--jinja", "does not support tools", "grammar", "json schema", "json_schema")
        case _: false
        }
    }

    private static func isAboutLength(_ error: EndpointError) -> Bool {
        !error.kinds.isDisjoint(with: ["context_length_exceeded", "exceed_context_size_error"])
            || error.mentions("context length", "context size", "context window", "maximum context")
    }

    private static func toCalls(_ error: EndpointError, _ sent: JSON) -> Objection? {
        guard sent["tools"] != nil else { return nil }
        let isPlain = error.mentions(
            "enable-auto-tool-choice", "tool-call-parser", "--jinja", "not support tool", "support tool use")
        guard isPlain else { return nil }
        return isForced(sent) ? .answerForm : .nativeCalls
    }

    /// Not every mention of the limit is one: it may be too high.
    private static func toTokenLimit(_ error: EndpointError, _ sent: JSON) -> Objection? {
        guard sent[TokenLimitField.maxTokens.rawValue] != nil else { return nil }
        let isUnsupported =
            error.field == TokenLimitField.maxTokens.rawValue && error.kinds.contains("unsupported_parameter")
        return isUnsupported || error.mentions(TokenLimitField.maxCompletionTokens.rawValue) ? .tokenLimit : nil
    }

    private static func toField(_ error: EndpointError, _ sent: JSON) -> Objection? {
        let sentFields = [Dialect.Field.streamOptions, .parallelToolCalls, .temperature, .seed]
            .filter { sent[$0.rawValue] != nil }
        if let field = sentFields.first(where: { error.field == $0.rawValue || error.mentions($0.rawValue) }) {
            return .field(field)
        }
        if isStrict(sent), error.mentions("strict", "invalid schema") { return .field(.strict) }
        guard sent["tool_choice"]?.string == "required", error.mentions("tool_choice", "tool choice") else {
            return nil
        }
        return .field(.requiredCall)
    }

    private static func toForm(_ error: EndpointError, _ sent: JSON) -> Objection? {
        if sent["response_format"] != nil, isAboutForm(error) { return .answerForm }
        return isForced(sent) && (isAboutForm(error) || isAboutTools(error)) ? .answerForm : nil
    }

    private static func toTools(_ error: EndpointError, _ sent: JSON) -> Objection? {
        sent["tools"] != nil && isAboutTools(error) ? .nativeCalls : nil
    }

    private static func isAboutForm(_ error: EndpointError) -> Bool {
        error.field?.hasPrefix("response_format") == true
            || error.mentions(
                "response_format", "response format", "schema", "grammar", "guided", "structured output", "json_object",
                "json mode")
    }

    private static func isAboutTools(_ error: EndpointError) -> Bool {
        error.field?.hasPrefix("tool") == true || error.mentions("tool", "function")
    }

    private static func isForced(_ sent: JSON) -> Bool { sent["tool_choice"]?.object != nil }

    private static func isStrict(_ sent: JSON) -> Bool {
        sent["response_format"]?["json_schema"]?["strict"] != nil || sent["tools"]?[0]?["function"]?["strict"] != nil
    }
}

extension Dialect {
    /// Another way to ask, after an objection; nil where the user has ruled it out, or there is none.
    package func adapted(to objection: Objection, at endpoint: ModelEndpoint) -> Dialect? {
        var other = self
        switch objection {
        case .answerForm:
            guard endpoint.structuredOutput == .auto, let below = rung.below else { return nil }
            other.rung = below
        case .nativeCalls:
            guard endpoint.toolCalling == .auto else { return nil }
            other.calling = .json
        case .tokenLimit:
            guard endpoint.tokenLimit == nil else { return nil }
            other.tokenLimit = .maxCompletionTokens
        case .field(let field):
            other.avoided.insert(field)
        }
        return other == self ? nil : other
    }
}
