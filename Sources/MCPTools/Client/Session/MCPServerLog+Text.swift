extension MCPServerLog {
    /// All of it for a log file, and the last lines of the error stream, one line each; empty when there is nothing.
    ///
    /// Secrets are taken out, also where only a part of one is left at the edge of what was cut. Line breaks within an
    /// entry become `\n`; every other control character is left as it is.
    package func text(errorLines: [String], hiding mask: SecretMask = .nothing) -> String {
        let made = dropped > 0 ? ["\(dropped) older entries are dropped"] : []
        let said = entries.map { $0.hiding(mask).text }
        let errors = errorLines.enumerated().map { index, line in
            // The oldest line, and one that is all that is kept of a flood, may have lost their beginning.
            "stderr: " + (index == 0 || line.utf8.count > Self.longLine ? mask.maskedFromCut(line) : mask.masked(line))
        }
        let lines = made + said + counts.lines + errors
        return lines.map { $0.onOneLine + "\n" }.joined()
    }

    private static let longLine = 32 << 10
}

extension MCPServerLog.Entry {
    fileprivate func hiding(_ mask: SecretMask) -> MCPServerLog.Entry {
        switch self {
        case .said(let level, let text): .said(level: mask.hiding(level), text: mask.hiding(text))
        // Only the beginning of such a line is here.
        case .badLine(let text, let reason): .badLine(mask.maskedToCut(mask.hiding(text)), reason: mask.hiding(reason))
        case .refused(let method): .refused(method: mask.hiding(method))
        case .note(let text): .note(mask.hiding(text))
        }
    }

    fileprivate var text: String {
        switch self {
        case .said(let level, let text): "\(level): \(text)"
        case .badLine(let text, let reason): "no message, it \(reason): \(text)"
        case .refused(let method): "refused what it asked for: \(method)"
        case .note(let text): text
        }
    }
}

extension SecretMask {
    /// A text of an entry, whole or cut, without its secrets.
    fileprivate func hiding(_ text: String) -> String {
        let sign = MCPServerLog.cutSign
        return text.hasSuffix(sign) ? maskedToCut(String(text.dropLast(sign.count))) + sign : masked(text)
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
