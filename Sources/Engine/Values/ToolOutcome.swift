/// How one tool call ended.
///
/// A call that fails is a result worth recording, not an error.
package enum ToolOutcome: Hashable, Codable, Sendable {
    /// The tool answered; its output fits its schema where it declares one.
    case returned(RecordedOutput)
    /// The tool itself said that the call failed.
    case failed(RecordedOutput)
    /// The tool answered, and its output breaks its own output schema.
    case malformed(RecordedOutput, reason: String)
    /// The tool's source refused the request itself, by the rules of its protocol; the tool did not run.
    case refused(code: Int, reason: String)
    /// The call never left: no such tool, or arguments that break the input schema.
    case rejected(reason: String)
    /// The policy did not allow the call.
    case denied(reason: String)
    case timedOut(after: Duration)
    /// The connection to the tool's source is broken.
    case unreachable(reason: String)

    /// The output of a call that succeeded; nil for every other ending.
    package var output: RecordedOutput? {
        guard case .returned(let output) = self else { return nil }
        return output
    }

    /// Whether the call ended with a result that a workflow may use.
    package var succeeded: Bool { output != nil }

    /// Everything that was recorded of the answer, good or bad.
    package var recorded: RecordedOutput? {
        switch self {
        case .returned(let output), .failed(let output), .malformed(let output, _): output
        case .refused, .rejected, .denied, .timedOut, .unreachable: nil
        }
    }

    package var isRejection: Bool {
        guard case .rejected = self else { return false }
        return true
    }

    /// Whether the call was sent, whatever came of it.
    ///
    /// Totals, studies and comparisons count those; ``Usage/toolCalls`` counts what was never sent too.
    package var hasLeft: Bool {
        switch self {
        case .returned, .failed, .malformed, .refused, .timedOut, .unreachable: true
        case .rejected, .denied: false
        }
    }

    /// Whether the call may have changed something: the tool ran, or nobody knows that it did not.
    package var mayHaveRun: Bool {
        switch self {
        case .returned, .failed, .malformed, .timedOut, .unreachable: true
        case .refused, .rejected, .denied: false
        }
    }

    /// One word for lists: `returned`, `empty`, `failed`, `malformed`, `refused`, `rejected`, `denied`, `timed out`, `unreachable`.
    package var verdict: String {
        switch self {
        case .returned(let output): output.isEmpty ? "empty" : "returned"
        case .failed: "failed"
        case .malformed: "malformed"
        case .refused: "refused"
        case .rejected: "rejected"
        case .denied: "denied"
        case .timedOut: "timed out"
        case .unreachable: "unreachable"
        }
    }

    /// Why the call gave no usable result; nil when it did.
    package var problem: String? {
        switch self {
        case .returned: nil
        case .failed(let output): output.errorText
        case .refused(let code, let reason): "\(reason) (protocol error \(code))"
        case .malformed(_, let reason), .rejected(let reason), .denied(let reason), .unreachable(let reason): reason
        case .timedOut(let limit): "No answer within \(limit)."
        }
    }
}

extension RecordedOutput {
    /// What a failed call says about its failure: the `error` or `message` of an object, else the first 200 characters.
    package var errorText: String {
        let said = json
        if let text = said?["error"]?.string ?? said?["message"]?.string ?? said?["error"]?["message"]?.string {
            return text
        }
        return String(decoding: bytes.prefix(200), as: UTF8.self)
    }
}

/// Where a result came from.
package enum ToolOrigin: String, Codable, Sendable, CaseIterable {
    case live, cached, simulated, demo
}

/// What a tool source gives back for a call: how it ended, and where the result came from.
package struct ToolResult: Hashable, Codable, Sendable {
    package let outcome: ToolOutcome
    package let origin: ToolOrigin

    package init(_ outcome: ToolOutcome, origin: ToolOrigin) {
        self.outcome = outcome
        self.origin = origin
    }
}
