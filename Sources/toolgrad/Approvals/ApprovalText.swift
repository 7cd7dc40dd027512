import Engine

/// What `toolgrad tools approve` shows without a terminal: all that one must see before saying yes.
///
/// Every text of the server goes through the sanitiser, and none is cut.
struct ApprovalText {
    let review: ApprovalReview
    /// The names of the variables that the server gets to see.
    let environment: [String]
    /// The file that configures the server, as the user gave it.
    let configFile: String
    /// What the user's patterns make of the tools; nil when nothing was said about them.
    ///
    /// Then what stands is shown, and what the program suggests for the others.
    let choice: [ToolName: Tool.Effects]?
    var purpose = Purpose.offering

    /// What it is shown for.
    enum Purpose {
        /// How to approve the tools so is said at the end.
        case offering
        /// They are approved with it, and that is said elsewhere.
        case approving
    }

    /// The whole text; each line ends with a line feed.
    var text: String {
        (head + [""] + commandChange + summary + review.entries.flatMap(lines(for:)) + leftOut + [""] + ending)
            .map { $0 + "\n" }.joined()
    }

    /// The tools and effects that the command at the end would approve.
    var effects: [ToolName: Tool.Effects] {
        choice
            ?? Dictionary(
                review.listed.map { ($0.tool.name, review.standing[$0.tool.name] ?? $0.suggestion.effects) },
                uniquingKeysWith: { first, _ in first })
    }
}

extension ApprovalText {
    private var head: [String] {
        [
            "Server       " + safe(review.source), "Command      " + safe(review.command),
            "Environment  " + (environment.isEmpty ? "none" : environment.map(safe).joined(separator: ", ")),
        ]
    }

    private var commandChange: [String] {
        guard let change = review.commandChange else { return [] }
        guard !change.looksTheSame else {
            let names = change.variables.map(safe).joined(separator: ", ")
            let value = names.isEmpty ? "A value in it that is not shown" : "In it the value of \(names)"
            return ["\(value) is not the one that was approved, so nothing stays approved.", ""]
        }
        return [
            "The command is not the one that was approved, so nothing stays approved.", "  was  " + safe(change.was),
            "  now  " + safe(change.now), "",
        ]
    }

    /// How many tools are what: `12 tools: 2 new, 1 changed since approved, 9 as approved.`.
    private var summary: [String] {
        func count(_ word: String, _ matches: (ApprovalReview.State) -> Bool) -> String? {
            let count = review.entries.count { matches($0.state) }
            return count == 0 ? nil : "\(count) \(word)"
        }
        let counts = [
            count("new") { $0 == .new }, count("changed since approved", \.isChange),
            count(review.commandChange == nil ? "as approved" : "as approved with the other command") { $0 == .same },
            count("gone") { $0 == .gone },
        ]
        let listed = review.listed.count
        let details = counts.compactMap(\.self).joined(separator: ", ")
        return ["\(listed) \(listed == 1 ? "tool" : "tools")\(details.isEmpty ? "" : ": " + details)."]
    }

    private var leftOut: [String] {
        guard !review.leftOut.isEmpty else { return [] }
        return ["", "Cannot be used:"] + review.leftOut.map { "  \(safe($0.name)): \(safe($0.reason))" }
    }

    private var ending: [String] {
        let effects = effects
        if review.isSettled, effects == review.standing {
            return ["Nothing to approve: all of it is approved already."]
        }
        guard !effects.isEmpty else { return ["No tool is approved by this."] }
        switch purpose {
        case .approving: return ["Approved: \(counts(of: effects))."]
        case .offering: return offer(of: effects)
        }
    }

    private func offer(of effects: [ToolName: Tool.Effects]) -> [String] {
        let command = ApprovalCommandLine(
            configFile: configFile, source: review.source, choice: effects, tools: review.listed.map(\.tool.name))
        let unsayable = command.unsayable.map { safe($0.text) }.joined(separator: ", ")
        let rest = unsayable.isEmpty ? [] : ["No pattern names these alone; approve them in a terminal: \(unsayable)"]
        return ["\(counts(of: effects)). To approve it so:", "  " + command.text] + rest
    }

    /// How many are classified as what: `4 read, 1 write, 2 off`.
    private func counts(of effects: [ToolName: Tool.Effects]) -> String {
        let kinds = Tool.Effects.allCases.compactMap { kind -> String? in
            let count = effects.values.count { $0 == kind }
            return count == 0 ? nil : "\(count) \(kind.rawValue)"
        }
        let off = review.listed.count { effects[$0.tool.name] == nil }
        return (kinds + (off == 0 ? [] : ["\(off) off"])).joined(separator: ", ")
    }

    private func safe(_ text: String) -> String { ToolText.line(text) }
}

extension ApprovalText {
    /// A tool that is still what was approved takes no line, unless it is to become something else.
    private func lines(for entry: ApprovalReview.Entry) -> [String] {
        let title = "\(safe(entry.tool.name.text))  \(standing(of: entry))"
        let warnings = ToolWarnings(entry).texts.map { "  ! " + $0 }
        switch entry.state {
        case .new: return ["", title] + warnings + ToolText(entry.tool).lines.map { "  " + $0 }
        case .changed(let difference): return ["", title] + warnings + difference.text.map { "  " + $0 }
        case .same where review.standing[entry.tool.name] == effects[entry.tool.name] && warnings.isEmpty: return []
        case .same: return ["", title] + warnings
        case .gone: return ["", title]
        }
    }

    /// What a tool is, was, and would become: `new, read (suggested, by "get" in its name)`.
    private func standing(of entry: ApprovalReview.Entry) -> String {
        let before = entry.current?.rawValue ?? "off"
        return switch entry.state {
        case .new: "new, " + becoming(entry)
        case .changed: "changed, was \(before), " + becoming(entry)
        case .same: "as approved, was \(before), " + becoming(entry)
        case .gone: "gone, was \(before)"
        }
    }

    private func becoming(_ entry: ApprovalReview.Entry) -> String {
        let effects = effects[entry.tool.name]
        let claim = entry.tool.hint.flatMap { hint in
            effects.flatMap { $0 < hint ? "; the server says \(hint.rawValue), and that counts" : nil }
        }
        let now = (effects?.rawValue ?? "off") + (claim ?? "")
        guard choice == nil, review.standing[entry.tool.name] == nil else { return now }
        return "\(now) (suggested, \(entry.suggestion.ground.words))"
    }
}

extension ApprovalReview.State {
    fileprivate var isChange: Bool {
        switch self {
        case .changed: true
        case .new, .same, .gone: false
        }
    }
}

extension EffectsSuggestion.Ground {
    /// Why something is suggested: `by "get" in its name`.
    var words: String {
        switch self {
        case .rule(let pattern): "by the pattern \(ToolText.line(pattern.text))"
        case .hint: "by what the server says"
        case .verb(let verb): "by \"\(verb)\" in its name"
        case .nothing: "as nothing tells what it does"
        }
    }
}
