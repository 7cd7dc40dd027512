import Engine

/// Finds steps that repeat an earlier one, and steps that nothing uses.
///
/// The same call with the same output is a repetition; only its time stamp may differ. An output equal to an earlier
/// one counts where it says something and where the query did not ask for both. A step is unused when no later step
/// takes its values, the response has none of them, and no word of its tool is in the query; where that cannot be told
/// the step is left alone, as after an output of more than 20,000 values.
package struct RedundantStep: Check {
    package let name = "redundant_step"
    package let version = 2
    package let summary = "steps that repeat an earlier one or that nothing uses"

    /// Shorter outputs are equal by chance.
    private static let telling = 24
    /// By how many bytes the moments of two outputs may differ.
    private static let momentsLength = 512

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let repeated = repetitions(in: subject)
        let found = Set(repeated.map(\.target))
        return repeated + unused(in: subject).filter { !found.contains($0.target) }
    }

    private func repetitions(in subject: CheckSubject) -> [Finding] {
        let isWanted = !Self.again.isDisjoint(with: FoldedWords.of(subject.query))
        var calls: [ContentHash: Step] = [:]
        var outputs: [ContentHash: Step] = [:]
        return subject.steps.compactMap { step in
            let output = subject.outputs[step.number]
            let essence = mayBeRepeated(step, in: subject) ? essence(of: step, output) : step.output.hash
            let earlier = calls.updateValue(step, forKey: step.call.contentHash)
            let alike = outputs[essence]
            outputs[essence] = alike ?? step
            if let earlier {
                let isEqual = alike != nil && outputs[essence].map { $0.number <= earlier.number } ?? false
                return isEqual && !isWanted ? finding(repeating: earlier, step) : nil
            }
            guard let alike, isTelling(step.output, output), !isAskedFor(step, in: subject) else { return nil }
            return finding(
                "returns what step \(alike.number) returned", at: .step(step.number), as: .redundantStep, .warning)
        }
    }

    /// Whether another output is about as long; moments change the length by a few characters at most.
    private func mayBeRepeated(_ step: Step, in subject: CheckSubject) -> Bool {
        subject.steps.contains { other in
            other.number != step.number && abs(other.output.bytes.count - step.output.bytes.count) <= Self.momentsLength
        }
    }

    private func essence(of step: Step, _ output: JSON?) -> ContentHash {
        output?.withoutMoments.map { ContentHash(of: $0.canonicalText) } ?? step.output.hash
    }

    private func finding(repeating earlier: Step, _ step: Step) -> Finding {
        finding(
            "the same call as step \(earlier.number), with the same output", at: .step(step.number),
            as: .redundantStep, .error)
    }

    /// Whether equal outputs mean something: not "done", not a yes, not an empty list.
    private func isTelling(_ output: RecordedOutput, _ json: JSON?) -> Bool {
        guard output.bytes.count >= Self.telling else { return false }
        guard let members = json?.object?.members else { return !(json?.isHollow ?? false) }
        return members.contains { !Self.acknowledgements.contains($0.key.lowercased()) && !$0.value.isHollow }
    }

    /// Whether the query itself says what is special about the call: each of its own values.
    private func isAskedFor(_ step: Step, in subject: CheckSubject) -> Bool {
        let earlier = Set(
            subject.steps.prefix { $0.number != step.number }.filter { $0.call.tool == step.call.tool }
                .flatMap { $0.call.arguments.scalars.map(\.canonicalText) })
        guard !earlier.isEmpty else { return false }
        let own = (subject.traces[step.number] ?? []).filter { !earlier.contains($0.value.canonicalText) }
        return !own.isEmpty
            && own.allSatisfy { trace in
                guard case .query = trace.source else { return false }
                return !earlier.contains { $0.lowercased() == trace.value.canonicalText.lowercased() }
            }
    }

    private static let again: Set<String> = [
        "twice", "again", "times", "before", "after", "repeat", "retry", "both", "second",
    ]
    /// Words in the names of tools that are called for what they do, not for what they return.
    private static let deeds: Set<String> = [
        "add", "book", "buy", "cancel", "create", "delete", "edit", "insert", "login", "move", "order", "pay", "place",
        "post", "put", "remove", "reserve", "save", "schedule", "send", "set", "share", "start", "stop", "submit",
        "transfer", "turn", "update", "upload", "write",
    ]
    private static let acknowledgements: Set<String> = ["status", "success", "ok", "message", "msg", "code", "result"]
}

// Steps that nothing uses.
extension RedundantStep {
    private func unused(in subject: CheckSubject) -> [Finding] {
        guard !subject.response.isEmpty, subject.steps.count > 1 else { return [] }
        let said = SaidText(query: subject.query, response: subject.response)
        let used = Set(subject.steps.flatMap { sources(of: $0, in: subject) })
        return subject.steps.compactMap { step in
            guard !used.contains(step.number), subject.tools[step.call.tool]?.effects ?? .read == .read,
                Self.deeds.isDisjoint(with: FoldedWords.of(step.call.tool.text)),
                let output = subject.outputs[step.number], said.isWithoutTrace(of: output, from: step)
            else { return nil }
            return finding(
                "no later step and nothing in the response uses what \(step.call.tool) returned",
                at: .step(step.number), as: .redundantStep, .warning)
        }
    }

