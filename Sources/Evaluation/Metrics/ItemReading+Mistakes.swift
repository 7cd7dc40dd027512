import Engine

extension ItemReading {
    /// What is wrong, in the order of the prediction's calls; then what is missing, and the order.
    var mistakes: [Mistake] {
        if let problem, calls.isEmpty { return [.noPrediction(problem)] }
        let pairs = Dictionary(alignment.pairs.map { ($0.predicted.number, $0) }) { first, _ in first }
        let ofCalls = zip(calls, fits).flatMap { call, fit in mistakes(in: call, fit, pairs[call.number]) }
        let missing = alignment.missing.map { Mistake.missing(truth.calls[$0].tool, number: $0 + 1) }
        return problem.map { [.noPrediction($0)] + ofCalls + missing } ?? ofCalls + missing + wrongOrder
    }

    private func mistakes(in call: ReadCall, _ fit: Fit, _ pair: CallAlignment.Pair?) -> [Mistake] {
        let (number, name) = (call.number, call.call.name)
        var mistakes: [Mistake] = []
        switch fit {
        case .hallucinated: mistakes.append(.hallucinated(call: number, name: name))
        case .valid, .invalid, .unknown:
            if isIrrelevant {
                mistakes.append(.calledInVain(call: number, name: name))
            } else if pair == nil {
                mistakes.append(.extra(call: number, name: name))
            }
        }
        if case .invalid(let reason) = fit { mistakes.append(.invalid(call: number, name: name, reason: reason)) }
        if let pair, let given = call.arguments, given.object != nil {
            mistakes += Self.differences(pair.truth.arguments, given, at: .root).map {
                .wrongArgument(call: number, name: name, at: $0, expected: $1, found: $2)
            }
        }
        switch call.call.outcome {
        case .failed(let reason): mistakes.append(.failed(call: number, name: name, reason: reason))
        case .notOffered(let reason) where !reason.isEmpty:
            mistakes.append(.failed(call: number, name: name, reason: reason))
        case .notOffered, .worked, nil: break
        }
        return mistakes
    }

    /// Only where calls need one another, and where it is the order alone.
    private var wrongOrder: [Mistake] {
        let (wanted, called) = (truth.calls.map(\.tool), calls.compactMap(\.tool))
        guard truth.category == .chained, called.count == calls.count, wanted != called,
            wanted.sorted() == called.sorted()
        else { return [] }
        return [.wrongOrder(expected: wanted, found: called.map(\.text))]
    }

    private typealias Difference = (path: JSONPath, expected: JSON?, found: JSON?)

    /// The outermost places at which two values differ; members in the order of the truth, then those it lacks.
    private static func differences(_ expected: JSON, _ found: JSON, at path: JSONPath) -> [Difference] {
        switch (expected, found) {
        case (.object(let wanted), .object(let given)):
            let strangers = given.members.filter { wanted[$0.key] == nil }
            return wanted.members.flatMap { member -> [Difference] in
                let path = path.appending(key: member.key)
                return given[member.key].map { differences(member.value, $0, at: path) } ?? [(path, member.value, nil)]
            } + strangers.map { (path.appending(key: $0.key), nil, $0.value) }
        case (.array(let wanted), .array(let given)) where wanted.count == given.count:
            return zip(wanted, given).enumerated().flatMap { index, pair in
                differences(pair.0, pair.1, at: path.appending(index: index))
            }
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _):
            let isSame = ExactText(expected.canonicalText) == ExactText(found.canonicalText)
            return isSame ? [] : [(path, expected, found)]
        }
    }
}
