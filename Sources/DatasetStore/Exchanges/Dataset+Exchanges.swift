import Engine

extension Dataset: ExchangeLedger {
    package func begin(_ request: ModelRequest, in slot: ExchangeSlot) async throws -> RecordedExchange? { nil }

    package func finish(_ request: ModelRequest, in slot: ExchangeSlot, with exchange: RecordedExchange) async throws {}
}
