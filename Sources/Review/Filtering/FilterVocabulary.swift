/// The words of the filter language, for help pages and for completing what is typed.
package enum FilterVocabulary {
    /// One field of the language.
    package struct Entry: Hashable, Sendable {
        /// What stands before the colon.
        package let name: String
        /// How it is used, such as `status:pending,draft`.
        package let example: String
        /// One line of what it lets through.
        package let help: String
        /// The values there are; empty where anything may follow.
        package let values: [String]
    }

    /// Every field, in the order of the help page.
    package static let entries = FilterField.allCases.map { field in
        Entry(name: field.rawValue, example: field.example, help: field.help, values: field.values)
    }

    /// What holds for all fields, one line each, with an example.
    package static let rules: [(example: String, help: String)] = [
        ("lisbon", "a bare word is in the query, or begins the label"),
        ("!flag", "! turns a condition around"),
        ("!(flag edited)", "brackets make one condition of several"),
        ("by:\"Jo Li\"", "quotation marks keep a value with spaces together"),
    ]

    /// What the last word of a text may become, in the order of the help page: fields, then values.
    package static func completions(of text: String) -> [String] {
        let word = text.split(omittingEmptySubsequences: false) { $0.isWhitespace || "!(".contains($0) }.last ?? ""
        let kept = text.dropLast(word.count)
        guard let colon = word.firstIndex(of: ":") else {
            return entries.filter { $0.name.hasPrefix(word.lowercased()) }.map { "\(kept)\($0.name):" }
        }
        let entry = entries.first { $0.name == word[..<colon].lowercased() }
        let values = word[word.index(after: colon)...]
        let last = values.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
        let before = text.dropLast(last.count)
        return (entry?.values ?? []).filter { $0.hasPrefix(last.lowercased()) }.map { before + $0 }
    }
}

extension FilterField {
    /// How the field is used.
    var example: String {
        switch self {
        case .status: "status:pending,draft"
        case .growth: "growth:finished"
        case .flag: "flag"
        case .edited: "edited"
        case .stale: "stale"
        case .commented: "commented"
        case .steps: "steps:3.."
        case .chains: "chains:2"
        case .iterations: "iterations:..5"
        case .calls: "calls:>20"
        case .cost: "cost:>0.01"
        case .noop: "noop:2.."
        case .lint: "lint:arg_not_inferable"
        case .check: "check:leaks_tools:error"
        case .id: "id:400..420"
        case .tool: "tool:hotel.*"
        case .model: "model:M-*"
        case .reason: "reason:3"
        case .it: "it:noop"
        case .text: "text:\"in Lisbon\""
        case .by: "by:zh"
        case .since: "since:2026-11-01"
        case .dup: "dup:yes"
        case .run: "run:7f3a"
        }
    }

    fileprivate var help: String {
        switch self {
        case .status: "one of these statuses"
        case .growth: "still growing, finished, or failed: finished without a query"
        case .flag: "flagged by a reviewer"
        case .edited: "changed by a reviewer"
        case .stale: "an argument was changed and its step not run again"
        case .commented: "a reviewer left a comment"
        case .steps: "the number of its steps"
        case .chains: "the number of its chains"
        case .iterations: "the number of its iterations"
        case .calls: "the calls it took, failed ones too"
        case .cost: "what it cost, in dollars, where that is known"
        case .noop: "the number of iterations that added nothing"
        case .lint: "a check found this reason, any, or a number such as lint:2.."
        case .check: "this check found something, of any severity or of one"
        case .id: "the number in its label"
        case .tool: "a step uses this tool; * stands for any letters"
        case .model: "planned by this model; * stands for any letters"
        case .reason: "rejected for this reason, by code or key"
        case .it: "an iteration added nothing"
        case .text: "query or response has these words"
        case .by: "decided or commented by this reviewer"
        case .since: "accepted, rejected or skipped since this day, of UTC"
        case .dup: "another sample has the same calls or asks nearly the same"
        case .run: "of the run whose hash begins so"
        }
    }

    /// The values there are; empty where anything may follow.
    var values: [String] {
        switch self {
        case .status: ReviewState.Status.allCases.map(\.rawValue)
        case .growth: Filter.Growth.allCases.map(\.rawValue)
        case .flag, .edited, .stale, .commented, .dup: ["yes", "no"]
        case .lint: ["any"] + Reason.allCases.map(\.rawValue)
        case .check: [any Check].standard.map(\.name) + ["duplicate"]
        case .reason: Reason.allCases.map(\.rawValue)
        case .it: ["noop"]
        case .steps, .chains, .iterations, .calls, .cost, .noop, .id, .tool, .model, .text, .by, .since, .run: []
        }
    }
}
