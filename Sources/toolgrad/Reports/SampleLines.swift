import DatasetStore
import Engine

/// Prints the finished samples of a run as lines for machines, in the order of their indices.
///
/// A sample that finishes early waits for those before it, so that the output does not depend on the concurrency. A
/// line is printed only after its sample is on disk.
actor SampleLines {
    private let growth: Growth
    private var finished: Set<Int> = []
    private var next = 1
    private var isPrinting = false

    init(_ growth: Growth) {
        self.growth = growth
    }

    /// Prints what an earlier start of the same run has finished.
    func begin() async throws {
        finished = try await growth.dataset.finishedIndices(of: growth.generator.run)
        try await printReady()
    }

    func finished(_ event: RecordedEvent) async throws {
        guard case .finished = event.event, event.sample.branch.isEmpty else { return }
        finished.insert(event.sample.index)
        try await printReady()
    }

    /// Prints what still waits for samples that will not finish any more.
    func flush() async throws {
        while let index = finished.min() {
            next = index
            try await printReady()
        }
    }

    /// One task prints at a time: an actor lets others in while it waits, and they would overtake.
    private func printReady() async throws {
        guard !isPrinting else { return }
        isPrinting = true
        defer { isPrinting = false }
        while finished.remove(next) != nil, next <= growth.count {
            let index = next
            next += 1
            let sample = SampleID(run: growth.generator.run, index: index)
            let reviewed = try await growth.dataset.reviewedSample(sample)
            let label = try await growth.dataset.label(of: sample).description
            let line = SampleLine(sample: reviewed, label: label).json.compactText + "\n"
            try Output.data.write(line)
        }
    }
}
