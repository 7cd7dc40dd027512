import Engine
import Review

/// The samples that can be written and those that cannot, each in the order given.
struct SampleSorting {
    private(set) var ready: [ExportableSample] = []
    private(set) var skipped: [SkippedSample] = []

    /// Sorts; an objection is what else keeps a sample from being written in a format.
    init(_ samples: [ReviewedSample], objection: (ExportableSample) -> SkipReason? = { _ in nil }) {
        var tools: [RunID: ToolIndex] = [:]
        var seen: Set<SampleID> = []
        var tasks: [ContentHash: SampleID] = [:]
        for sample in samples {
            let index = tools[sample.id.run] ?? ToolIndex(sample.library)
            tools[sample.id.run] = index
            do throws(SkipReason) {
                guard seen.insert(sample.id).inserted else { throw .repeated }
                let candidate = try ExportableSample(sample, tools: index)
                if let reason = objection(candidate) { throw reason }
                if let first = tasks[candidate.task] { throw .equal(to: first) }
                tasks[candidate.task] = sample.id
                ready.append(candidate)
            } catch {
                skipped.append(SkippedSample(sample: sample.id, reason: error))
            }
        }
    }

    func requireSome(for format: String) throws(ExportError) {
        if ready.isEmpty { throw .nothingToExport(format: format, skipped: skipped) }
    }
}
