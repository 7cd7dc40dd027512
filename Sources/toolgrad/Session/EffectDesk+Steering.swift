import DatasetStore
import Engine
import Explorer

extension EffectDesk {
    /// What of this process grows: the run beside the review, and the runs of branches.
    private var controls: [RunControl] {
        let own = growing.map { [$0.growth.control] } ?? []
        return own + branchGrowths.values.filter(\.isUnderWay).map(\.control)
    }

    /// Who schedules a sample.
    ///
    /// - Throws: ``CommandFailure`` when it does not grow in this process.
    private func control(of sample: SampleID) async throws -> RunControl {
        for control in controls where await control.isGrowing(sample) { return control }
        // One that has not begun may be held all the same.
        if let growing, growing.growth.generator.run == sample.run { return growing.growth.control }
        let label = try await dataset.label(of: sample)
        throw CommandFailure("\(label) does not grow in this process, so it can only be watched here.")
    }

    /// Holds at once, and shows it once it is written: what is held outlives this process.
    func hold(_ sample: SampleID) async throws {
        let control = try await control(of: sample)
        let wasHeld = await control.isHeld(sample)
        await control.hold(sample)
        do { try await keepHold(.held, of: sample, in: control) } catch {
            if !wasHeld { await control.release(sample) }
            throw error
        }
        inbox.post(.held(sample))
    }

    /// Lets a held sample go one iteration further.
    func step(_ sample: SampleID) async throws {
        let control = try await control(of: sample)
        // Where holding it has failed, that was told, and a step would hold it without a record.
        guard await control.isHeld(sample) else { return }
        await growing?.pacer?.step()
        await control.step(sample)
    }

    /// Writes it, then lets the sample go, whether it could be written or not.
    func release(_ sample: SampleID) async throws {
        let control = try await control(of: sample)
        let failure = await forgetHold(of: sample, in: control)
        await control.release(sample)
        inbox.post(.released(sample))
        if let failure { throw failure }
    }

    /// Writes that a sample is not held; what to say where that cannot be written.
    private func forgetHold(of sample: SampleID, in control: RunControl) async -> CommandFailure? {
        do {
            try await keepHold(.free, of: sample, in: control)
            return nil
        } catch {
            return CommandFailure(
                "It is not held any more, but that could not be written; resuming the run with --watch may hold it "
                    + "again: \(error)")
        }
    }

    /// Writes whether a sample is held, beside what waits for it.
    private func keepHold(_ hold: KeptSteering.Hold, of sample: SampleID, in control: RunControl) async throws {
        let events = try await dataset.events(of: sample)
        let words = await control.waiting(of: sample)
        try await dataset.keep(
            KeptSteering(sample: sample, event: events.last?.number ?? 0, words: words, hold: hold),
            at: Surroundings.now())
    }

    func pauseRun() async {
        for control in controls { await control.pause() }
        inbox.post(.runPaused)
    }

    func resumeRun() async {
        for control in controls { await control.resume() }
        inbox.post(.runResumed)
    }

    func steer(
        _ sample: SampleID, _ steering: Steering, at gate: RunControl.Gate, iteration: Int?
    ) async throws {
        let control = try await control(of: sample)
        let before = try await dataset.events(of: sample)
        guard await control.steer(sample, with: steering, at: gate, iteration: iteration) else {
            let place = iteration.map { "iteration \($0)" } ?? "it"
            throw CommandFailure(
                "\(try await dataset.label(of: sample)) has chosen already; b grows a branch from \(place).")
        }
        try await keepWaiting(of: sample, in: control, after: before)
        inbox.post(.steered(sample, at: gate))
    }

    /// Writes what waits for a sample, then shows it: the word outlives this process.
    private func keepWaiting(
        of sample: SampleID, in control: RunControl, after events: [RecordedEvent]
    ) async throws {
        let kept = KeptSteering(
            sample: sample, event: events.last?.number ?? 0, words: await control.waiting(of: sample),
            hold: await control.isHeld(sample) ? .held : .free)
        try await dataset.keep(kept, at: Surroundings.now())
        inbox.post(.waiting(sample, kept.waiting(after: try await dataset.events(of: sample))))
    }

    func mute(_ tool: ToolName) async throws {
        try await changeMuted { await $0.mute(tool) }
    }

    func unmute(_ tool: ToolName) async throws {
        try await changeMuted { await $0.unmute(tool) }
    }

    private func changeMuted(_ change: (RunControl) async -> Void) async throws {
        let controls = controls
        guard !controls.isEmpty else { throw CommandFailure("Nothing grows in this process: no tool can be muted.") }
        var muted: Set<ToolName> = []
        for control in controls {
            await change(control)
            muted.formUnion(await control.mutedTools)
        }
        inbox.post(.muted(muted.sorted()))
    }

    func setWorkers(_ count: Int) async throws {
        guard let control = growing?.growth.control else {
            throw CommandFailure("No run grows in this process: it has no workers.")
        }
        await control.setConcurrency(count)
        inbox.post(.workersSet(await control.concurrency))
    }

    func stop(_ sample: SampleID) async throws {
        let control = try await control(of: sample)
        let label = try await dataset.label(of: sample)
        let idle = CommandFailure("\(label) does not grow at this moment.")
        guard await control.isGrowing(sample) else { throw idle }
        let waits = await !control.waiting(of: sample).isEmpty
        // Otherwise it would stand still where the run is resumed.
        let failure = await control.isHeld(sample) ? await forgetHold(of: sample, in: control) : nil
        guard await control.stop(sample) else { throw idle }
        inbox.post(.stopped(sample))
        if waits { inbox.post(.told("\(label) was stopped; what you asked of it counts when the run is resumed.")) }
        if let failure { throw failure }
    }
}
