extension MCPServerLog {
    /// All of it for a log file, and the last lines of the error stream, one line each; empty when there is nothing.
    ///
    /// Line breaks within an entry become `\n`; every other control character is left as it is.
    package func text(errorLines: [String]) -> String {
        let made = dropped > 0 ? ["\(dropped) older entries are dropped"] : []
        let lines = made + entries.map(\.text) + counts.lines + errorLines.map { "stderr: \($0)" }
        return lines.map { $0.onOneLine + "\n" }.joined()
    }
}

extension MCPServerLog.Entry {
    fileprivate var text: String {
        switch self {
        case .said(let level, let text): "\(level): \(text)"
        case .badLine(let text, let reason): "no message, it \(reason): \(text)"
        case .refused(let method): "refused what it asked for: \(method)"
        case .note(let text): text
        }
    }
}

extension MCPServerLog.Counts {
    /// What is not zero.
    fileprivate var lines: [String] {
        let all = [
            (badLines, "lines that are no message"), (badBytes, "bytes of such lines"),
            (lateAnswers, "answers that came too late"), (repeatedAnswers, "answers to what was answered already"),
            (unknownAnswers, "answers to what was never asked"), (otherNotifications, "other notifications"),
            (refusedRequests, "requests that were refused"), (progressReports, "reports of progress"),
        ]
        return all.filter { $0.0 > 0 }.map { "counted \($0.0): \($0.1)" }
    }
}

extension String {
    fileprivate var onOneLine: String {
        let lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { String($0) }.joined(separator: "\\n")
    }
}
