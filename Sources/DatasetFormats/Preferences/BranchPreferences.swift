import Engine
import Review

/// What reviewers preferred by comparing a sample with another branch of the same one.
///
/// The prompt is what both share; the completions are what each says next. Two that ask different things make no pair,
/// since the query is part of every prompt.
struct BranchPreferences {
    let sample: ExportableSample
    let row: ExportRow
    let reviewed: ReviewedSample
    /// The samples that it was compared with, as far as they are known.
    let others: [SampleID: ReviewedSample]

    /// The pairs in which the sample is the better one, and why other comparisons make none.
    var all: Preferences {
        var all = Preferences()
        for id in compared {
            do throws(Unpaired) { if let pair = try pair(with: id) { all.pairs.append(pair) } } catch {
                all.obstacles.append(error.obstacle)
            }
        }
        return all
    }

    /// Each of the samples that its own journal names, once.
    private var compared: [SampleID] {
        var ids: [SampleID] = []
        for comparison in reviewed.review.comparisons where !ids.contains(comparison.other) {
            ids.append(comparison.other)
        }
        return ids
    }

    private struct Unpaired: Error {
        let obstacle: PairObstacle
    }

    /// Nil where the other one is better, or where its journal has the newest words, so that they are its own to count.
    private func pair(with id: SampleID) throws(Unpaired) -> Preference? {
        guard let other = others[id] else { throw Unpaired(obstacle: .missing) }
        guard let verdict = PairVerdict(of: reviewed, beside: other) else { return nil }
        switch verdict.outcome {
        case .firstIsBetter: return try preference(over: other)
        case .secondIsBetter: return nil
        case .equal:
            guard verdict.newest == reviewed.id else { return nil }
            throw Unpaired(obstacle: .equal)
        case .disputed:
            guard verdict.newest == reviewed.id else { return nil }
            throw Unpaired(obstacle: .disputed)
        }
    }

    private func preference(over other: ReviewedSample) throws(Unpaired) -> Preference {
        guard (other.id.run, other.id.index) == (reviewed.id.run, reviewed.id.index) else {
            throw Unpaired(obstacle: .strangers)
        }
        let rejected: ExportableSample
        do throws(SkipReason) {
            rejected = try ExportableSample(other, tools: ToolIndex(other.library))
        } catch { throw Unpaired(obstacle: .unusable("\(error)")) }
        guard rejected.query == sample.query else { throw Unpaired(obstacle: .otherQuery) }
        let turns = rejected.workflow.turns(query: rejected.query, tools: rejected.toolsInUse)
        let shared = zip(row.turns, turns).prefix { mine, theirs in
            mine.map { SharedStep($0.step) } == theirs.map(SharedStep.init)
        }.count
        let chosen = row.continuation(after: shared)
        let lost =
            turns.indices.contains(shared) ? Continuation.calls(turns[shared].map(\.call)) : .answer(rejected.response)
        guard chosen != lost else { throw Unpaired(obstacle: .alike) }
        if let call = lost.calls.first(where: { !rejected.canShow($0) }) {
            throw Unpaired(obstacle: .unusable("Its call of \(call.tool) cannot stand in a row."))
        }
        return Preference(
            source: .preferredBranch, history: Array(row.turns[..<shared]), chosen: chosen, rejected: lost)
    }
}

/// What makes a step the same in two branches.
private struct SharedStep: Equatable {
    private let call: ContentHash
    private let output: RecordedOutput

    init(_ step: Step) {
        call = step.call.contentHash
        output = step.output
    }
}

extension ExportRow {
    /// What the assistant says after so many turns.
    fileprivate func continuation(after count: Int) -> Continuation {
        turns.indices.contains(count) ? .calls(turns[count].map(\.step.call)) : .answer(response)
    }
}
