import Engine

/// How far first and second readings of the same samples agree, question by question.
package struct AgreementSummary: Hashable, Sendable {
    /// How far the readings agree on whether one reason is given, over every sample that was read twice.
    package struct OfReason: Hashable, Sendable {
        package let reason: Reason
        package let figure: AgreementFigure
    }

    /// On accepted, rejected or skipped.
    package let decision: AgreementFigure
    /// On the primary reason, over the samples that both readings rejected.
    package let primaryReason: AgreementFigure
    /// On each reason that anybody gave, in the order of the codes.
    package let reasons: [OfReason]
    /// The samples with different decisions, in the order in which they were handed in.
    package let disagreements: [ReadTwice]
    /// How many of the second readings were made blind.
    package let blind: Int
    /// How many people read them, those whose readings are left out too.
    package let readers: Int
    /// How far every two readers agree on the decision.
    package let pairwise: PairwiseAgreement
    /// How many readings are compared in ``pairwise`` alone, since the sample has its two already.
    package let leftOut: Int
    /// How many decided samples are not read again, since they are edited and a further pass shows what was made.
    package let edited: Int

    /// How many samples were read twice.
    package var samples: Int { decision.samples }

    /// How many of the disagreements somebody settled.
    package var adjudicated: Int { disagreements.count { $0.adjudication != nil } }

    /// What the readings amount to.
    package init(of readings: [ReadTwice], edited: Int = 0) {
        var decisions = AgreementTable(labels: Opinion.statuses)
        var primaries = AgreementTable(labels: Reason.allCases)
        for reading in readings {
            let (first, second) = (reading.first.opinion, reading.second.opinion)
            decisions.add(first.status, second.status)
            if let one = first.reasons.first, let other = second.reasons.first {
                primaries.add(one.reason, other.reason)
            }
        }
        decision = AgreementFigure(decisions)
        primaryReason = AgreementFigure(primaries)
        reasons = Reason.allCases.compactMap { OfReason($0, in: readings) }
        disagreements = readings.filter { !$0.agrees }
        pairwise = PairwiseAgreement(of: readings)
        blind = readings.count(where: \.isBlind)
        readers = Set(readings.flatMap { [$0.first, $0.second] + $0.others }.map(\.reviewer)).count
        leftOut = readings.reduce(0) { $0 + $1.others.count }
        self.edited = edited
    }
}

extension AgreementSummary.OfReason {
    /// Nil where nobody gave the reason.
    fileprivate init?(_ reason: Reason, in readings: [ReadTwice]) {
        var table = AgreementTable(labels: [true, false])
        for reading in readings {
            table.add(reading.first.opinion.gives(reason), reading.second.opinion.gives(reason))
        }
        guard table.count(false, false) < table.samples else { return nil }
        self.init(reason: reason, figure: AgreementFigure(table))
    }
}

extension Opinion {
    fileprivate func gives(_ reason: Reason) -> Bool { reasons.contains { $0.reason == reason } }
}
