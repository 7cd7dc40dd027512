import DatasetStore
import Engine
import Review

/// What a run came to: counts over all of its samples.
struct RunSummary {
    private(set) var finished = 0
    private(set) var completed = 0
    /// Samples that stopped before their end.
    private(set) var interrupted = 0
    private var iterations = 0
    private var noOps: [String: Int] = [:]
    private var steps = 0
    private var chains = 0
    private var trials = 0
    private var usage = Usage()
    private let path: String
    private let run: RunID
    private let requested: Int

    /// Reads every sample of the run, one at a time.
    init(_ growth: Growth, path: String) async throws {
        self.path = path
        run = growth.generator.run
        requested = growth.count
        for try await sample in growth.dataset.reviewedSamples(SampleFilter(run: run)) { add(sample.state) }
    }

    private mutating func add(_ state: RunState) {
        switch state.outcome {
        case .completed:
            finished += 1
            completed += 1
        case .synthesisFailed, .nothingGrown: finished += 1
        case nil: interrupted += 1
        }
        iterations += state.iterations.count
        steps += state.workflow.steps.count
        chains += state.workflow.chains.count
        trials += state.iterations.reduce(0) { $0 + $1.trials.count }
        usage = usage + state.usage
        for case .stalled(let cause) in state.iterations.compactMap(\.outcome) { noOps[cause.title, default: 0] += 1 }
    }

    var text: String {
        let causes = noOps.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        let stalled = noOps.values.reduce(0, +)
        return """
            Run \(run) in \(path)
              samples      \(completed) complete, \(finished - completed) without a query, \
            \(interrupted) unfinished, of \(requested)
              chains       \(per(chains)) a sample     steps \(per(steps)) a sample, \(perIteration(steps)) an iteration
              iterations   \(iterations), \(stalled) no-op\(causes.isEmpty ? "" : ": " + causes.joined(separator: ", "))
              trials       \(trials), \(usage.failedTrials) failed
              tool calls   \(usage.toolCalls) (\(per(usage.toolCalls)) a sample), \(usage.failedCalls) failed
              model calls  \(usage.modelCalls)
            """
    }

    private func per(_ count: Int) -> String { ratio(count, finished + interrupted) }

    private func perIteration(_ count: Int) -> String { ratio(count, iterations) }

    private func ratio(_ count: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let hundredths = (200 * count + whole) / (2 * whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
