import Engine

extension ToolOutcome {
    /// One of every ending.
    package static let examples: [ToolOutcome] = [
        .returned(RecordedOutput("{}")), .failed(RecordedOutput(#"{"error":"no"}"#)),
        .malformed(RecordedOutput("{"), reason: "not JSON"), .refused(code: 404, reason: "no such tool"),
        .rejected(reason: "no name"), .denied(reason: #"writes ","outcome":{"returned":"#),
        .timedOut(after: .seconds(30)), .unreachable(reason: #"{"origin":"live","outcome":{"denied":"#),
    ]
}
