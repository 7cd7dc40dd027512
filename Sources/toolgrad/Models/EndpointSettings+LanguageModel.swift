import HTTPTransport
import LanguageModels

extension EndpointSettings {
    /// The endpoint as the client takes it.
    func endpoint(key: Secret?) -> ModelEndpoint {
        ModelEndpoint(
            name: name ?? "\(base.origin)", base: base, key: key, headers: headers.map { ($0.name, $0.value) },
            structuredOutput: structured.output, toolCalling: tools.calling, tokenLimit: tokenLimitName.field,
            deadlines: deadlines, mostAtOnce: mostAtOnce)
    }
}

extension EndpointSettings.Structured {
    fileprivate var output: StructuredOutput {
        switch self {
        case .auto: .auto
        case .schema: .only(.schema)
        case .tool: .only(.tool)
        case .object: .only(.object)
        case .prompt: .only(.prompt)
        }
    }
}

extension EndpointSettings.Tools {
    fileprivate var calling: ToolCalling {
        switch self {
        case .auto: .auto
        case .native: .native
        case .json: .json
        }
    }
}

extension EndpointSettings.TokenLimitName {
    fileprivate var field: TokenLimitField? {
        switch self {
        case .auto: nil
        case .maxTokens: .maxTokens
        case .maxCompletionTokens: .maxCompletionTokens
        }
    }
}

extension ChatCompletions {
    /// How a model is spoken to, as far as is known by now, in words.
    func manner(of model: String) async -> ModelChecks.Manner {
        let dialect = await dialect(for: model)
        return ModelChecks.Manner(answers: dialect.answersInWords, calls: dialect.callsInWords)
    }
}

extension Dialect {
    /// How an answer in a form is asked for.
    fileprivate var answersInWords: String {
        switch rung {
        case .schema: "by a JSON schema"
        case .tool: "by a call that the model must make"
        case .object: "as any JSON object, with the schema in words"
        case .prompt: "in words alone, and looked for in the text"
        }
    }

    /// How tools are offered.
    fileprivate var callsInWords: String {
        switch calling {
        case .native: "as the endpoint's own tool calls"
        case .json: "as JSON in words, since the endpoint takes no tools"
        }
    }
}
