extension Filter {
    /// How the filter is written; ``init(parsing:)`` reads it as an equal one.
    package var text: String {
        // A list of one is told from what is in it by its brackets.
        if case .all(let filters) = self, filters.count != 1 {
            return filters.map(\.term).joined(separator: " ")
        }
        return term
    }

    private var term: String {
        switch self {
        case .all(let filters): "(" + filters.map(\.term).joined(separator: " ") + ")"
        case .not(let filter): "!" + filter.term
        case .condition(let condition): condition.text
        }
    }
}

extension Filter.Condition {
    fileprivate var text: String {
        switch self {
        case .status(let statuses): "status:" + Self.text(of: statuses)
        case .growth(let growth): "growth:" + growth.rawValue
        case .flagged: "flag"
        case .edited: "edited"
        case .stale: "stale"
        case .commented: "commented"
        case .count(.lint, let bounds): "lint:" + (Self.asRange(bounds.text))
        case .count(let quantity, let bounds): quantity.rawValue + ":" + bounds.text
        case .number(let bounds): "id:" + bounds.text
        case .tool(let pattern): "tool:" + quoted(pattern)
        case .model(let pattern): "model:" + quoted(pattern)
        case .finding(let reason): "lint:" + (reason?.rawValue ?? "any")
        case .check(let name, let severity): "check:" + quoted(Self.text(of: name, severity))
        case .reason(let reason): "reason:" + reason.rawValue
        case .noOp: "it:noop"
        case .text(let text): "text:" + quoted(text, always: true)
        case .fuzzy(let word): quoted(word, always: word.contains(":") || FilterField(keyword: word) != nil)
        case .reviewer(let name): "by:" + quoted(name)
        case .duplicate: "dup:yes"
        case .since(let moment): "since:" + moment.utcText
        case .run(let prefix): "run:" + quoted(prefix)
        }
    }

    private static func text(of statuses: Set<ReviewState.Status>) -> String {
        let named = ReviewState.Status.allCases.filter(statuses.contains).map(\.rawValue)
        return named.isEmpty ? "none" : named.joined(separator: ",")
    }

    private static func text(of check: String, _ severity: Finding.Severity?) -> String {
        if let severity { return "\(check):\(severity.rawValue)" }
        return check.unicodeScalars.contains(":") ? "\(check):\(FilterField.anySeverity)" : check
    }

    /// A single number would be taken for the key of a reason.
    private static func asRange(_ text: String) -> String {
        Filter.Bounds.isRange(text) ? text : "\(text)..\(text)"
    }
}

/// A value as it is written: in quotation marks where it would not be read as one word.
private func quoted(_ text: String, always: Bool = false) -> String {
    let needsMarks = text.isEmpty || text.unicodeScalars.contains { !$0.isPlain }
    guard always || needsMarks || text.hasPrefix("!") else { return text }
    var escaped = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
        escaped.append(scalar)
    }
    escaped.append("\"")
    return String(escaped)
}

extension Unicode.Scalar {
    /// Whether it means nothing to the reader of filters, and joins with nothing that stands before it.
    fileprivate var isPlain: Bool {
        if isASCII { return !properties.isWhitespace && !"\"\\()".unicodeScalars.contains(self) }
        return !properties.isWhitespace && !properties.isGraphemeExtend
    }
}
