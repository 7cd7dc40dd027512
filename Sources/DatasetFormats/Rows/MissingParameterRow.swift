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

    /// Leaves out a value that everything that is asked depends on, as far as the sentence allows.
    ///
    /// While another call can be made without it, it would be wrong to do nothing but ask; so of a query that asks for
    /// more, only the question with the value is taken, where it can stand alone.
    func row(offering tools: [Tool]) throws(RowRefusal) -> ExportRow {
        let loose = looseValues
        guard !loose.isEmpty else { throw RowRefusal(kind: .missingParameter, reason: .noValueToLeaveOut) }
        let asked = loose.compactMap { value in scope(of: value).map { (value, $0) } }
        guard !asked.isEmpty else { throw RowRefusal(kind: .missingParameter, reason: .asksMore) }
        for (value, scope) in asked {
            guard let vague = VagueWording(of: value, in: query), let text = vagueQuery(vague, value, scope) else {
                continue
            }
            let question = order.choice(of: vague.question.wordings, for: "missing response", sample.id)
            return ExportRow(
                kind: .missingParameter(step: value.step, value.path), query: text, turns: [], response: question,
                tools: tools)
        }
        throw RowRefusal(kind: .missingParameter, reason: .sentenceWouldBreak)
    }

    /// The query without the value where that leaves a sentence, else with a vague wording in its place.
    private func vagueQuery(_ vague: VagueWording, _ value: LooseValue, _ scope: Range<Int>) -> String? {
        let wordings = order.shuffled(vague.phrases, for: "missing wording", sample.id)
        let texts =
            [vague.omission.map { query.part(scope, replacing: $0, with: "") }].compactMap(\.self)
            + wordings.map { query.part(scope, replacing: vague.range, with: $0) }
        return texts.first { isMissing(value, from: $0) }
    }
}

extension [Character] {
    fileprivate func part(_ scope: Range<Int>, replacing range: Range<Int>, with text: String) -> String {
        String(self[scope.lowerBound..<range.lowerBound]) + text + String(self[range.upperBound..<scope.upperBound])
    }
}

extension MissingParameterRow {
    /// The part of the query in which everything depends on a value: all of it, or the one question that has it.
    private func scope(of value: LooseValue) -> Range<Int>? {
        let users = (dependents[value.step] ?? []).union([value.step])
        let others = sample.workflow.steps.map(\.number).filter { !users.contains($0) }
        guard !others.isEmpty else { return query.indices }
        let place = QuotedPlace(value.range, in: query)
        guard let sentence = place.question, place.of(sentence).standsAlone else { return nil }
        let said = others.map { step in (traces[step] ?? []).compactMap(\.said) }
        // A step that the query says nothing for may be what this very question asks.
        let areElsewhere = said.allSatisfy { !$0.isEmpty && !$0.contains { $0.overlaps(sentence) } }
        return areElsewhere ? sentence : nil
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
