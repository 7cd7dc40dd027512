import Engine
import Review

/// Makes tasks of samples, with the rules by which exports make rows: effective workflows, the same offers, the same
/// samples left out.
package struct TaskMaking: Sendable {
    private let making: RowMaking
    private var indices: [RunID: ToolIndex] = [:]
    private var tasks: [ContentHash: SampleID] = [:]
    private let origins: Set<ToolOrigin>?
    /// The samples that are no task, and why.
    package private(set) var skipped: [SkippedSample] = []
    /// The tasks that were asked for beside a sample's own and could not be made.
    package private(set) var refusals: [RowRefusal] = []

    /// Of the options, the offer, the share of irrelevance, the origins and the seed count.
    ///
    /// - Throws: ``ExportError`` when the options make no sense.
    package init(_ options: ExportOptions) throws(ExportError) {
        try options.check()
        // The OpenAI shape leaves out no sample for what its readers could not hold.
        making = RowMaking(for: .openai, options, order: SeededOrder(seed: options.seed))
        origins = options.origins
    }

    /// The tasks of a sample: its own, and one in which nothing can help where the seed picks it.
    ///
    /// Of samples that are the same task the first one counts. What is left out is named in ``skipped``.
    package mutating func tasks(of sample: ReviewedSample) -> [OfferedTask] {
        do throws(SkipReason) {
            let candidate = try ExportableSample(sample, tools: index(of: sample))
            if let origins, let step = candidate.workflow.steps.first(where: { !origins.contains($0.origin) }) {
                throw .origin(step.origin, step: step.number)
            }
            if let first = tasks[candidate.task] { throw .equal(to: first) }
            let made = try making.made(for: candidate, among: sample.library)
            tasks[candidate.task] = sample.id
            refusals += made.refusals
            return made.rows.map { OfferedTask($0, of: candidate) }
        } catch {
            skipped.append(SkippedSample(sample: sample.id, reason: error))
            return []
        }
    }

    private mutating func index(of sample: ReviewedSample) -> ToolIndex {
        if let known = indices[sample.id.run] { return known }
        let index = ToolIndex(sample.library)
        indices[sample.id.run] = index
        return index
    }
}
