import Engine
import Review

/// What a merge brought over.
package struct MergeReport: Hashable, Sendable {
    package internal(set) var runs = RunCounts()
    package internal(set) var samples = SampleCounts()
    package internal(set) var decisions = DecisionCounts()
    package internal(set) var artefacts = 0
    /// The studies of the other file that are not here; a merge leaves studies where they are.
    package internal(set) var studiesLeft: [StoredStudy] = []
    /// What the other file notes on studies, and this one does not or otherwise; it stays with their items.
    package internal(set) var studyNotesLeft: [StudyNote] = []
    /// The bytes of texts and outputs that were written.
    package internal(set) var bytes = 0
    /// How labels change, in the order of the other file's; one that stays the same is there too.
    package internal(set) var labels: [LabelShift] = []
    /// The samples that were left out, at most ``mostNamed``.
    package internal(set) var refusals: [Refusal] = []
    /// The decisions that were left out, at most ``mostNamed``.
    package internal(set) var decisionRefusals: [DecisionRefusal] = []
    /// How many samples the two files judge differently.
    package var disagreementCount: Int { disagreed.count }

    /// By sample.
    private var disagreed: [SampleID: Disagreement] = [:]

    /// How many of a kind are named; the others are only counted.
    package static let mostNamed = 1_000

    package struct RunCounts: Hashable, Sendable {
        package internal(set) var new = 0
        package internal(set) var known = 0
    }

    package struct SampleCounts: Hashable, Sendable {
        package internal(set) var new = 0
        /// Both files have the same events, or this one has more of them.
        package internal(set) var same = 0
        /// The other file had more events.
        package internal(set) var extended = 0
        package internal(set) var refused = 0
    }

    package struct DecisionCounts: Hashable, Sendable {
        package internal(set) var new = 0
        package internal(set) var known = 0
        /// Those on refused samples.
        package internal(set) var refused = 0
    }

    /// What an artefact says of a study as a whole.
    package struct StudyNote: Hashable, Sendable {
        /// Of an evaluation its figures, of a baseline how many samples it should have.
        package let kind: StudyKind
        package let study: RunID
    }

    /// A sample of which nothing was written, since the two files do not agree on it.
    package struct Refusal: Hashable, Sendable {
        package let sample: SampleID
        /// What the other file calls it.
        package let label: SampleLabel
        package let reason: String
    }

    /// A sample that was accepted in one file and rejected in the other; both decisions are kept.
    package struct Disagreement: Hashable, Sendable {
        package let sample: SampleID
        /// What it is called here.
        package let label: SampleLabel
        /// The last verdict that only this file had.
        package let here: Verdict
        /// The last verdict that only the other file had.
        package let there: Verdict
        /// What the sample is now.
        package let counts: ReviewState.Status
    }

    /// Samples that follow each other in both files, by the numbers of their labels.
    package struct LabelShift: Hashable, Sendable {
        package let old: ClosedRange<Int>
        /// The number that the first of them has now.
        package let new: Int

        package var isSame: Bool { old.lowerBound == new }
    }
}

extension MergeReport {
    mutating func add(_ adoption: Adoption, of sample: SampleID, labelled label: SampleLabel) {
        bytes += adoption.bytes
        switch adoption.growth {
        case .new: samples.new += 1
        case .same: samples.same += 1
        case .extended: samples.extended += 1
        case .refused(let reason):
            samples.refused += 1
            if refusals.count < Self.mostNamed {
                refusals.append(Refusal(sample: sample, label: label, reason: reason))
            }
        }
        if let number = adoption.number { shift(label.number, to: number) }
    }

    mutating func add(_ taken: TakenDecisions) {
        decisions.new += taken.counts.new
        decisions.known += taken.counts.known
        decisions.refused += taken.counts.refused
        decisionRefusals += taken.refusals.prefix(max(0, Self.mostNamed - decisionRefusals.count))
        // A later part of the journal knows better.
        for (sample, disagreement) in taken.verdicts { disagreed[sample] = disagreement }
        bytes += taken.bytes
    }

    /// The samples that the two files judge differently, at most ``mostNamed``, in the order of their labels here.
    package var disagreements: [Disagreement] {
        Array(disagreed.values.sorted { $0.label < $1.label }.prefix(Self.mostNamed))
    }

    mutating func refuse(_ sample: SampleID, labelled label: SampleLabel, _ reason: String) {
        add(Adoption(growth: .refused(reason)), of: sample, labelled: label)
    }

    private mutating func shift(_ old: Int, to new: Int) {
        guard let last = labels.last else { return labels.append(LabelShift(old: old...old, new: new)) }
        let offset = last.new &- last.old.lowerBound
        // A branch has the number of what it branched from.
        if last.old.contains(old), new &- old == offset { return }
        if old == last.old.upperBound &+ 1, new &- old == offset {
            labels[labels.count - 1] = LabelShift(old: last.old.lowerBound...old, new: last.new)
        } else {
            labels.append(LabelShift(old: old...old, new: new))
        }
    }
}
