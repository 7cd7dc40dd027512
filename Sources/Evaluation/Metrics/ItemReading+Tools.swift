import Engine

/// What one item gives for one metric.
enum Measure: Hashable {
    case value(Double)
    /// A share that can also be added up over items.
    case counted(Tally)
    case omitted(Omission)
}

/// Which tools are called, whatever with.
extension ItemReading {
    /// |truth ∩ called| / |truth|, of sets of names.
    var toolRecall: Measure { found { Double($0.part) / Double($0.truth) } }

    /// |truth ∩ called| / |called|, of sets of names; 0 where nothing is called.
    var toolPrecision: Measure { found { $0.called > 0 ? Double($0.part) / Double($0.called) : 0 } }

    /// Harmonic mean of both.
    var toolF1: Measure { found { Double(2 * $0.part) / Double($0.truth + $0.called) } }

    /// |truth ∩ called| / |truth|, of multisets of names: each call counts.
    var callRecall: Measure {
        isIrrelevant ? .omitted(.irrelevant) : .counted(Tally(alignment.pairs.count, of: truth.calls.count))
    }

    /// |truth ∩ called| / |called|, of multisets of names; 0 where nothing is called.
    var callPrecision: Measure {
        guard !isIrrelevant else { return .omitted(.irrelevant) }
        return calls.isEmpty ? .value(0) : .counted(Tally(alignment.pairs.count, of: calls.count))
    }

    /// Harmonic mean of both.
    var callF1: Measure {
        let part = alignment.pairs.count
        return isIrrelevant ? .omitted(.irrelevant) : .value(Double(2 * part) / Double(truth.calls.count + calls.count))
    }

    /// Of the truth's tools, those with a call that worked.
    var successRate: Measure {
        guard !isIrrelevant else { return .omitted(.irrelevant) }
        let made = calls.filter { $0.call.outcome != nil }
        guard calls.isEmpty || !made.isEmpty else { return .omitted(.notMade) }
        let worked = Set(made.filter { $0.call.outcome == .worked }.map(\.name))
        let wanted = Set(wantedNames)
        return .value(Double(wanted.intersection(worked).count) / Double(wanted.count))
    }

    /// The longest common subsequence of the names, by the length of the truth; calls that need nothing of one another
    /// have no order.
    var chainOrder: Measure {
        guard !isIrrelevant else { return .omitted(.irrelevant) }
        guard truth.category != .parallel else { return .omitted(.independent) }
        let names = wantedNames
        return .counted(Tally(CallOrder.longestCommonSubsequence(names, calls.map(\.name)), of: names.count))
    }

    private var wantedNames: [CalledName] { truth.calls.map { .tool($0.tool) } }

    private typealias Sets = (part: Int, truth: Int, called: Int)

    private func found(_ share: (Sets) -> Double) -> Measure {
        guard !isIrrelevant else { return .omitted(.irrelevant) }
        let (wanted, called) = (Set(wantedNames), Set(calls.map(\.name)))
        return .value(share((wanted.intersection(called).count, wanted.count, called.count)))
    }
}