    private func sources(of step: Step, in subject: CheckSubject) -> [Int] {
        (subject.traces[step.number] ?? []).compactMap { trace in
            guard case .output(let source, _) = trace.source else { return nil }
            return source
        }
    }
}

/// What query and response say, to be searched for what a step returned.
private struct SaidText {
    private let query: Set<String>
    private let response: Set<String>
    private var numbers = SortedNumbers()
    private let answersYesOrNo: Bool

    /// Values of one output, at most.
    private static let limit = 20_000

    init(query: String, response: String) {
        self.query = Set(FoldedWords.of(query))
        self.response = Set(FoldedWords.of(response))
        answersYesOrNo = !self.response.isDisjoint(with: [
            "yes", "no", "not", "right", "true", "none", "both", "nothing",
        ])
        for claim in ClaimReader(tokens: TextToken.tokens(of: response)).claims {
            switch claim.content {
            case .number(let number):
                for reading in number.readings {
                    numbers.add(reading.value)
                    numbers.add(reading.value / 100)
                }
            case .small(let value): numbers.add(Double(value))
            case .duration(let minutes, let parts): for part in parts + [minutes] { numbers.add(part) }
            case .day(let readings, _): for day in readings.compactMap(\.day) { numbers.add(Double(day)) }
            case .time(let options): for option in options { numbers.add(Double(option / 60)) }
            case .code, .link: break
            }
        }
        numbers.sort()
    }

    /// Whether the output has values that an answer would repeat, and neither query nor response has to do with them.
    func isWithoutTrace(of output: JSON, from step: Step) -> Bool {
        guard !isAbout(step) else { return false }
        let asked = Set(step.call.arguments.scalars.map(\.canonicalText))
        let scalars = output.scalars(first: Self.limit + 1)
        guard scalars.count <= Self.limit else { return false }
        let values = scalars.lazy.filter { !asked.contains($0.canonicalText) }.prefix(2000)
        let telling = values.filter { $0.number != nil || ($0.string.map { !$0.isEmpty } ?? false) }
        let given = Set(step.call.arguments.scalars.flatMap { FoldedWords.of($0.string ?? "") })
        let figures = scalars.lazy.filter { $0.number != nil }
        guard !telling.isEmpty, !telling.contains(where: { isSaid($0, given) }),
            !figures.contains(where: { isSaid($0, given) })
        else { return false }
        return !(answersYesOrNo && values.contains { $0.bool != nil })
    }

    private func isSaid(_ value: JSON, _ given: Set<String>) -> Bool {
        if let number = value.double {
            let size = abs(number)
            return numbers.has(size, within: size < 2 ? 0.05 : 0.5 + (size >= 10 ? size * 0.01 : 0))
        }
        let words = FoldedWords.of(value.string ?? "").filter { $0.count > 2 || !($0.first?.isASCII ?? true) }
        let digits = FoldedWords.of(value.string ?? "").compactMap { Double($0) }
        return words.contains { response.contains($0) && !given.contains($0) }
            || digits.contains { numbers.has($0, within: 0.1) } || words.isEmpty && digits.isEmpty
    }

    /// Whether query or response has a word of the tool's name.
    private func isAbout(_ step: Step) -> Bool {
        FoldedWords.of(step.call.tool.text).contains { word in
            guard word.count > 2, !Self.general.contains(word) else { return false }
            return said(word) || word.hasSuffix("s") && said(String(word.dropLast())) || said(word + "s")
        }
    }

    private func said(_ word: String) -> Bool { query.contains(word) || response.contains(word) }

    private static let general: Set<String> = [
        "get", "find", "search", "list", "fetch", "lookup", "random", "info", "data", "query", "read", "the", "for",
    ]
}

extension JSON {
    /// The value without members that only tell when or which request it was; nil for what is no object or list.
    fileprivate var withoutMoments: JSON? {
        switch self {
        case .object(let object):
            return .object(
                Object(
                    object.members.filter { !Self.moments.contains($0.key.lowercased()) }.map {
                        Object.Member(key: $0.key, value: $0.value.withoutMoments ?? $0.value)
                    }))
        case .array(let items): return .array(items.map { $0.withoutMoments ?? $0 })
        case .null, .bool, .number, .string: return nil
        }
    }

    private static let moments: Set<String> = [
        "timestamp", "request_id", "requestid", "generated_at", "fetched_at", "took", "elapsed", "elapsed_ms",
        "server_time", "trace_id", "query_time", "generationtime_ms",
    ]
}
