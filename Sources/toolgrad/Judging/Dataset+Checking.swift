import DatasetStore
import Engine
import Explorer
import Review

/// A sample, and everything that was found in it.
struct CheckedSample {
    let sample: ReviewedSample
    /// Of checks that compute, of comparing samples, and of models; of every severity.
    let findings: [Finding]
    let judged: JudgedState
}

extension Dataset {
    /// Lets the checks look at every sample of a filter, in the order of the labels, each once where the filter does not
    /// ask for what they find; what they find is noted for lists.
    func check(_ filter: Filter, _ tell: (CheckedSample) async throws -> Void) async throws {
        let waiting = try await prepareCheck(of: filter)
        for try await sample in reviewedSamples(filter) {
            let own = sample.findings(from: .info)
            let judged = try await judgedState(of: sample)
            let certain = own + (judged.findings ?? [])
            if waiting.contains(sample.id) { try await note(certain.filter { $0.severity >= .warning }, in: sample) }
            let alike = try await earlierAlike(to: sample.id).map { [$0.finding] } ?? []
            try await tell(CheckedSample(sample: sample, findings: certain + alike, judged: judged))
        }
    }

    /// Sees to it that the samples before each one are known, so that it is known which of them it repeats; gives those
    /// of the filter that the checks have still to look at.
    private func prepareCheck(of filter: Filter) async throws -> Set<SampleID> {
        guard mode == .readWrite, !filter.asksForFindings else {
            // Likeness is known of samples that were looked at.
            try await prepare(for: QueueView(filter: filter.and(.condition(.duplicate))))
            return []
        }
        while try await indexMissing() > 0 {}
        try await lookAt(try await samplesWithoutFindings(before: filter))
        return Set(try await samplesWithoutFindings(filter))
    }

    /// Notes what was found in a sample; in one that was changed meanwhile, what the checks find now.
    private func note(_ findings: [Finding], in sample: ReviewedSample) async throws {
        let reading = try await reading(of: sample.id)
        if reading.sample == sample, try await note(findings, in: reading) { return }
        try await lookAt(sample.id)
    }
}
