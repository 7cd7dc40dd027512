/// How much of a tool source one call, and one sample, may use.
package struct CallLimits: Hashable, Sendable {
    /// No deadline is longer, whatever was asked for.
    package static let longestDeadline = Duration.seconds(300)

    /// The longest wait for one answer; asking somebody for permission is not part of it.
    package let deadline: Duration
    /// Calls that a sample may make in all.
    package let callsPerSample: Int
    /// How often a sample may make the very same call.
    package let repeats: Int
    /// The bytes of a result that are kept; a longer one is cut.
    package let resultBytes: Int

    /// A deadline above ``longestDeadline`` becomes that.
    package init(
        deadline: Duration = .seconds(30), callsPerSample: Int = 100, repeats: Int = 3, resultBytes: Int = 8 << 20
    ) {
        self.deadline = min(deadline, Self.longestDeadline)
        self.callsPerSample = callsPerSample
        self.repeats = repeats
        self.resultBytes = resultBytes
    }

    /// Why a call is one too many; nil when it may be made.
    func objection(to call: ToolCall, in context: CallContext) -> String? {
        if context.callsMade >= callsPerSample {
            return "The sample has made \(context.callsMade) calls, and \(callsPerSample) are allowed."
        }
        if context.repeats >= repeats {
            return "The sample has called \(call.tool) with these arguments \(times(context.repeats)) before, "
                + "and may do so \(times(repeats))."
        }
        return nil
    }

    /// A result that is no larger than allowed: a longer one is cut, and says so at its end.
    ///
    /// A cut answer of a call that succeeded is malformed; a failed call stays failed.
    func capped(_ result: ToolResult) -> ToolResult {
        guard let output = result.outcome.recorded, output.bytes.count > resultBytes else { return result }
        let kept = output.cut(to: resultBytes)
        let sizes = "The result has \(output.bytes.count) bytes, and \(resultBytes) are kept."
        let outcome: ToolOutcome =
            switch result.outcome {
            case .returned: .malformed(kept, reason: sizes)
            case .failed: .failed(kept)
            case .malformed(_, let reason): .malformed(kept, reason: reason + " " + sizes)
            case .refused, .rejected, .denied, .timedOut, .unreachable: result.outcome
            }
        return ToolResult(outcome, origin: result.origin)
    }

    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}

extension RecordedOutput {
    /// The beginning of the output, and after it a mark with both sizes.
    ///
    /// A scalar of UTF-8 text is not cut in two.
    fileprivate func cut(to limit: Int) -> RecordedOutput {
        var end = bytes.index(bytes.startIndex, offsetBy: max(0, limit))
        let earliest = bytes.index(end, offsetBy: -3, limitedBy: bytes.startIndex) ?? bytes.startIndex
        var start = end
        while start > earliest, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        if bytes[start] & 0xC0 != 0x80 { end = start }
        let kept = bytes[..<end]
        return RecordedOutput(kept + "\n[cut: \(kept.count) of \(bytes.count) bytes]".utf8)
    }
}
