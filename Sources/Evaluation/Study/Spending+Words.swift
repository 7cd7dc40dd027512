extension Spending {
    /// In words, without what is zero: `3 model calls, 1 tool call, 400 tokens, $0.01`; `nothing` where all is.
    package var words: String {
        let counts = [(modelCalls, "model call"), (toolCalls, "tool call"), (tokens, "token")].filter { $0.0 > 0 }
        var parts = counts.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.1)s" }
        if let cost, cost > .zero { parts.append("\(cost)") }
        if cost == nil { parts.append("an unknown cost") }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
}
