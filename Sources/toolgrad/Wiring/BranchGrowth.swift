import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Foundation
import Review

/// Grows one branch without the interface, and tells what came of it.
struct BranchGrowth {
    let growth: Growth
    let wish: BranchWish
    let path: String
    let printsLine: Bool

    func run() async throws {
        let branch = BranchName()
        let growing = Task {
            try await growth.grow(wish, recording: growth.dataset) { first in
                await branch.learn(first.sample)
                let parent = try await growth.dataset.label(of: wish.parent)
                let label = try await growth.dataset.label(of: first.sample)
                try Output.notes.line("\(label) branches off \(parent).")
            }
        }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { growing.cancel() }
        defer { signals.stop() }
        do { try await growing.value } catch let error as CancellationError {
            guard let number = signals.received else { throw error }
            try Output.notes.line(
                "Stopped by a signal; nothing is lost. Go on with: toolgrad resume \(growth.generator.run) --dataset \(path)"
            )
            throw ExitCode.signal(number)
        }
        guard let sample = await branch.sample else { return }
        try await tell(of: try await growth.dataset.reading(of: sample).sample)
    }

    private func tell(of branch: ReviewedSample) async throws {
        let label = try await growth.dataset.label(of: branch.id).description
        if printsLine {
            try Output.data.line(SampleLine(sample: branch, label: label).json.compactText)
        } else {
            let spent = try await growth.dataset.modelTotals(of: branch.id)
            for line in BranchSummary(branch: branch, label: label, spent: spent).lines { try Output.data.line(line) }
        }
        if branch.state.outcome == nil {
            try Output.notes.line("A limit of the run was met; the branch is kept unfinished.")
            throw ExitCode.limitMet
        }
    }
}

/// Which branch it has become; known once its first event is on disk.
private actor BranchName {
    private(set) var sample: SampleID?

    func learn(_ sample: SampleID) { self.sample = sample }
}

/// What a branch came to, in a few lines.
struct BranchSummary {
    let branch: ReviewedSample
    let label: String
    /// What it took of its own, without what it shares.
    let spent: ModelTotals

    var lines: [String] {
        let state = branch.state
        let shared = (state.branchedAt ?? 1) - 1
        let chains = state.workflow.chains.map { "c\($0.id.number):\($0.steps.count)" }.joined(separator: " ")
        return [
            "\(label)   \(state.outcome?.title ?? "unfinished")   \(state.iterations.count) iterations, \(shared) shared   "
                + "\(chains.isEmpty ? "no steps" : chains)",
            "Query     \(text(branch.query))", "Response  \(text(branch.response))",
        ] + models
    }

    private var models: [String] {
        guard spent.questions > 0 else { return [] }
        let cost = spent.unpriced > 0 ? "cost unknown: no price is set for the model" : "\(spent.cost)"
        return ["Spent     \(spent.questions) model calls, \(spent.tokens) tokens, \(cost)"]
    }

    private func text(_ words: String?) -> String { words.map { SafeText($0).plain } ?? "none" }
}
