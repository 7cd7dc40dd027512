import Engine

/// What the last gradients hold against values: which of them made trials fail.
///
/// A report says in words why a trial failed. A value that it names is suspected wherever it would mean the same, and a
/// year that it names with every day of that year; where it names none, the values of the failed call share the blame,
/// among tools of the same field.
struct Suspicion: Sendable {
    private var named: [String: Set<JSON>] = [:]
    private var years: Set<Int> = []
    private var shared: [Suspect: Double] = [:]

    private struct Suspect: Hashable {
        let family: String
        let meaning: String
        let value: JSON
    }

    init(_ memory: [Gradient], library: [ToolName: Tool], _ lexicon: Lexicon) {
        for report in memory.flatMap(\.reports) where !report.shownToSelector {
            guard let call = report.calls.last, let tool = library[call.tool] else { continue }
            blame(call, of: lexicon[tool], reason: report.ending?.text ?? "")
        }
    }

    /// 1 for a value that a report names, less where it only took part; 0 for an innocent one.
    func of(_ value: JSON?, meaning: String, for tool: Tool) -> Double {
        guard let value else { return 0 }
        if named[meaning]?.contains(value) == true { return 1 }
        if let year = value.year(meaning: meaning), years.contains(year) { return 1 }
        return shared[Suspect(family: tool.family, meaning: meaning, value: value)] ?? 0
    }

    private mutating func blame(_ call: ToolCall, of tool: KnownTool, reason: String) {
        let given = tool.vocabulary.inputs.compactMap { input in
            call.arguments[input.input.name].map { (meaning: input.meaning, value: $0) }
        }
        var isNamed = false
        for (meaning, value) in given {
            if reason.names(value) {
                named[meaning, default: []].insert(value)
                isNamed = true
            } else if let year = value.year(meaning: meaning), reason.names(.string(String(year))) {
                years.insert(year)
                isNamed = true
            }
        }
        guard !isNamed else { return }
        for (meaning, value) in given {
            shared[Suspect(family: tool.tool.family, meaning: meaning, value: value), default: 0] +=
                1 / Double(given.count)
        }
    }
}

extension JSON {
    /// The year of a day, or a year.
    fileprivate func year(meaning: String) -> Int? {
        switch meaning {
        case "date": string.flatMap(CalendarDay.init)?.year
        case "year": int
        default: nil
        }
    }
}

extension String {
    /// Whether the text says the value as a word of its own.
    fileprivate func names(_ value: JSON) -> Bool {
        let text = value.string ?? value.compactText
        guard !text.isEmpty else { return false }
        return ranges(of: text).contains { range in
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            return ![before, after].contains { $0.isLetter || $0.isNumber }
        }
    }
}
