import Engine

/// What stands before the colon of a condition.
enum FilterField: String, CaseIterable {
    case status, growth, flag, edited, stale, commented
    case steps, chains, iterations, calls, cost, noop, lint, check
    case id, tool, model, reason, it, text, by, since, dup, run

    /// The field that a bare word means; nil for a word to look for.
    init?(keyword: String) {
        guard let field = FilterField(rawValue: keyword), field.mark != nil, field != .dup else { return nil }
        self = field
    }

    /// The field that a word begins with where a sign of comparison follows, as in `steps>8`.
    init?(beginning word: String) {
        let name = word.prefix { !"<>=".contains($0) }
        guard name.count < word.count, let field = FilterField(rawValue: name.lowercased()) else { return nil }
        self = field
    }

    /// What a value, or the bare word, means.
    func filter(_ value: FilterScan.Word) throws(FilterProblem) -> Filter {
        if let mark { return try yes(value) ? .condition(mark) : .not(.condition(mark)) }
        return .condition(try condition(value))
    }

    /// The condition that is either so or not.
    private var mark: Filter.Condition? {
        switch self {
        case .flag: .flagged
        case .edited: .edited
        case .stale: .stale
        case .commented: .commented
        case .dup: .duplicate
        case .status, .growth, .steps, .chains, .iterations, .calls, .cost, .noop, .lint, .check, .id, .tool, .model,
            .reason, .it, .text, .by, .since, .run:
            nil
        }
    }

    private func yes(_ value: FilterScan.Word) throws(FilterProblem) -> Bool {
        switch value.text.lowercased() {
        case "yes", rawValue: return true
        case "no": return false
        case _: throw FilterProblem(value.range, unknown: "answer", value.text, among: values)
        }
    }

    private func condition(_ value: FilterScan.Word) throws(FilterProblem) -> Filter.Condition {
        switch self {
        case .status: .status(try statuses(value))
        case .growth: .growth(try known(value, Filter.Growth.init))
        case .steps: .count(.steps, try .init(value))
        case .chains: .count(.chains, try .init(value))
        case .iterations: .count(.iterations, try .init(value))
        case .calls: .count(.calls, try .init(value))
        case .cost: .count(.cost, try .init(value))
        case .noop: .count(.noop, try .init(value))
        case .lint: try lint(value)
        case .check: try check(value)
        case .id: .number(try .init(value))
        case .tool: .tool(value.text)
        case .model: .model(value.text)
        case .reason: .reason(try known(value) { Reason($0) })
        case .it: try known(value) { $0 == "noop" ? .noOp : nil }
        case .text: .text(value.text)
        case .by: .reviewer(value.text)
        case .since: .since(try moment(value))
        case .run: .run(value.text)
        case .flag, .edited, .stale, .commented, .dup: .fuzzy(value.text)
        }
    }

    /// `lint:3` is a reason by its key; a number of findings is written as a range.
    private func lint(_ value: FilterScan.Word) throws(FilterProblem) -> Filter.Condition {
        if value.text == "any" { return .finding(nil) }
        if Filter.Bounds.isRange(value.text) { return .count(.lint, try .init(value)) }
        return .finding(try known(value) { Reason($0) })
    }

    /// `check:leaks_tools:error`; a name of which the last part could be taken for a severity is followed by `any`.
    ///
    /// Any name will do, since not every check that has looked at a sample is known here.
    private func check(_ value: FilterScan.Word) throws(FilterProblem) -> Filter.Condition {
        guard let colon = value.text.unicodeScalars.lastIndex(of: ":") else { return .check(value.text, nil) }
        let ending = String(value.text.unicodeScalars[value.text.unicodeScalars.index(after: colon)...])
        let name = String(value.text.unicodeScalars[..<colon])
        if ending == Self.anySeverity { return .check(name, nil) }
        guard let severity = Finding.Severity(rawValue: ending) else {
            throw FilterProblem(value.range, unknown: "severity", ending, among: Self.severities)
        }
        return .check(name, severity)
    }

    /// A day, or a moment, of UTC where it names no other zone.
    private func moment(_ value: FilterScan.Word) throws(FilterProblem) -> Timestamp {
        guard let moment = Timestamp(reading: value.text) else {
            throw FilterProblem(
                value.range,
                "\"\(value.text)\" is no day; write 2026-11-01, 2026-11-01T08:00Z or 2026-11-01T08:00+01:00")
        }
        return moment
    }

    /// What stands for every severity after the name of a check.
    static let anySeverity = "any"
    private static let severities = Finding.Severity.allCases.map(\.rawValue) + [anySeverity]

    private func statuses(_ value: FilterScan.Word) throws(FilterProblem) -> Set<ReviewState.Status> {
        if value.text == "none" { return [] }
        var statuses: Set<ReviewState.Status> = []
        var start = value.range.lowerBound + (value.isQuoted ? 1 : 0)
        for word in value.text.split(separator: ",", omittingEmptySubsequences: false) {
            // Between quotation marks a letter may take two characters to write.
            let range = (start..<start + word.count).clamped(to: value.range)
            let part = FilterScan.Word(text: String(word), range: range, isQuoted: false)
            statuses.insert(try known(part, ReviewState.Status.init))
            start = range.upperBound + 1
        }
        return statuses
    }

    private func known<Meaning>(
        _ value: FilterScan.Word, _ meaning: (String) -> Meaning?
    ) throws(FilterProblem) -> Meaning {
        guard let found = meaning(value.text.lowercased()) else {
            throw FilterProblem(value.range, unknown: rawValue, value.text, among: values)
        }
        return found
    }
}
