import Engine
import Synchronization

/// A ledger that notices whether it had an answer: what comes out of a record says nothing of how long things take.
final class RecordWitness: CallLedger, ExchangeLedger {
    private let ledger: any RunLedger
    private let answered = Mutex(false)

    init(_ ledger: any RunLedger) {
        self.ledger = ledger
    }

    /// Whether anything was answered from the record.
    var wasAsked: Bool { answered.withLock(\.self) }

    func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        noting(try await ledger.begin(call, in: slot))
    }

    func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) async throws {
        try await ledger.finish(call, in: slot, with: result)
    }

    func begin(_ question: Question) async throws -> RecordedExchange? {
        noting(try await ledger.begin(question))
    }

    func finish(_ question: Question, with exchange: RecordedExchange) async throws {
        try await ledger.finish(question, with: exchange)
    }

    private func noting<Known>(_ known: Known?) -> Known? {
        if known != nil { answered.withLock { $0 = true } }
        return known
    }
}

extension Study {
    /// The same study with another record.
    func keeping(_ ledger: any RunLedger) -> Study {
        Study(
            model: model, library: library, ledger: ledger, account: account, prices: prices, askedBefore: askedBefore)
    }

    /// The same study, with another answer to what becomes of a question that had no answer.
    func asking(_ unanswered: AskedBefore.Unanswered) -> Study {
        Study(
            model: model, library: library, ledger: ledger, account: account, prices: prices,
            askedBefore: askedBefore.with(unanswered))
    }
}
