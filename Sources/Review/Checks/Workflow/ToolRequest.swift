import Engine

/// What a step asked for, as far as it says how its output is to be read.
struct ToolRequest {
    private let values: Set<String>
    private let words: Set<String>

    init(_ step: Step, query: String) {
        values = Set(step.call.arguments.scalars.map(\.canonicalText))
        let asked = FoldedWords.of(step.call.tool.text) + FoldedWords.of(String(query.prefix(2000)))
        words = Set(asked)
    }

    /// Whether a value only repeats an argument.
    func has(_ value: JSON) -> Bool { values.contains(value.canonicalText) }

    /// Whether errors are what was asked for, as by a linter or of a log.
    var isAboutErrors: Bool { !words.isDisjoint(with: Self.errorWords) }

    /// Whether a state is what was asked for.
    var isAboutState: Bool { !words.isDisjoint(with: Self.stateWords) }

    private static let errorWords: Set<String> = [
        "error", "errors", "exception", "exceptions", "failure", "failures", "log", "logs", "lint", "validate",
        "validation", "valid", "compile", "diagnose", "diagnostics", "mistakes", "traceback", "crash",
    ]
    private static let stateWords: Set<String> = [
        "status", "state", "health", "track", "monitor", "progress", "outcome", "happened", "became",
    ]
}

extension JSON {
    /// Every scalar in it, in the order of the text.
    var scalars: [JSON] { scalars(first: .max) }

    /// The first scalars in it; what comes later is not looked at.
    func scalars(first limit: Int) -> [JSON] {
        var scalars: [JSON] = []
        collectScalars(into: &scalars, limit)
        return scalars
    }

    private func collectScalars(into scalars: inout [JSON], _ limit: Int) {
        guard scalars.count < limit else { return }
        switch self {
        case .array(let items):
            for item in items where scalars.count < limit { item.collectScalars(into: &scalars, limit) }
        case .object(let object):
            for member in object.members where scalars.count < limit {
                member.value.collectScalars(into: &scalars, limit)
            }
        case .null, .bool, .number, .string: scalars.append(self)
        }
    }
}
