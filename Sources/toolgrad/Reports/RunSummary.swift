import DatasetStore
import Engine
import Review

/// What a run came to, beside the runs of the same dataset that differ from it only in their gradient memory.
struct RunSummary {
    private let path: String
    /// The run that was asked for comes first.
    private let columns: [SummaryColumn]

    /// Reads every sample of the runs, one at a time.
    init(_ growth: Growth, path: String) async throws {
        self.path = path
        let runs = try await growth.dataset.runs()
        let own = runs.filter { $0.id == growth.generator.run }
        let others = runs.filter { run in own.contains(where: run.isAblation) }
        var columns: [SummaryColumn] = []
        for run in own + others {
            var figures = RunFigures(of: growth.generator.library.byName)
            for try await sample in growth.dataset.reviewedSamples(SampleFilter(run: run.id)) {
                figures.add(sample.state)
            }
            columns.append(SummaryColumn(run: run, figures: figures))
        }
        self.columns = columns
    }

    /// Samples that stopped before their end.
    var interrupted: Int { columns.first?.figures.interrupted ?? 0 }

    var text: String {
        guard let own = columns.first else { return "" }
        let lines = own.rows.indices.map { row in
            let cells = columns.map { $0.rows[row].value }
            let shown = zip(columns, cells).map { column, cell in cell.padded(to: column.width + 2) }.joined()
            return "  \(own.rows[row].title.padded(to: 15))\(shown)".trimmingSpaces
        }
        return (["Run \(own.run.id) in \(path)"] + lines + comparisons).joined(separator: "\n")
    }

    /// How the run differs from the ones beside it.
    private var comparisons: [String] {
        guard let own = columns.first else { return [] }
        return columns.dropFirst().map { other in
            let (mine, theirs) = (own.figures.usage.failedTrials, other.figures.usage.failedTrials)
            let change = "\(abs(theirs - mine).percent(of: theirs)) \(mine <= theirs ? "fewer" : "more")"
            return "  Same seeds, gradient memory \(own.run.plan.gradientMemory) against "
                + "\(other.run.plan.gradientMemory): \(change) failed trials."
        }
    }
}

/// The figures of one run, as a summary shows them.
struct SummaryColumn {
    struct Row {
        let title: String
        let value: String

        init(_ title: String, _ value: String) {
            self.title = title
            self.value = value
        }
    }

    let run: StoredRun
    let figures: RunFigures
    let rows: [Row]

    init(run: StoredRun, figures: RunFigures) {
        self.run = run
        self.figures = figures
        rows =
            [Row("memory", "\(run.plan.gradientMemory) gradients (run \(run.id))")]
            + Self.growth(of: figures, requested: run.requested) + Self.data(of: figures.data)
    }

    var width: Int { rows.map(\.value.count).max() ?? 0 }

    private static func growth(of figures: RunFigures, requested: Int) -> [Row] {
        let samples = figures.samples
        let causes = figures.noOps.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        return [
            Row(
                "samples",
                "\(figures.completed) complete, \(figures.finished - figures.completed) without a query, "
                    + "\(figures.interrupted) unfinished, of \(requested)"),
            Row(
                "steps", "\(figures.steps.per(samples)) a sample, \(figures.steps.per(figures.iterations)) an iteration"
            ),
            Row("chains", "\(figures.chains.per(samples)) a sample"),
            Row("iterations", "\(figures.iterations.per(samples)) a sample, \(figures.iterations) in all"),
            Row("no-ops", "\(figures.stalled)\(causes.isEmpty ? "" : ": " + causes.joined(separator: ", "))"),
            Row(
                "failed trials",
                "\(figures.usage.failedTrials) of \(figures.trials), \(figures.usage.failedTrials.percent(of: figures.trials))"
            ),
            Row("tool calls", "\(figures.usage.toolCalls.per(samples)) a sample, \(figures.usage.failedCalls) failed"),
            Row("model calls", "\(figures.usage.modelCalls)"),
        ]
    }

    private static func data(of data: DataFigures) -> [Row] {
        let sources = data.sources.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.value) from \($0.key == "none" ? "nowhere" : $0.key)" }
        let beginning = data.commonestBeginning.map { "\($0.count.percent(of: data.samples)), \"\($0.words) …\"" }
        return [
            Row("two steps", "\(data.samplesOfTwoSteps) of \(data.samples) samples have at least two"),
            Row(
                "dependencies",
                "in \(data.dependentSamples.percent(of: data.samples)) of samples, "
                    + "\(data.dependentLaterSteps.percent(of: data.laterSteps)) of later steps"),
            Row("arguments", sources.isEmpty ? "–" : sources.joined(separator: ", ")),
            Row("tools named", "in \(data.leakingQueries) queries"),
            Row("alike", "\(data.alike) samples"),
            Row("beginnings", "the commonest four words: \(beginning ?? "–")"),
        ]
    }
}

extension StoredRun {
    /// Whether it is as complete as another run, and differs from it in nothing but the gradient memory.
    fileprivate func isAblation(of other: StoredRun) -> Bool {
        var plan = plan
        plan.gradientMemory = other.plan.gradientMemory
        return id != other.id && plan == other.plan && planner == other.planner && finished == other.finished
    }
}

extension Int {
    /// With two decimal places: `6.04`.
    fileprivate func per(_ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let hundredths = (200 * self + whole) / (2 * whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// With one decimal place: `11.4 %`.
    fileprivate func percent(of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (2000 * self + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }

    /// Without spaces at its end.
    fileprivate var trimmingSpaces: String {
        String(self[...(lastIndex { $0 != " " } ?? startIndex)])
    }
}
