import Engine

/// What is called with what, and whether anything should be.
extension ItemReading {
    /// Of the truth's calls, those made exactly; a call of the prediction stands for one of them.
    var callExactMatch: Measure {
        isIrrelevant
            ? .omitted(.irrelevant)
            : .counted(Tally(alignment.pairs.count(where: \.isSame), of: truth.calls.count))
    }

    /// Of the arguments of the truth's calls that have a partner, those with the same value.
    ///
    /// The arguments at the top of a call count, each once, whatever is inside.
    var argumentAccuracy: Measure {
        guard !isIrrelevant else { return .omitted(.irrelevant) }
        let matches = alignment.pairs.map(\.matches)
        let tally = Tally(matches.reduce(0) { $0 + $1.part }, of: matches.reduce(0) { $0 + $1.whole })
        return tally.whole > 0 ? .counted(tally) : .omitted(.nothingAligned)
    }

    /// 1 where the calls are the truth's by the leaderboard's comparison.
    var astAccuracy: Measure {
        guard !isIrrelevant else { return .omitted(.irrelevant) }
        return .value(SyntaxMatch(tools: tools).matches(truth.calls, calls) ? 1 : 0)
    }

    /// Of the calls, those to an offered tool with arguments that fit; a name that was not offered fits nothing.
    var schemaValid: Measure {
        guard !calls.isEmpty else { return .omitted(.noCalls) }
        let known = fits.filter { $0 != .unknown }
        guard !known.isEmpty else { return .omitted(.noSchema) }
        return .counted(Tally(known.count { $0 == .valid }, of: known.count))
    }

    /// Of the calls, those to names that were not offered.
    var hallucinatedCalls: Measure {
        guard !calls.isEmpty else { return .omitted(.noCalls) }
        return .counted(Tally(fits.count { $0 == .hallucinated }, of: calls.count))
    }

    /// 1 where a call is needed and there is one.
    var relevance: Measure {
        isIrrelevant ? .omitted(.irrelevant) : .value(calls.isEmpty ? 0 : 1)
    }

    /// 1 where no tool can help and none is called; a prediction that is missing is no such insight.
    var irrelevance: Measure {
        isIrrelevant ? .value(calls.isEmpty && problem == nil ? 1 : 0) : .omitted(.relevant)
    }
}
