import Engine

/// A second row of a sample: its query does not say a value that a call needs, so the value is asked for.
struct MissingParameterRow {
    private let sample: ExportableSample
    private let order: SeededOrder
    private let library: [ToolName: Tool]
    private let query: [Character]
    private let traces: [Int: [ArgumentTrace]]
    /// The steps that use a step's output, directly or through others.
    private let dependents: [Int: Set<Int>]

    init(of sample: ExportableSample, _ order: SeededOrder) {
        self.sample = sample
        self.order = order
        library = Dictionary(sample.toolsInUse.map { ($0.name, $0) }) { first, _ in first }
        query = Array(sample.query)
        traces = sample.workflow.traces(query: sample.query, library: library)
        var users: [Int: Set<Int>] = [:]
        for step in sample.workflow.steps.reversed() {
            let sources = Set((traces[step.number] ?? []).compactMap(\.source.step))
            for source in sources {
                users[source, default: []].formUnion((users[step.number] ?? []).union([step.number]))
            }
        }
        dependents = users
    }

    /// Leaves out the value that most of the other calls depend on, as far as the sentence allows.
    func row(offering tools: [Tool]) throws(RowRefusal) -> ExportRow {
        let loose = looseValues
        guard !loose.isEmpty else { throw RowRefusal(kind: .missingParameter, reason: .noValueToLeaveOut) }
        for value in loose {
            guard let vague = VagueWording(of: value, in: query) else { continue }
            let text =
                String(query[..<vague.range.lowerBound]) + vague.phrase + String(query[vague.range.upperBound...])
            guard isMissing(value, from: text) else { continue }
            let response = order.choice(of: vague.questions, for: "missing response", sample.id)
            return ExportRow(
                kind: .missingParameter(step: value.step, value.path), query: text, turns: [], response: response,
                tools: tools)
        }
        throw RowRefusal(kind: .missingParameter, reason: .sentenceWouldBreak)
    }
}

/// A value that the query alone says, and where.
struct LooseValue {
    let step: Int
    let path: JSONPath
    let value: JSON
    let range: Range<Int>
    let input: Tool.Input
    let tool: Tool
}

extension MissingParameterRow {
    /// Required values that stand in the query once and that nothing else of it shares; the most important first.
    private var looseValues: [LooseValue] {
        let said = traces.values.flatMap(\.self).compactMap(\.said)
        let values = sample.workflow.steps.flatMap { step in
            (traces[step.number] ?? []).compactMap { looseValue($0, of: step, among: said) }
        }
        let ranks = values.map { value in
            (
                value, dependents[value.step]?.count ?? 0,
                order.rank("missing", sample.id.key, "\(value.step) \(value.path)")
            )
        }
        return ranks.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
    }

    private func looseValue(_ trace: ArgumentTrace, of step: Step, among said: [Range<Int>]) -> LooseValue? {
        guard let range = trace.said, range.upperBound <= query.count, let tool = library[step.call.tool],
            trace.path.components.count == 1, case .key(let name) = trace.path.components[0],
            let input = tool.inputs.first(where: { $0.name == name }), input.isRequired,
            input.schema["default"] == nil, input.schema["enum"] == nil,
            said.count(where: { $0.overlaps(range) }) == 1
        else { return nil }
        return LooseValue(
            step: step.number, path: trace.path, value: trace.value, range: range, input: input, tool: tool)
    }

    /// Whether nobody could know the value from the new query and from what the tools return that do not need it.
    private func isMissing(_ value: LooseValue, from text: String) -> Bool {
        let said = String(query[value.range])
        let words = [said, value.value.string, CalendarDay(iso: said)?.inWordsWithoutYear].compactMap(\.self)
        guard let step = sample.workflow.step(value.step), !words.contains(where: { text.says($0) }) else {
            return false
        }
        let users = (dependents[value.step] ?? []).union([value.step])
        let outputs = sample.workflow.steps.filter { !users.contains($0.number) }
            .map { Provenance.Output($0, of: library[$0.call.tool]) }
        let traces = Provenance(query: text, outputs: outputs).trace(step.call, of: value.tool)
        return traces.first { $0.path == value.path }?.source == ArgumentSource.none
    }
}

extension ArgumentTrace {
    /// Where the query says it.
    fileprivate var said: Range<Int>? {
        guard case .query(let from, let to) = source, from < to else { return nil }
        return from..<to
    }
}

extension ArgumentSource {
    fileprivate var step: Int? {
        guard case .output(let step, _) = self else { return nil }
        return step
    }
}

extension String {
    /// Whether it has some words, without regard to case.
    fileprivate func says(_ words: String) -> Bool {
        let text = lowercased().words.joined(separator: " ")
        return " \(text) ".contains(" \(words.lowercased().words.joined(separator: " ")) ")
    }
}
