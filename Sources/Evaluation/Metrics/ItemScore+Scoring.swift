import Engine

extension ItemScore {
    /// Holds a prediction against its truth; nil for a prediction that is missing, which is wrong wherever it counts.
    ///
    /// `tools` are the definitions of those offered. Without a judge's verdict the judged metrics are left out.
    package init(
        _ prediction: Prediction?, against truth: Truth, tools: [ToolName: Tool], quality: QualityVerdict? = nil,
        solved: SolvedVerdict? = nil
    ) {
        let reading = ItemReading(prediction, against: truth, tools: tools)
        let mistakes = reading.mistakes
        var (figures, omissions, tallies): ([Metric: Double], [Metric: Omission], [Metric: Tally]) = ([:], [:], [:])
        for metric in Metric.allCases {
            switch reading.measure(metric, mistakes, quality, solved) {
            case .value(let value): figures[metric] = value
            case .counted(let tally):
                figures[metric] = tally.share
                tallies[metric] = tally
            case .omitted(let omission): omissions[metric] = omission
            }
        }
        self.init(
            id: truth.id, category: truth.category, figures: figures, omissions: omissions, tallies: tallies,
            mistakes: mistakes)
    }
}

extension ItemReading {
    fileprivate func measure(
        _ metric: Metric, _ mistakes: [Mistake], _ quality: QualityVerdict?, _ solved: SolvedVerdict?
    ) -> Measure {
        switch metric {
        case .right: .value(mistakes.contains(where: \.isFault) ? 0 : 1)
        case .toolRecall: toolRecall
        case .toolPrecision: toolPrecision
        case .toolF1: toolF1
        case .callRecall: callRecall
        case .callPrecision: callPrecision
        case .callF1: callF1
        case .successRate: successRate
        case .callExactMatch: callExactMatch
        case .argumentAccuracy: argumentAccuracy
        case .astAccuracy: astAccuracy
        case .chainOrder: chainOrder
        case .schemaValid: schemaValid
        case .hallucinatedCalls: hallucinatedCalls
        case .relevance: relevance
        case .irrelevance: irrelevance
        case .quality: judged(quality?.quality)
        case .solved: judged(solved?.share)
        }
    }

    /// An item that no tool can help is not put before a judge.
    private func judged(_ value: Double?) -> Measure {
        isIrrelevant ? .omitted(.irrelevant) : value.map(Measure.value) ?? .omitted(.notJudged)
    }
}

extension SolvedVerdict {
    /// What StableToolBench counts it as.
    package var share: Double {
        switch self {
        case .solved: 1
        case .unsure: 0.5
        case .unsolved: 0
        }
    }
}
