import DatasetFormats
import DatasetStore
import Engine
import Evaluation
import Review

/// The items of an evaluation, made of a dataset's samples as exports make rows.
struct EvaluationItems: Sendable {
    let tasks: [EvaluationTask]
    /// The runs that the samples are of.
    let runs: Set<RunID>
    /// Where the dataset has the result of a call.
    let record: [ContentHash: SampleID]
    /// What was left out, and why; a line each.
    let notes: [String]

    /// The same as long as the same is asked, offered and expected, in the same order.
    var contentHash: ContentHash { ContentHash(of: tasks.map(\.contentHash.hex).joined(separator: "\n")) }

    /// All tools that items offer, each once; a name stands for the same tool in every item.
    var tools: [Tool] {
        var known: Set<ToolName> = []
        return tasks.flatMap(\.tools).filter { known.insert($0.name).inserted }
    }
}

extension EvaluationItems {
    /// Reads the samples of a scope, one at a time.
    ///
    /// - Throws: ``CommandFailure`` where no item comes of them, ``ExportError`` when the options make no sense.
    init(_ options: ItemOptions, in dataset: Dataset) async throws {
        let scope = try await options.scope(in: dataset)
        var making = try TaskMaking(options.offer(named: dataset.name))
        var gathered = GatheredTasks()
        for try await sample in dataset.reviewedSamples(scope.filter) {
            gathered.add(making.tasks(of: sample), of: sample)
        }
        guard gathered.read > 0 else { throw try await dataset.nothing(in: scope, to: "evaluate") }
        if gathered.samples.isEmpty, let first = making.skipped.first {
            throw CommandFailure(
                ToolText.line(
                    "Nothing to evaluate: none of the \(gathered.read.samples) can be an item. \(first) Choose other "
                        + "samples, or mend these."))
        }
        let (drawn, conflicts) = gathered.drawn(options.count, seed: options.seed)
        var tasks: [EvaluationTask] = []
        for task in drawn {
            let label = try await dataset.label(of: task.sample).description
            tasks.append(EvaluationTask(task, label: label, index: tasks.count + 1))
        }
        self.tasks = tasks
        runs = Set(drawn.map(\.sample.run))
        record = gathered.record
        notes = Self.notes(making, conflicts)
    }

    private static func notes(_ making: TaskMaking, _ conflicts: [SampleID]) -> [String] {
        var notes = FirstSkipped.lines(of: making.skipped)
        if !making.refusals.isEmpty {
            notes.append(
                "\(making.refusals.count) irrelevance items were not made: too few other tools to offer.")
        }
        if !conflicts.isEmpty {
            notes.append(
                "\(conflicts.count.samples) left out: another run has other tools under the same names. Evaluate run by "
                    + "run, with --filter run:ID.")
        }
        return notes
    }
}

extension ItemOptions {
    private static let page = 500

    /// Why samples of the dataset are none of the items, by label, to be read after it.
    func others(than items: EvaluationItems, in dataset: Dataset) async throws -> [Truth.ID: String] {
        let known = Set(items.tasks.map(\.truth.id))
        var others: [Truth.ID: String] = [:]
        var offset = 0
        while true {
            let summaries = try await dataset.summaries(offset: offset, limit: Self.page)
            guard !summaries.isEmpty else { return others }
            offset += summaries.count
            for summary in summaries where !known.contains(summary.label.description) {
                others[summary.label.description] = reason(toLeaveOut: summary)
            }
        }
    }

    private func reason(toLeaveOut summary: SampleSummary) -> String {
        if summary.growth.isOpen { return "is not finished, so it is no item" }
        guard include == .accepted, summary.status != .accepted else {
            return "is not among the items that were chosen"
        }
        return asksForAll ? "is not accepted; --include all takes it too" : "is not accepted, so it is no item"
    }
}

/// What is kept of the samples: their outputs are not.
private struct GatheredTasks {
    private(set) var read = 0
    private(set) var samples: [(id: SampleID, tasks: [OfferedTask])] = []
    private(set) var record: [ContentHash: SampleID] = [:]

    mutating func add(_ tasks: [OfferedTask], of sample: ReviewedSample) {
        read += 1
        for call in sample.recordedCalls where record[call] == nil { record[call] = sample.id }
        if !tasks.isEmpty { samples.append((sample.id, tasks)) }
    }

    /// Some of the samples, by the seed, in their order; without those whose tools are others under the same names.
    func drawn(_ count: Int?, seed: UInt64) -> (tasks: [OfferedTask], conflicts: [SampleID]) {
        let ranked = samples.map(\.id).map { id in
            (rank: ContentHash(of: "\(seed)\n\(id.run.hash.hex)/\(id)").hex, id: id)
        }.sorted { $0.rank < $1.rank }
        let chosen = count.map { Set(ranked.prefix($0).map(\.id)) }
        var known: [ToolName: ContentHash] = [:]
        var (tasks, conflicts): ([OfferedTask], [SampleID]) = ([], [])
        for sample in samples where chosen?.contains(sample.id) != false {
            let tools = sample.tasks.flatMap(\.tools).map { ($0.name, $0.contentHash) }
            guard tools.allSatisfy({ known[$0.0] == nil || known[$0.0] == $0.1 }) else {
                conflicts.append(sample.id)
                continue
            }
            for (name, hash) in tools { known[name] = hash }
            tasks += sample.tasks
        }
        return (tasks, conflicts)
    }
}

/// The first of the samples that were left out, with their reasons.
private enum FirstSkipped {
    static func lines(of skipped: [SkippedSample]) -> [String] {
        guard !skipped.isEmpty else { return [] }
        let more = skipped.count > 3 ? ["  … and \(skipped.count - 3) more"] : []
        return ["\(skipped.count.samples) left out:"] + skipped.prefix(3).map { "  \($0)" } + more
    }
}
