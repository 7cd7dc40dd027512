import Engine

extension ChatMessage {
    /// The completion that the parts make, for the request that was sent.
    ///
    /// - Throws: ``ChatProblem`` when they make none.
    func completion(
        for request: ModelRequest, in dialect: Dialect, body: RecordedOutput
    ) throws(ChatProblem) -> ReadReply {
        guard calls.count <= Self.mostCalls else {
            throw .malformed("it asks for \(calls.count) calls at once; at most \(Self.mostCalls) are read.")
        }
        let asked = dialect.calling == .json && !request.tools.isEmpty ? EmulatedCalls(request).plainRequest : request
        let plain = try completion(of: asked, in: dialect, body)
        return ReadReply(
            completion: asked == request ? plain : EmulatedCalls(request).restored(plain), form: plain.form(of: asked))
    }

    private func completion(
        of request: ModelRequest, in dialect: Dialect, _ body: RecordedOutput
    ) throws(ChatProblem) -> Completion {
        let words = InlineReasoning.split(content)
        let thought = [reasoning, words.reasoning].filter { !$0.isEmpty }.joined(separator: "\n")
        let isForced = request.answer != nil && request.tools.isEmpty
        let calls = isForced ? [] : requestedCalls(after: request.messages)
        let usage = UsageReading.usage(
            usage, estimatedPrompt: request.estimatedTokens, allowed: request.maxTokens,
            said: [content, reasoning, refusal] + self.calls.map(\.arguments))
        return Completion(
            text: words.text, reasoning: thought, calls: calls,
            answer: request.answer == nil ? nil : answer(words.text, thought), ending: try ending(with: calls),
            usage: usage, model: model ?? request.model, body: body)
    }

    /// In the forced call, in the words, or, where an endpoint takes all it says for thoughts, in those.
    private func answer(_ text: String, _ thought: String) -> String? {
        if let call = calls.first, let answer = AnswerText.find(in: call.arguments) { return answer }
        if let answer = AnswerText.find(in: text) { return answer }
        return text.isEmpty ? AnswerText.whole(thought) : nil
    }

    private func requestedCalls(after conversation: [ModelMessage]) -> [RequestedCall] {
        var ids = CallIDs(in: conversation)
        return calls.map { call in
            RequestedCall(
                id: ids.next(call.id), name: call.name, arguments: CallArguments.normalised(call.arguments),
                extra: call.extra.isEmpty ? nil : .object(call.extra))
        }
    }

    private func ending(with calls: [RequestedCall]) throws(ChatProblem) -> Completion.Ending {
        guard refusal.isEmpty else { return .refused(refusal) }
        switch finish.map(Finish.init) {
        case .length?: return .length
        case .filtered?: return .filtered
        case .unknown(let reason)?:
            throw .malformed("it ended for a reason that says nothing of a whole answer: \(reason).")
        case .stopped?, nil: return calls.isEmpty ? .stopped : .calls
        }
    }
}

extension Completion {
    /// What was cut off says nothing, but for words where nothing but a call could be.
    fileprivate func form(of request: ModelRequest) -> ReadReply.Form {
        if request.toolChoice == .required, !request.tools.isEmpty {
            guard calls.isEmpty else { return .found }
            return ending == .stopped || ending == .length && !text.isEmpty ? .missing(.nativeCalls) : .notAsked
        }
        guard request.answer != nil else { return .notAsked }
        guard answer == nil else { return .found }
        return ending == .stopped ? .missing(.answerForm) : .notAsked
    }
}

/// The reasons to stop under the names that endpoints give them.
private enum Finish {
    case stopped, length, filtered
    case unknown(String)

    init(_ reason: String) {
        switch reason.lowercased() {
        case "stop", "tool_calls", "function_call", "tool_use", "end_turn", "eos", "eos_token", "stop_sequence",
            "complete", "completed":
            self = .stopped
        case "length", "max_tokens", "max_output_tokens", "model_length": self = .length
        case "content_filter", "safety", "recitation", "prohibited_content", "blocklist", "spii", "sensitive":
            self = .filtered
        case let other: self = .unknown(other)
        }
    }
}
