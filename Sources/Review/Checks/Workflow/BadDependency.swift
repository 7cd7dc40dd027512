import Engine

/// Finds values that come from where a step may not take them: a later step, another chain, or a step that is not there.
///
/// A chain holds what depends on each other, so a value of another chain means that the two are one. Steps of one chain
/// that share nothing are only told.
package struct BadDependency: Check {
    package let name = "bad_dependency"
    package let version = 1
    package let summary = "values from later steps, other chains, or steps that are gone"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let places = StepPlaces(subject)
        return subject.steps.flatMap { step in
            (subject.traces[step.number] ?? []).compactMap { finding(for: $0, at: step, in: subject, places) }
        } + strangers(in: subject)
    }

    private func finding(
        for trace: ArgumentTrace, at step: Step, in subject: CheckSubject, _ places: StepPlaces
    ) -> Finding? {
        let target = Target.argument(step: step.number, path: trace.path)
        switch trace.source {
        case .output(let source, _):
            guard places.chain[source] != places.chain[step.number],
                !places.hasInOwnChain(trace.value, before: step.number)
            else { return nil }
            return finding(
                "comes from step \(source) of another chain", at: target, as: .badDependency, .warning)
        case .none, .open:
            if let reference = UnresolvedReference(trace.value, query: subject.query) {
                return finding("\(reference.text) was never filled in", at: target, as: .badDependency, .error)
            }
            if let later = places.laterSource(of: trace.value, for: step.number) {
                return finding("comes from step \(later), which runs later", at: target, as: .badDependency, .error)
            }
            if let gone = places.goneSource(of: trace.value) {
                return finding(
                    "comes from step \(gone), which is not there any more", at: target, as: .badDependency, .error)
            }
            return nil
        case .query, .schemaDefault, .documentation, .unknown:
            return nil
        }
    }

    /// Steps that have nothing to do with the others of their chain.
    private func strangers(in subject: CheckSubject) -> [Finding] {
        subject.sample.workflow.chains.filter { $0.steps.count > 1 }.flatMap { chain in
            let values = chain.steps.map { step in
                Set(
                    ((subject.traces[step.number] ?? []).map(\.value)
                        + (subject.outputs[step.number]?.scalars(first: 2000) ?? []))
                        .filter(\.isTelling).map(\.canonicalText))
            }
            var counts: [String: Int] = [:]
            for set in values { for value in set { counts[value, default: 0] += 1 } }
            return zip(chain.steps, values).filter { !$1.contains { counts[$0, default: 0] > 1 } }.map { step, _ in
                finding(
                    "shares no value with the other steps of its chain", at: .step(step.number), as: .badDependency,
                    .info)
            }
        }
    }
}

/// Where the steps are, and which of them has a value.
private struct StepPlaces {
    let chain: [Int: Chain.ID]
    private let order: [Int: Int]
    /// The steps with a value in their output that they were not given, in the order in which they run.
    private var origins: [String: [Int]] = [:]
    private var gone: [String: Int] = [:]
    /// Every step a step depends on, directly or through others.
    private var ancestors: [Int: Set<Int>] = [:]

    /// Values read of one output.
    private static let valuesPerOutput = 10_000

    init(_ subject: CheckSubject) {
        let chains = subject.sample.workflow.chains
        chain = Dictionary(
            chains.flatMap { chain in chain.steps.map { ($0.number, chain.id) } },
            uniquingKeysWith: { first, _ in first })
        order = Dictionary(
            subject.steps.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        let areWanted = Self.mayBeElsewhere(in: subject, chain)
        for step in subject.steps {
            for value in areWanted ? Self.values(of: step, subject.outputs[step.number]) : [] {
                origins[value, default: []].append(step.number)
            }
            let direct = (subject.traces[step.number] ?? []).compactMap { trace -> Int? in
                guard case .output(let source, _) = trace.source else { return nil }
                return source
            }
            ancestors[step.number] = direct.reduce(into: Set(direct)) { $0.formUnion(ancestors[$1] ?? []) }
        }
        for step in subject.sample.state.workflow.steps where areWanted && order[step.number] == nil {
            for value in Self.values(of: step, step.output.json) { gone[value] = gone[value] ?? step.number }
        }
    }

    /// Whether a value has no source, or one in another chain: only then the outputs are searched.
    private static func mayBeElsewhere(in subject: CheckSubject, _ chain: [Int: Chain.ID]) -> Bool {
        subject.steps.contains { step in
            (subject.traces[step.number] ?? []).contains { trace in
                switch trace.source {
                case .output(let source, _): chain[source] != chain[step.number]
                case .none, .open: true
                case .query, .schemaDefault, .documentation, .unknown: false
                }
            }
        }
    }

    private static func values(of step: Step, _ output: JSON?) -> Set<String> {
        let given = Set(step.call.arguments.scalars.map(\.canonicalText))
        return Set((output?.scalars(first: valuesPerOutput) ?? []).filter(\.isTelling).map(\.canonicalText))
            .subtracting(given)
    }

    /// A step that runs later, has the value of its own, and does not itself build on this step.
    func laterSource(of value: JSON, for step: Int) -> Int? {
        guard value.isTelling else { return nil }
        return origins[value.canonicalText]?.first { other in
            (order[other] ?? 0) > (order[step] ?? 0) && ancestors[other]?.contains(step) != true
        }
    }

    func hasInOwnChain(_ value: JSON, before step: Int) -> Bool {
        origins[value.canonicalText]?.contains { other in
            chain[other] == chain[step] && (order[other] ?? 0) < (order[step] ?? 0)
        } ?? false
    }

    func goneSource(of value: JSON) -> Int? { value.isTelling ? gone[value.canonicalText] : nil }
}

extension JSON {
    /// Whether two equal values are unlikely to be equal by chance.
    fileprivate var isTelling: Bool {
        switch self {
        case .string(let text): text.utf8.count > 2
        case .number(let number): number.int.map { abs($0) >= 1000 } ?? true
        case .null, .bool, .array, .object: false
        }
    }
}

/// An argument that still names the step it wanted a value of.
private struct UnresolvedReference {
    let text: String

    /// Nil for anything else, and for what the query itself says.
    init?(_ value: JSON, query: String) {
        guard let text = value.string, (4...120).contains(text.utf8.count), !query.contains(text) else { return nil }
        let isMarked = Self.marks.contains { text.hasPrefix($0.0) && text.hasSuffix($0.1) }
        let words = Set(FoldedWords.of(text))
        let names =
            !words.isDisjoint(with: ["step", "output", "result", "var", "call", "response", "previous"])
            || words.contains { word in
                ["step", "var", "call"].contains {
                    word.hasPrefix($0) && word.dropFirst($0.count).allSatisfy(\.isNumber)
                }
            }
        guard isMarked && names || Self.isCall(text) else { return nil }
        self.text = text
    }

    private static let marks = [("{{", "}}"), ("$", "$"), ("${", "}"), ("<", ">"), ("[", "]"), ("{", "}")]

    /// `user_find(name="Ada").user_id`: a call of a function, and nothing but it.
    private static func isCall(_ text: String) -> Bool {
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
            return false
        }
        let name = text[..<open]
        let rest = text[text.index(after: close)...]
        return name.contains("_")
            && name.allSatisfy { $0.isASCII && ($0.isWritten || $0 == "_" || $0 == ".") }
            && rest.allSatisfy { $0.isASCII && ($0.isWritten || "_.[]".contains($0)) }
    }
}
