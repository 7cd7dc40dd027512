import DatasetStore
import DisplaySafety
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
        let others = runs.filter { run in own.contains { run.isAblation(of: $0, growth.generator) } }
        var columns: [SummaryColumn] = []
        for run in own + others {
            var figures = RunFigures(of: growth.generator.library.byName)
            for try await sample in growth.dataset.reviewedSamples(Filter(run: run.id)) { figures.add(sample) }
            columns.append(SummaryColumn(run: run, figures: figures))
        }
        self.columns = columns
    }

    /// Samples that stopped before their end.
    var interrupted: Int {
        (columns.first?.figures).map { $0.interrupted + $0.branches - $0.finishedBranches } ?? 0
    }

    var text: String {
        guard let own = columns.first else { return "" }
        let titles = columns.flatMap(\.rows).map(\.title).uniqued
        let lines = titles.map { title in
            let cells = columns.map { column in
                (column.rows.first { $0.title == title }?.value ?? "0").padded(to: column.width + 2)
            }
            return "  \(title.padded(to: (titles.map(\.count).max() ?? 0) + 2))\(cells.joined())".trimmingEnd
        }
        let guidance = own.run.plan.guidance.notes.enumerated().map { "  guidance \($0 + 1)  \(SafeText($1).plain)" }
        return (["Run \(own.run.id) in \(path)"] + guidance + lines + comparisons + problems).joined(separator: "\n")
    }

    /// Why stages of the run had no answer, the commonest first.
    private var problems: [String] {
        let all = (columns.first?.figures.problems ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return all.prefix(3).map { "  \($0.value) times: \(SafeText(String($0.key.prefix(300))).plain)" }
    }

    /// How the run differs from the ones beside it.
    private var comparisons: [String] {
        guard let own = columns.first else { return [] }
        return columns.dropFirst().flatMap { other in
            let failed = (own.figures.usage.failedTrials, other.figures.usage.failedTrials)
            let alike = own.figures.data.alike(to: other.figures.data)
            return [
                "  Same seeds, gradient memory \(own.run.plan.gradientMemory) against "
                    + "\(other.run.plan.gradientMemory): \(failed.0) failed trials against \(failed.1)"
                    + "\(Self.change(from: failed.1, to: failed.0)).",
                "  \(alike) samples of the two runs are alike: an export writes one of each pair of equal ones.",
            ]
        }
    }

    private static func change(from earlier: Int, to later: Int) -> String {
        guard earlier > 0, earlier != later else { return "" }
        return ", \(abs(earlier - later).percent(of: earlier)) \(later < earlier ? "fewer" : "more")"
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
            [Row("gradient memory", "\(run.plan.gradientMemory) (run \(run.id))")]
            + Self.growth(of: figures, requested: run.requested) + Self.data(of: figures.data)
    }

    var width: Int { rows.map(\.value.count).max() ?? 0 }

    private static func growth(of figures: RunFigures, requested: Int) -> [Row] {
        let samples = figures.samples
        let ends = [
            Row("samples complete", "\(figures.completed) of \(requested)"),
            Row("  without a query", "\(figures.finished - figures.completed)"),
            Row("  unfinished", "\(figures.interrupted)"),
        ]
        let sizes = [
            Row("steps a sample", figures.steps.per(samples)),
            Row("steps an iteration", figures.steps.per(figures.iterations)),
            Row("chains a sample", figures.chains.per(samples)),
            Row("iterations a sample", figures.iterations.per(samples)),
        ]
        return ends + branches(of: figures) + sizes + noOps(of: figures) + trials(of: figures) + models(of: figures)
    }

    private static func noOps(of figures: RunFigures) -> [Row] {
        let causes = figures.noOps.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return [Row("no-ops", "\(figures.stalled) of \(figures.iterations) iterations")]
            + causes.map { Row("  \($0.key)", "\($0.value)") }
    }

    private static func trials(of figures: RunFigures) -> [Row] {
        let usage = figures.usage
        return [
            Row(
                "failed trials",
                "\(usage.failedTrials) of \(figures.trials), \(usage.failedTrials.percent(of: figures.trials))"),
            Row("tool calls", shares(usage.toolCalls, of: figures)),
            Row("  failed", "\(usage.failedCalls) of \(usage.toolCalls)"),
        ] + denied(figures.deniedCalls)
    }

    private static func branches(of figures: RunFigures) -> [Row] {
        guard figures.branches > 0 else { return [] }
        return [Row("branches complete", "\(figures.finishedBranches) of \(figures.branches), in no other figure")]
    }

    private static func denied(_ count: Int) -> [Row] {
        count == 0 ? [] : [Row("  denied", "\(count): nobody was there to allow them, or a limit was met")]
    }

    /// What models were asked and what it cost.
    private static func models(of figures: RunFigures) -> [Row] {
        let usage = figures.usage
        guard usage.modelCalls > 0 else { return [Row("model calls", "0")] }
        var rows = [
            Row("model calls", shares(usage.modelCalls, of: figures)),
            Row("  sent again", "\(usage.retries)"),
            Row("tokens", shares(usage.tokens, of: figures)),
            Row("  in and out", "\(usage.promptTokens) and \(usage.completionTokens)"),
        ]
        if usage.estimatedCalls > 0 { rows.append(Row("  estimated", "in \(usage.estimatedCalls) model calls")) }
        return rows + [Row("cost", cost(of: figures))]
    }

    /// A count, and how much of it falls to each sample, each step that is kept, and each accepted sample.
    private static func shares(_ count: Int, of figures: RunFigures) -> String {
        var text = "\(count): \(count.per(figures.samples)) a sample, \(count.per(figures.steps)) a step"
        if figures.accepted > 0 { text += ", \(count.per(figures.accepted)) an accepted sample" }
        return text
    }

    private static func cost(of figures: RunFigures) -> String {
        let usage = figures.usage
        guard usage.unpricedCalls < usage.modelCalls else { return "unknown: no price is set for the model" }
        var text =
            "\(usage.costText): \(usage.cost.per(figures.samples)) a sample, \(usage.cost.per(figures.steps)) a step"
        if figures.accepted > 0 { text += ", \(usage.cost.per(figures.accepted)) an accepted sample" }
        return text
    }

    private static func data(of data: DataFigures) -> [Row] {
        let sources = data.sources.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.filter { $0.key != "none" }
        let beginning = data.commonestBeginning.map { "\($0.count.percent(of: data.samples)), \($0.words)" }
        return [
            Row("with two steps or more", "\(data.samplesOfTwoSteps) samples"),
            Row("that use an output", "\(data.dependentSamples.percent(of: data.samples)) of samples"),
            Row("  of steps but first", data.dependentLaterSteps.percent(of: data.laterSteps)),
        ] + sources.map { Row("arguments from \($0.key)", "\($0.value)") } + [
            Row("arguments from nowhere", "\(data.sources["none"] ?? 0)"),
            Row("queries naming a tool", "\(data.leakingQueries)"),
            Row("samples alike", "\(data.alike)"),
            Row("commonest four words", beginning ?? "–"),
        ]
    }
}

extension StoredRun {
    /// Whether it is the other run with another gradient memory: of the same tools and planner, and as complete.
    fileprivate func isAblation(of other: StoredRun, _ generator: Generator) -> Bool {
        var plan = other.plan
        plan.gradientMemory = self.plan.gradientMemory
        return id != other.id && id == generator.run(planned: plan) && finished == other.finished
    }
}

extension Money {
    /// What falls to each of so many.
    fileprivate func per(_ whole: Int) -> String {
        whole > 0 ? "\(Money(nanodollars: nanodollars / Int64(whole)))" : "–"
    }
}

extension [String] {
    /// Each once, in the order of their first appearance.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
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
    fileprivate var trimmingEnd: String {
        String(self[...(lastIndex { $0 != " " } ?? startIndex)])
    }
}
