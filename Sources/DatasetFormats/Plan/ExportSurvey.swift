import Engine
import Review

/// The first look at the samples of an export: which can be written, and where each belongs.
///
/// Keeps about 1.5 KB of each sample, most of it the sketch of its query: what is alike stays on one side of the split.
package struct ExportSurvey: Sendable {
    private let name: ExportFormatName
    private let options: ExportOptions
    private var tools: [RunID: ToolIndex] = [:]
    private var ready: [SampleFacts] = []
    private var readyIDs: Set<SampleID> = []
    private var tasks: [ContentHash: SampleID] = [:]
    private var clusters = LikenessClusters()
    private var toolNames: Set<ToolName> = []
    private var skipped: [SkippedSample] = []

    /// - Throws: ``ExportError`` when the options make no sense.
    package init(_ name: ExportFormatName, _ options: ExportOptions) throws(ExportError) {
        try options.check()
        self.name = name
        self.options = options
    }

    /// Takes one sample and what checks found in it; the second look has to give them in the same order.
    package mutating func add(_ sample: ReviewedSample, findings: [Finding] = []) {
        do throws(SkipReason) {
            guard !readyIDs.contains(sample.id) else { throw .repeated }
            let candidate = try ExportableSample(sample, tools: index(of: sample))
            try check(candidate, findings)
            if let reason = name.format.objection(to: candidate) { throw reason }
            let facts = SampleFacts(candidate)
            if let first = tasks[facts.task] { throw .equal(to: first) }
            tasks[facts.task] = sample.id
            readyIDs.insert(sample.id)
            ready.append(facts)
            clusters.add(sample.id, query: candidate.query, calls: candidate.workflow.steps.map(\.call))
            let offersWholeLibrary = name.takesOfferedTools && options.offersWholeLibrary
            toolNames.formUnion((offersWholeLibrary ? sample.library : candidate.pool).map(\.name))
        } catch {
            skipped.append(SkippedSample(sample: sample.id, reason: error))
        }
    }

    /// What the second look writes.
    ///
    /// - Throws: ``ExportError`` when no sample is left.
    package func plan() throws(ExportError) -> ExportPlan {
        guard !ready.isEmpty else { throw .nothingToExport(format: name.rawValue, skipped: skipped) }
        let order = SeededOrder(seed: options.seed)
        return ExportPlan(
            name: name, options: options, names: name.format.renamesTools ? PortableNames(toolNames) : .unchanged,
            order: order,
            split: TrainTestSplit(ready, clusters, share: options.split, order: order), ready: readyIDs,
            fileNames: WorkflowFileNames(ready), comparisonsLeftOut: clusters.skippedComparisons, skipped: skipped)
    }

    private func check(_ sample: ExportableSample, _ findings: [Finding]) throws(SkipReason) {
        if let gate = options.gate {
            let checks = Set(findings.filter { $0.severity >= gate }.map(\.check)).sorted()
            guard checks.isEmpty else { throw .found(checks) }
        }
        if let origins = options.origins,
            let step = sample.workflow.steps.first(where: { !origins.contains($0.origin) })
        {
            throw .origin(step.origin, step: step.number)
        }
    }

    private mutating func index(of sample: ReviewedSample) -> ToolIndex {
        if let known = tools[sample.id.run] { return known }
        let index = ToolIndex(sample.library)
        tools[sample.id.run] = index
        return index
    }
}

/// What the plan has to know of a sample.
struct SampleFacts {
    let id: SampleID
    let seed: UInt64
    let iterations: Int
    let batch: Int
    let task: ContentHash

    init(_ sample: ExportableSample) {
        id = sample.id
        seed = sample.seed
        iterations = sample.plan?.iterations ?? 0
        batch = sample.plan?.batch ?? 0
        task = sample.task
    }
}
