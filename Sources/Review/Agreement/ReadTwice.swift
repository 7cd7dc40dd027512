import Engine

/// A sample that was judged twice: by two reviewers, or in two passes.
package struct ReadTwice: Hashable, Sendable, Identifiable {
    /// A verdict that nobody took back.
    package struct Reading: Hashable, Sendable {
        package let reviewer: String
        /// 1 for what anybody decides who sees all; more for a blind pass.
        package let pass: Int
        package let opinion: Opinion
        package let time: Timestamp

        package init(reviewer: String, pass: Int, opinion: Opinion, time: Timestamp) {
            self.reviewer = reviewer
            self.pass = pass
            self.opinion = opinion
            self.time = time
        }
    }

    package let id: SampleID
    /// What the sample is called in its dataset.
    package let label: String
    package let first: Reading
    package let second: Reading
    /// What settled it; nil while nobody did.
    package let adjudication: Reading?
    /// The newest readings of others, which only ``PairwiseAgreement`` compares.
    package let others: [Reading]

    package init(
        id: SampleID, label: String, first: Reading, second: Reading, adjudication: Reading? = nil,
        others: [Reading] = []
    ) {
        self.id = id
        self.label = label
        self.first = first
        self.second = second
        self.adjudication = adjudication
        self.others = others
    }

    /// Whether both come to the same status.
    package var agrees: Bool { first.opinion.status == second.opinion.status }

    /// Whether the second reading was made without knowing the first.
    package var isBlind: Bool { second.pass > 1 }
}

extension ReadTwice {
    /// From a sample's decisions, in the order in which they count; nil where there are not two readings of it.
    ///
    /// The first reading is the verdict that made the sample's status. The second is the earliest of a further pass;
    /// without one, the verdict before it, where another reviewer gave that and nothing was edited in between. A sample
    /// is one pair, however many read it, since the figures take samples for independent; the rest are `others`.
    /// A further pass shows the sample as it was made, so what is said in it is not compared where the sample is edited.
    /// What is decided after an adjudication is no reading any more.
    package init?(_ sample: SampleID, label: String, decisions: [Decision]) {
        let records = PassRecords(decisions)
        guard let last = records.verdict else { return nil }
        let further = records.isEdited ? [] : records.further
        if let blind = further.min(by: { $0.pass < $1.pass }) {
            self.init(
                id: sample, label: label, first: last, second: blind, adjudication: records.adjudication,
                others: records.verdictsBefore + further.filter { $0 != blind })
        } else if let earlier = records.verdictsBefore.last {
            self.init(
                id: sample, label: label, first: earlier, second: last, adjudication: records.adjudication,
                others: records.verdictsBefore.dropLast())
        } else {
            return nil
        }
    }
}
