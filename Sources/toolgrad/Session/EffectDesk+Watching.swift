import DatasetStore
import Engine
import Explorer

extension EffectDesk {
    /// What other processes write is shown as if it had happened here, until this is cancelled: how the runs stand that
    /// they grow, what waits for their samples, and then every change.
    func watchOthers() async {
        do {
            let others = try await dataset.growingRuns().filter { !isOwn($0) }
            for await change in try await changes(following: others) { await noticed(change) }
        } catch is CancellationError { return } catch {
            inbox.post(.failed("What other processes do is not shown here: \(error)"))
        }
    }

    /// Notices once nobody grows a run any more that another process grew: nothing is written when that is killed.
    func watchLocks() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.lockPause)
            for run in runsElsewhere where !dataset.isGrowing(run) {
                runsElsewhere.remove(run)
                inbox.post(.runLeft(run))
            }
        }
    }

    private static let lockPause = Duration.milliseconds(500)

    /// A run that cannot be read is no reason not to show the others.
    private func changes(following runs: [RunID]) async throws -> AsyncStream<DatasetChange> {
        let changes: AsyncStream<DatasetChange>
        do {
            let (standings, later) = try await dataset.changes(
                afterStandingsOf: runs, following: RunControl.mostWorkers)
            for standing in standings { show(standing) }
            changes = later
        } catch let error as DatasetError {
            tellOnce(error)
            changes = try await dataset.changes()
        }
        await showing { try await showWaiting() }
        return changes
    }

    /// Shows some of what others do; what cannot be read hides nothing else.
    func showing(_ show: () async throws -> Void) async {
        do { try await show() } catch is CancellationError { return } catch { tellOnce(error) }
    }

    /// Every change would bring the same failure again.
    private func tellOnce(_ error: any Error) {
        if failuresElsewhere.insert("\(error)").inserted { inbox.post(.failed("\(error)")) }
    }

    /// Reads how runs stand that another process began, or went on with, after this one began to watch: what was done
    /// before is counted, and counts once.
    ///
    /// A run whose standing cannot be read is followed without one.
    func followNewRuns(in change: DatasetChange) async {
        for (run, samples) in change.grownByRun where !runsElsewhere.contains(run) && !isOwn(run) {
            guard dataset.isGrowing(run) else { continue }
            await showing {
                do { try await follow(run, from: samples) } catch {
                    runsElsewhere.insert(run)
                    throw error
                }
            }
        }
    }

    /// Shows how a run stands; of what has happened to these samples by then, only the last is told: who shows one of
    /// them reads it again.
    private func follow(_ run: RunID, from samples: [SampleID]) async throws {
        let (standing, place) = try await dataset.standing(locating: run, following: RunControl.mostWorkers)
        var latest: [RecordedEvent] = []
        for sample in samples {
            let events = try await dataset.events(of: sample)
            // Whoever imports has the run for itself too, and grows nothing.
            if events.contains(where: \.event.isImport) { return }
            // One that was not open any more had ended.
            let counted = standing.lastEvents[sample] ?? .max
            latest += [events.last { $0.number <= counted }].compactMap(\.self)
        }
        for event in latest where event.number > shownElsewhere[event.sample] ?? 0 {
            shownElsewhere[event.sample] = event.number
            inbox.post(.recorded(event))
        }
        show(standing)
        // The next change tells of what happened between the last one and the standing.
        countedElsewhere[run] = place
        inbox.post(.listChanged)
        // A word may have counted by an event that was not told.
        try await showWaiting()
    }

    private func show(_ standing: RunStanding) {
        shownElsewhere.merge(standing.lastEvents) { max($0, $1) }
        runsElsewhere.insert(standing.run)
        inbox.post(.runStands(standing))
    }

    /// Whether this process grows the run, or is about to grow it.
    private func isOwn(_ run: RunID) -> Bool {
        let own = [growing?.growth].compactMap(\.self) + branchGrowths.values
        return own.contains { $0.generator.run == run && ($0.isUnderWay || $0.holdsRun) }
    }

    /// Shows what waits for samples of which this process is not asked, by the record.
    func showWaiting() async throws {
        var waiting: Set<SampleID> = []
        for name in try await dataset.artefactNames(kind: KeptSteering.kind) {
            guard let kept = try await dataset.keptSteering(name), !isOwn(kept.sample.run) else { continue }
            let left = kept.waiting(after: try await dataset.events(of: kept.sample))
            guard !left.words.isEmpty else { continue }
            inbox.post(.waiting(kept.sample, left))
            waiting.insert(kept.sample)
        }
        for sample in waitingElsewhere.subtracting(waiting) where !isOwn(sample.run) {
            inbox.post(.waiting(sample, WaitingSteerings([])))
        }
        waitingElsewhere = waiting
    }
}

extension DatasetChange {
    /// The samples with new events, by their runs, in the order of these.
    fileprivate var grownByRun: [(run: RunID, samples: [SampleID])] {
        var runs: [(run: RunID, samples: [SampleID])] = []
        for sample in grown {
            if let index = runs.firstIndex(where: { $0.run == sample.run }) {
                runs[index].samples.append(sample)
            } else {
                runs.append((sample.run, [sample]))
            }
        }
        return runs
    }
}

extension RunEvent {
    /// Whether the sample was read from a file.
    fileprivate var isImport: Bool {
        guard case .imported = self else { return false }
        return true
    }
}
