/// How well a check tells faults from what is right, on labelled cases.
package struct CheckMeasure: Hashable, Sendable {
    package let check: String
    package let version: Int
    /// Faults that were found, at the right place.
    package private(set) var found = 0
    /// Faults that were not.
    package private(set) var missed: [String] = []
    /// What is right, and was left alone.
    package private(set) var spared = 0
    /// What is right, and was taken for a fault.
    package private(set) var falseAlarms: [String] = []

    /// Runs the check over its cases; findings of severity info do not count as found.
    package init(of check: some Check, on set: LabelledSet) {
        self.check = check.name
        version = check.version
        for one in set.cases {
            let findings = check.findings(in: CheckSubject(one.sample)).filter { $0.severity > .info }
            let isRight = findings.contains { one.target == nil || $0.target == one.target }
            switch (one.isFault, one.isFault ? isRight : !findings.isEmpty) {
            case (true, true): found += 1
            case (true, false): missed.append(one.name)
            case (false, true): falseAlarms.append(one.name)
            case (false, false): spared += 1
            }
        }
    }

    /// What is found by comparing samples, on labelled pairs.
    package init(of pairs: LabelledPairs) {
        check = "duplicate"
        version = 1
        let measure = pairs.measure
        found = measure.found.count
        missed = measure.missed
        falseAlarms = measure.falseAlarms
        spared = pairs.pairs.count - found - missed.count - falseAlarms.count
    }

    package var cases: Int { found + missed.count + spared + falseAlarms.count }

    /// The share of what it found that are faults; nil where it found nothing.
    package var precision: Double? { share(found, of: found + falseAlarms.count) }

    /// The share of the faults that it found; nil where there are none.
    package var recall: Double? { share(found, of: found + missed.count) }

    private func share(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole)
    }
}
