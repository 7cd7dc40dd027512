import DatasetStore
import Engine
import Review

/// The reasons of a rejection, and edits.
extension DecisionReader {
    mutating func reasons() -> [AnchoredReason] {
        if words.reasons.isEmpty {
            problems.append("Give at least one --reason for a rejection: \(Reason.choices).")
        }
        let reasons = words.reasons.compactMap { reason($0) }
        if reasons.contains(where: { $0.reason == .other }), (words.note ?? "").isBlank {
            problems.append("The reason \"other\" needs a --note that says what it is.")
        }
        if words.duplicateOf != nil, !reasons.contains(where: { $0.reason == .duplicate }) {
            problems.append("--duplicate-of goes with --reason duplicate.")
        }
        return reasons
    }

    private mutating func reason(_ text: String) -> AnchoredReason? {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let reason = Reason(halves[0])
        if reason == nil { problems.append("\"\(safe(text))\" is no reason. Use one of: \(Reason.choices).") }
        let target = halves.count == 2 ? target(halves[1]) : .whole
        guard let reason, let target else { return nil }
        return AnchoredReason(reason, at: target, other: reason == .duplicate ? repeated() : nil)
    }

    private mutating func repeated() -> String? {
        guard let text = words.duplicateOf else { return nil }
        if let label = SampleLabel(text) { return label.description }
        problems.append("--duplicate-of: \"\(safe(text))\" is no sample. Samples are called s-00001 and so on.")
        return nil
    }

    mutating func edits() -> [Decision.Action] {
        let texts = [words.query.map(Edit.query), words.response.map(Edit.response)].compactMap(\.self)
        if texts.isEmpty, words.arguments.isEmpty {
            problems.append("Say what to edit with --query, --response or --set \"step 2.city=JSON\".")
        }
        return (words.arguments.compactMap { argument($0) } + texts).map(Decision.Action.edit)
    }

    /// A key may have an equals sign in it, so the first one that follows a place counts.
    private mutating func argument(_ text: String) -> Edit? {
        let places = text.indices.lazy.filter { text[$0] == "=" }.compactMap { sign in
            Target(String(text[..<sign])).flatMap(\.argument).map { ($0, text[text.index(after: sign)...]) }
        }
        guard let ((step, path), value) = places.first else {
            problems.append("--set \(safe(text)): write it as \"step 2.city=JSON\".")
            return nil
        }
        do throws(JSON.ParseError) { return .argument(step: step, path: path, try JSON(parsing: String(value))) } catch
        {
            problems.append(
                "--set \(safe(text)): the value is not JSON: \(error) A text stands in quotation marks: "
                    + "--set 'step 2.city=\"Oslo\"'.")
            return nil
        }
    }
}

extension Target {
    /// The place of an argument, or of all of a step's.
    fileprivate var argument: (step: Int, path: JSONPath)? {
        switch self {
        case .argument(let step, let path): (step, path)
        case .step(let step): (step, .root)
        case .whole, .query, .response, .chain, .iteration, .proposal: nil
        }
    }
}

extension Reason {
    /// Every reason with its key, for messages.
    fileprivate static var choices: String {
        allCases.map { "\($0.key) \($0.rawValue)" }.joined(separator: ", ")
    }
}
