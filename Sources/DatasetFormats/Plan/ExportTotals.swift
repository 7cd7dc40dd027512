import Engine

/// Counts over all that was written; a fixed size, however many samples there are.
package struct ExportTotals: Sendable {
    /// Samples that were written.
    package private(set) var samples = 0
    private(set) var edited = 0
    private(set) var planners: Set<String> = []
    /// The runs that the written samples come from.
    private(set) var runs: Set<RunID> = []
    /// Rows to train on and to test on.
    package private(set) var rows: [ExportPart: Int] = [:]
    /// Rows by what they teach.
    package private(set) var kinds: [RowKind: Int] = [:]
    /// Samples by how many steps they have.
    private(set) var steps: [Int: Int] = [:]
    /// Samples by how many chains they have.
    private(set) var chains: [Int: Int] = [:]
    private(set) var origins: [ToolOrigin: Int] = [:]
    /// Steps by tool.
    private(set) var tools: [ToolName: Int] = [:]
    /// Tools that a row could have offered.
    private(set) var offered: Set<ToolName> = []
    /// Samples that were left out.
    package private(set) var skipped = 0
    /// Rows that were asked for and could not be made, by why.
    package private(set) var refusals: [String: Int] = [:]
    /// Samples that were left out, by why.
    package private(set) var reasons: [String: Int] = [:]
    /// Rows that offer fewer tools than were asked for, since there are no more.
    package private(set) var offeredFewer = 0
    /// Rows with outputs that were cut.
    package private(set) var cutRows = 0
    /// Comparisons of samples that were left out, so that samples that are alike may stand on both sides of the split.
    package let comparisonsLeftOut: Int
    /// How many tools a row was to offer.
    private let candidates: Int

    init(of plan: ExportPlan) {
        comparisonsLeftOut = plan.comparisonsLeftOut
        candidates = plan.options.candidates
        for skipped in plan.skipped { add(skipped) }
    }

    mutating func add(_ line: ExportedLine, as kind: RowKind, _ part: ExportPart) {
        rows[part, default: 0] += 1
        kinds[kind, default: 0] += 1
        if let offered = line.offered, offered < candidates { offeredFewer += 1 }
        if !line.cuts.isEmpty { cutRows += 1 }
    }

    mutating func add(_ sample: ExportableSample) {
        samples += 1
        if !sample.edited.isEmpty { edited += 1 }
        planners.insert(sample.planner)
        runs.insert(sample.id.run)
        let steps = sample.workflow.steps
        self.steps[steps.count, default: 0] += 1
        chains[sample.workflow.chains.count, default: 0] += 1
        for step in steps {
            origins[step.origin, default: 0] += 1
            tools[step.call.tool, default: 0] += 1
        }
        offered.formUnion(sample.pool.map(\.name))
    }

    mutating func add(_ refusal: RowRefusal) {
        refusals["no \(refusal.kindName) row: \(refusal.title)", default: 0] += 1
    }

    mutating func add(_ skipped: SkippedSample) {
        self.skipped += 1
        reasons[skipped.reason.title, default: 0] += 1
    }
}

extension ExportTotals {
    /// What the rows are like, as lines of Markdown.
    var lines: [String] {
        let many = tools.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10)
        var lines = ["", "## What is in it", "", "- \(samples) samples, \(edited) of them edited by hand"]
        lines.append("- Rows: " + Self.counts(kinds.map { ($0.key.rawValue, $0.value) }))
        lines.append("- Steps a sample: " + Self.shape(steps) + "; chains a sample: " + Self.shape(chains))
        lines.append("- Results: " + Self.counts(origins.map { ($0.key.rawValue, $0.value) }))
        lines.append(
            "- Tools: \(tools.count) called, \(offered.count) met; most called: "
                + many.map { "`\($0.key.text.oneLine)` \($0.value)" }.joined(separator: ", "))
        if skipped > 0 {
            lines.append("- Left out: \(skipped) samples: " + Self.counts(reasons.map { ($0.key, $0.value) }))
        }
        if !refusals.isEmpty {
            lines.append("- Rows that could not be made: " + Self.counts(refusals.map { ($0.key, $0.value) }))
        }
        if offeredFewer > 0 { lines.append("- Rows that offer fewer than \(candidates) tools: \(offeredFewer)") }
        if cutRows > 0 { lines.append("- Rows with outputs that were cut: \(cutRows)") }
        return lines
    }

    private static func counts(_ counts: [(String, Int)]) -> String {
        counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    }

    /// `2 (40), 3 (12)`: how many have how many.
    private static func shape(_ shape: [Int: Int]) -> String {
        shape.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    }
}
