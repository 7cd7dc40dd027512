import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    /// Begins a branch, and lets it grow beside everything else.
    func branch(_ sample: SampleID, at iteration: Int, _ steering: Steering) async throws {
        let reviewed = try await dataset.reviewedSample(sample)
        let wish = try BranchWish(of: reviewed, at: iteration, steering)
        let growth = try await growth(of: sample.run)
        lastBranch += 1
        let number = lastBranch
        branchTasks[number] = Task {
            await grow(wish, with: growth, number)
            branchTasks[number] = nil
        }
    }

    private func grow(_ wish: BranchWish, with growth: Growth, _ number: Int) async {
        let recorder = WatchedRecorder(dataset) { [inbox] event in inbox.post(.recorded(event)) }
        do {
            try await growth.grow(wish, recording: recorder) { [self] first in
                await began(first, from: wish.parent, number)
            }
            inbox.post(.listChanged)
        } catch is CancellationError {
        } catch { inbox.post(.failed("The branch cannot grow: \(error)")) }
        guard let branch = branching[number] else { return }
        // Only then is it somebody else's whose events are shown.
        shownElsewhere[branch] = (try? await dataset.reading(of: branch).lastEvent) ?? 0
        branching[number] = nil
    }

    private func began(_ first: RecordedEvent, from parent: SampleID, _ number: Int) {
        branching[number] = first.sample
        // The watch may have shown it, before it was known to grow here.
        if shownElsewhere[first.sample] ?? 0 < first.number { inbox.post(.recorded(first)) }
        shownElsewhere[first.sample] = first.number
        inbox.post(.branched(first.sample, from: parent))
    }

    /// What branches of a run grow with: the run of this process, or one that is opened for them.
    private func growth(of run: RunID) async throws -> Growth {
        if let growing, growing.growth.generator.run == run { return growing.growth }
        if let known = branchGrowths[run], known.holdsRun { return known }
        guard let stored = try await dataset.runs().first(where: { $0.id == run }) else {
            throw DatasetError.unknownRun(run)
        }
        let listening = Listening()
        listening.attach { [inbox] in inbox.post(.spoken($0, $1)) }
        let growth = try await Growth.begin(
            stored.plan, by: try await planner(of: run), with: tools.live, count: stored.requested, concurrency: 1,
            in: dataset, expecting: run, listening: listening)
        for notice in growth.notices { inbox.post(.told(notice)) }
        branchGrowths[run] = growth
        return growth
    }

    /// Waits until every branch has ended.
    func finishBranches() async {
        for growth in branchGrowths.values { await growth.control.finishInFlight() }
        while let branch = branchTasks.values.first { await branch.value }
    }

    /// Stops every branch where it is; what is recorded stays, and resuming its run goes on with it.
    func cancelBranches() async {
        for branch in branchTasks.values { branch.cancel() }
        while let branch = branchTasks.values.first { await branch.value }
    }
}
