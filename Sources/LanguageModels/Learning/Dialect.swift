/// How one model at one endpoint is spoken to.
package struct Dialect: Hashable, Sendable {
    /// A field that is left out where an endpoint does not take it.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case streamOptions = "stream_options"
        case parallelToolCalls = "parallel_tool_calls"
        case temperature, seed, strict
        /// `tool_choice: "required"`; the model is then free to call or not.
        case requiredCall = "tool_choice"
    }

    /// Who turns a call into fields of the reply.
    package enum Calling: Hashable, Sendable {
        /// The endpoint.
        case native
        /// We: the model answers with JSON that names the call.
        case json
    }

    package var rung: AnswerRung
    package var calling: Calling
    package var tokenLimit: TokenLimitField
    package var avoided: Set<Field>

    package init(
        rung: AnswerRung = .schema, calling: Calling = .native, tokenLimit: TokenLimitField = .maxTokens,
        avoiding avoided: Set<Field> = []
    ) {
        self.rung = rung
        self.calling = calling
        self.tokenLimit = tokenLimit
        self.avoided = avoided
    }

    func takes(_ field: Field) -> Bool { !avoided.contains(field) }
}

extension Dialect {
    /// How to begin with an endpoint of which nothing is known.
    package init(_ endpoint: ModelEndpoint) {
        self.init(tokenLimit: endpoint.tokenLimit ?? .maxTokens)
        if case .only(let rung) = endpoint.structuredOutput { self.rung = rung }
        if endpoint.toolCalling == .json { calling = .json }
    }
}
