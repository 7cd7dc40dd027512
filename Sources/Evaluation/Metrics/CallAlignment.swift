import Engine

/// What a call names.
enum CalledName: Hashable {
    /// What a tool is called, if there is one.
    case tool(ToolName)
    /// A name under which nothing was offered, whatever tool is called so elsewhere.
    case refused(ToolName)
}

/// A call of a prediction, with its arguments read.
struct ReadCall {
    /// 1 for the first call of the prediction.
    let number: Int
    let call: Prediction.Call
    /// Nil where they are no JSON at all.
    let arguments: JSON?
    /// The arguments by name, in canonical spelling; empty where they are no object.
    let values: [ExactText: ExactText]

    var name: CalledName {
        switch call.outcome {
        case .notOffered: .refused(ToolName(call.name))
        case .worked, .failed, nil: .tool(ToolName(call.name))
        }
    }

    /// Nil where the call was refused for its name.
    var tool: ToolName? {
        switch name {
        case .tool(let tool): tool
        case .refused: nil
        }
    }

    init(_ call: Prediction.Call, number: Int) {
        self.number = number
        self.call = call
        arguments = try? JSON(parsing: call.arguments)
        values = arguments?.canonicalMembers ?? [:]
    }

    /// Whether it asks for the same as a call of the truth.
    func isSame(as other: ToolCall) -> Bool {
        guard let arguments, tool == other.tool else { return false }
        return ExactText(arguments.canonicalText) == ExactText(other.arguments.canonicalText)
    }

    /// Of the arguments of a call of the truth, those that have the same value here.
    func matches(with other: ToolCall) -> Tally {
        let expected = other.arguments.canonicalMembers
        return Tally(expected.count { values[$0.key] == $0.value }, of: expected.count)
    }
}

/// Which call of a prediction stands for which call of the truth.
///
/// Only calls of the same tool are partners, and as many of them as there can be. Equal calls are paired first, then
/// those with the most equal arguments; among equals the earlier call of the truth, then of the prediction, comes first.
struct CallAlignment {
    struct Pair {
        let truth: ToolCall
        /// 0 for the first call of the truth.
        let place: Int
        let predicted: ReadCall
        let isSame: Bool
        let matches: Tally
    }

    /// In the order of the truth.
    let pairs: [Pair]
    /// Places in the truth of calls without a partner.
    let missing: [Int]
    /// Calls of the prediction without a partner.
    let extra: [ReadCall]

    init(_ truth: [ToolCall], _ predicted: [ReadCall]) {
        let byName = Dictionary(grouping: predicted, by: \.tool)
        let candidates = truth.enumerated().flatMap { place, call in
            (byName[call.tool] ?? []).map { other in
                Pair(
                    truth: call, place: place, predicted: other, isSame: other.isSame(as: call),
                    matches: other.matches(with: call))
            }
        }
        var (places, numbers): (Set<Int>, Set<Int>) = ([], [])
        var pairs: [Pair] = []
        for pair in candidates.sorted(by: { $0.isBetter(than: $1) })
        where !places.contains(pair.place) && !numbers.contains(pair.predicted.number) {
            places.insert(pair.place)
            numbers.insert(pair.predicted.number)
            pairs.append(pair)
        }
        self.pairs = pairs.sorted { $0.place < $1.place }
        missing = truth.indices.filter { !places.contains($0) }
        extra = predicted.filter { !numbers.contains($0.number) }
    }
}

extension CallAlignment.Pair {
    fileprivate func isBetter(than other: Self) -> Bool {
        if isSame != other.isSame { return isSame }
        if matches.part != other.matches.part { return matches.part > other.matches.part }
        return (place, predicted.number) < (other.place, other.predicted.number)
    }
}

extension JSON {
    /// The members of an object by name, each in canonical spelling; among duplicate keys the first counts.
    fileprivate var canonicalMembers: [ExactText: ExactText] {
        Dictionary(
            (object?.members ?? []).map { (ExactText($0.key), ExactText($0.value.canonicalText)) }
        ) { first, _ in first }
    }
}
