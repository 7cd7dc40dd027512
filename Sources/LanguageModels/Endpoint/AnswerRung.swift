/// A way to ask for an answer in a form, from the one that binds the model most to the one that only asks it.
package enum AnswerRung: String, Hashable, Codable, Sendable, CaseIterable {
    /// `response_format` with the JSON Schema.
    case schema
    /// A call that the model is made to make, with the schema as its arguments.
    case tool
    /// `response_format` that says JSON and no more; the schema stands in the conversation.
    case object
    /// The schema stands in the conversation, and the JSON is looked for in what comes back.
    case prompt

    /// The next way down; nil on the last rung.
    package var below: AnswerRung? {
        switch self {
        case .schema: .tool
        case .tool: .object
        case .object: .prompt
        case .prompt: nil
        }
    }
}

/// How an answer in a form is asked for.
package enum StructuredOutput: Hashable, Sendable {
    /// From the top rung down to the one that the endpoint understands.
    case auto
    /// In this way only; an endpoint that refuses it refuses the request.
    case only(AnswerRung)
}

/// How calls of tools are asked for.
package enum ToolCalling: String, Hashable, Codable, Sendable, CaseIterable {
    /// By the endpoint's own calls, or as JSON where it has none.
    case auto
    /// By the endpoint's own calls only.
    case native
    /// As an answer in a form, always.
    case json
}

/// The name under which an endpoint wants the most tokens of an answer.
package enum TokenLimitField: String, Hashable, Codable, Sendable, CaseIterable {
    case maxTokens = "max_tokens"
    case maxCompletionTokens = "max_completion_tokens"
}
