import Canvas
import Engine
import Review

extension ExplorerState {
    /// Takes in what happened and says what to do about it; pure, without I/O and without a clock.
    package mutating func update(_ event: ExplorerEvent) -> [Effect] {
        attend(to: takeIn(event) + catchUp())
    }

    private mutating func takeIn(_ event: ExplorerEvent) -> [Effect] {
        if event.changesFigures { stats.isOutdated = true }
        switch event {
        case .key(let key): return pressed(key)
        case .resized(let size): resized(to: size)
        case .queueLoaded(let page): return queueLoaded(page)
        case .sampleFailed(let sample, let text):
            unreadable = sample
            tell(text, .error)
        case .queueFailed(let text):
            isSeeking = false
            queue.fail()
            tell(text, .error)
        case .soughtInVain(let quarry):
            isSeeking = false
            tellOfNothing(found: quarry)
        case .found(let sample):
            if screen == .evaluations { screen = .review }
            return go(to: sample)
        case .sampleLoaded(let sample): return sampleLoaded(sample) + steerOnceLoaded(sample.id)
        case .recorded(let recorded):
            heed(recorded)
            return eventRecorded(recorded) + (recorded.changesComparison ? readCompared(after: [recorded.sample]) : [])
        case .spoken(let sample, let speech): heard(sample, speech)
        case .decided(let decisions, let rows, let depth, let leftOut, let undoing):
            return followSettling(decisions)
                + decided(decisions, rows: rows, undoDepth: depth, leftOut: leftOut, undoing: undoing)
                + readCompared(after: decisions.map(\.sample))
        case .nothingToUndo: tell("There is nothing to undo or redo.")
        case .listChanged: return queue.reload()
        case .changedOutside:
            tell("Another process changed the dataset; it was read again.")
            return queue.reload() + (open.map { [.loadSample($0.id)] } ?? [])
                + (screen == .compare ? compare.read() : [])
                + (screen == .adjudicate ? [.loadDisagreements] : [])
        case .held(let sample): held.insert(sample)
        case .released(let sample): released(sample)
        case .steered(let sample, let gate): steered(sample, at: gate)
        case .waiting(let sample, let words): waiting[sample] = words.words.isEmpty ? nil : words
        case .runStands(let standing): takeUp(standing)
        case .runLeft(let run):
            let state = self
            stop { $0.run == run && !state.growsHere($0) }
        case .branched(let branch, let parent):
            ownBranches.insert(branch)
            return branched(branch, from: parent)
        case .muted(let tools): live.mutedTools = tools
        case .workersSet(let count): live.workers = count
        case .stopped(let sample):
            ownBranches.remove(sample)
            live.stop(sample, at: session.now)
            stopped(sample)
        case .disagreementsLoaded(let disputes): adjudicate.take(disputes)
        case .compared(let first, let second, let samples): compared(first, second, samples)
        case .runPaused: run = run.paused
        case .runResumed:
            run = run.resumed
            live.disturbAll()
        case .runEnded: runEnded()
        case .runFailed(let text): runFailed(text)
        case .stayed(let text): stayed(text)
        case .exported(let text), .editAbandoned(let text), .copied(let text), .told(let text): tell(text)
        case .edited(let sample, let field, let text): return edited(sample, field, text)
        case .regenerated(let sample, let query, let response, let planner):
            return offer(sample, query: query, response: response, by: planner)
        case .queuesKnown(let queues): savedQueues = queues
        case .themesKnown(let names, let chosen): (themes, theme) = (names, chosen)
        case .woken(let number): return woken(number)
        case .failed(let text): tell(text, .error)
        case .approvalAsked(let question): return asked(question)
        case .approvalWithdrawn(let id): withdrew(id)
        case .statisticsLoaded(let page, let agreement): return take(page, agreement: agreement)
        case .statisticsFailed(let text): statisticsFailed(text)
        case .studyRead(let answer): return take(answer)
        case .studyFailed(let request, let text): failed(request, text)
        case .clockTicked(let now):
            clockTicked(now)
            return refreshStatistics()
        }
        return []
    }

    /// Shows a line for a while.
    mutating func tell(_ text: String, _ severity: Notice.Severity = .info) {
        let new = Notice(text: text, severity: severity, since: session.now)
        notice = new
        told = (told + [new]).suffix(Self.toldLimit)
    }

    /// Notices that can be read again.
    private static let toldLimit = 50

    private mutating func resized(to size: Size) {
        self.size = size
        switch overlay {
        case .inspector(var inspector):
            inspector.fit(size)
            overlay = .inspector(inspector)
        case .editing(var sheet):
            sheet.fit(size)
            overlay = .editing(sheet)
        case .override(var sheet):
            sheet.fit(size)
            overlay = .override(sheet)
        case .reasons, .help, .palette, .filter, .sorts, .confirm, .rerun, .stopping, .rewriting, .notices, .export,
            .approval, .proposal, .quit, nil:
            return
        }
    }

    private mutating func woken(_ number: Int) -> [Effect] {
        if deafness == number { deafness = nil }
        return replay == number ? replayOn(number) : []
    }

    private mutating func clockTicked(_ now: Timestamp) {
        session.began = session.began ?? now
        session.now = now
        if notice?.isOver(at: now) == true { notice = nil }
    }

    private mutating func runEnded() {
        run = run.isUnderWay ? .ended : run
        // Branches go on without the run, and so does what another process grows.
        let (branches, own) = (ownBranches, ownRun)
        stop { !branches.contains($0) && (own == nil || own == $0.run) }
        held.formIntersection(branches)
        isPaced = false
    }

    /// No more comes of these samples.
    private mutating func stop(where hasEnded: (SampleID) -> Bool) {
        growing.removeAll(where: hasEnded)
        queue.stop(where: hasEnded)
        live.stopAll(where: hasEnded)
    }

    /// Whoever still grows may ask again.
    private mutating func stayed(_ text: String) {
        approvals.open()
        tell(text, .error)
    }

    private mutating func runFailed(_ text: String) {
        runEnded()
        run = .failed(text)
        tell(text, .error)
    }
}

extension RunActivity {
    fileprivate var paused: RunActivity {
        switch self {
        case .growing(let requested), .paused(let requested): .paused(requested: requested)
        case .idle, .ended, .failed: self
        }
    }

    fileprivate var resumed: RunActivity {
        switch self {
        case .growing(let requested), .paused(let requested): .growing(requested: requested)
        case .idle, .ended, .failed: self
        }
    }
}
