/// Completes conversations; one endpoint with the models it serves.
package protocol LanguageModel: Sendable {
    /// Asks for one completion; retries and the endpoint's own ways stay behind it.
    ///
    /// Cancelling ends the request within 200 ms.
    ///
    /// - Throws: ``ModelError`` when no answer was to be had, `CancellationError` when cancelled, and whatever the
    ///   line's ``ModelLine/beforeSending`` throws.
    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion
}

/// What a model tells while it works, and asks before it spends.
package struct ModelLine: Sendable {
    /// Asked before each request leaves, retries too; throws when the budget does not allow another.
    package let beforeSending: @Sendable () async throws -> Void
    /// Told of a try that failed; `mayHaveCost` when the endpoint may have read the request.
    package let tryFailed: @Sendable (_ mayHaveCost: Bool) async -> Void
    /// Told when another try is due: why the last one failed, in a sentence, and how long it is until the next.
    package let triesAgain: @Sendable (_ reason: String, _ pause: Duration) async -> Void
    /// Told of text as it arrives; nil where nobody watches.
    package let streamed: (@Sendable (StreamedText) -> Void)?

    package init(
        beforeSending: @escaping @Sendable () async throws -> Void = {},
        tryFailed: @escaping @Sendable (_ mayHaveCost: Bool) async -> Void = { _ in },
        triesAgain: @escaping @Sendable (_ reason: String, _ pause: Duration) async -> Void = { _, _ in },
        streamed: (@Sendable (StreamedText) -> Void)? = nil
    ) {
        self.beforeSending = beforeSending
        self.tryFailed = tryFailed
        self.triesAgain = triesAgain
        self.streamed = streamed
    }

    /// The same line, on which somebody else hears of tries that are due.
    package func telling(
        triesAgain: @escaping @Sendable (_ reason: String, _ pause: Duration) async -> Void
    ) -> ModelLine {
        ModelLine(beforeSending: beforeSending, tryFailed: tryFailed, triesAgain: triesAgain, streamed: streamed)
    }
}

/// A piece of a completion as it arrives.
package enum StreamedText: Hashable, Sendable {
    case answer(String)
    case reasoning(String)
    /// A further try begins; what was streamed before counts no more.
    case startedOver
}
