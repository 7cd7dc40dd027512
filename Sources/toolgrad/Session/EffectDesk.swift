import Canvas
import DatasetStore
import Engine
import Explorer
import Foundation
import NcursesTerminal
import Review

/// Carries out what the interface asks for, in order; answers go to the inbox.
actor EffectDesk {
    let dataset: Dataset
    /// Nil where nothing is drawn: who orders then does what needs a screen, as editing.
    let terminal: Terminal?
    let inbox: Inbox
    let surroundings: Surroundings
    /// Nil where nothing grows in this process.
    let growing: GrowingRun?
    /// How that run goes on when the explorer is left; nil where it cannot.
    private let background: BackgroundResume?
    /// What undo can take back.
    var undoDepth: Int
    /// The samples that are judged again, blind; nil where all is shown.
    var blind: BlindReview?
    let tools: SessionTools
    /// Who planned the runs whose texts were written anew.
    var planners: [RunID: Planner] = [:]
    /// Samples whose texts are being written anew.
    var rewriting: Set<SampleID> = []
    /// The runs whose branches grow, or grew, in this process.
    var branchGrowths: [RunID: Growth] = [:]
    /// The branches that grow in this process, by their turn, and what grows them.
    var branching: [Int: SampleID] = [:]
    var branchTasks: [Int: Task<Void, Never>] = [:]
    var lastBranch = 0
    let look: Look
    /// Whether texts may be put on the terminal's clipboard.
    let mayCopy: Bool
    /// Whether a sample with a changed argument can be accepted only once its step was run again.
    let requiresRerun: Bool
    /// An export that is being written; quitting waits for it.
    private var exporting: Task<Void, Never>?
    private let orders: AsyncStream<Effect>
    private let ordering: AsyncStream<Effect>.Continuation
    /// The newest event that was shown of each sample that grows elsewhere.
    var shownElsewhere: [SampleID: Int] = [:]
    /// The runs of which something was shown that another process grows.
    var runsElsewhere: Set<RunID> = []
    /// Up to where standings count what happened, while the next change may still tell of it.
    var countedElsewhere: [RunID: EventPlace] = [:]
    /// What was told of that cannot be read.
    var failuresElsewhere: Set<String> = []
    /// The samples for which something was shown to wait that was asked of them elsewhere.
    var waitingElsewhere: Set<SampleID> = []
    var journal = OwnDecisions()

    init(
        dataset: Dataset, terminal: Terminal?, inbox: Inbox, surroundings: Surroundings, growing: GrowingRun?,
        tools: SessionTools, look: Look, mayCopy: Bool,
        requiresRerun: Bool, undoDepth: Int, blind: BlindReview? = nil, background: BackgroundResume? = nil
    ) {
        self.blind = blind
        self.background = background
        self.look = look
        self.mayCopy = mayCopy
        self.requiresRerun = requiresRerun
        (orders, ordering) = AsyncStream.makeStream()
        self.undoDepth = undoDepth
        self.dataset = dataset
        self.terminal = terminal
        self.inbox = inbox
        self.surroundings = surroundings
        self.growing = growing
        self.tools = tools
    }

    /// Puts effects in line; they are carried out by ``work()``, so that keys and frames never wait for the disk.
    nonisolated func order(_ effects: [Effect]) {
        for effect in effects { ordering.yield(effect) }
    }

    /// Nothing more is ordered: ``work()`` ends after what is in line.
    nonisolated func close() { ordering.finish() }

    /// Carries out what is ordered, one after the other.
    func work() async {
        for await effect in orders { await carryOut([effect]) }
    }

    /// Carries out some effects now; what goes wrong is told.
    func carryOut(_ effects: [Effect]) async {
        for effect in effects {
            do { try await carryOut(effect) } catch { inbox.post(failure(of: effect, error)) }
        }
    }

    /// A list that could not be read may be asked for again.
    private func failure(of effect: Effect, _ error: any Error) -> ExplorerEvent {
        switch effect {
        case .loadQueue, .find, .seek: .queueFailed("\(error)")
        case .loadSample(let sample): .sampleFailed(sample, "\(error)")
        case .loadStatistics: .statisticsFailed("\(error)")
        case .read(let request): .studyFailed(request, "\(error)")
        case _: .failed("\(error)")
        }
    }

    private func carryOut(_ effect: Effect) async throws {
        if try await carryOutBlind(effect) { return }
        switch effect {
        case .loadQueue(let view, let offset, let limit): try await loadQueue(view, offset: offset, limit: limit)
        case .seek(let quarry, let direction, let sample, let view, let limit):
            try await seek(quarry, direction, from: sample, view, limit: limit)
        case .find(let sample, let view, let limit): try await find(sample, view, limit: limit)
        case .findLabel(let label): inbox.post(.found(try await dataset.id(labelled: label)))
        case .loadSample(let sample): try await load(sample)
        case .decide(let sample, let action): try await decide(sample, [action])
        case .decideTogether(let sample, let actions): try await decide(sample, actions)
        case .decideAll(let bulk, let action): try await decideAll(bulk, action)
        case .undo: try await undo()
        case .redo: try await redo()
        case .rerun(let sample, let step): try await rerun(sample, step: step)
        case .regenerate(let sample): try await regenerate(sample)
        case .saveQueue(let queue): try await save(queue)
        case .removeQueue(let name): try await removeQueue(named: name)
        case .loadQueues: try await loadQueues()
        case .hold(let sample): try await hold(sample)
        case .step(let sample): try await step(sample)
        case .release(let sample): try await release(sample)
        case .pauseRun: await pauseRun()
        case .resumeRun: await resumeRun()
        case .hurry: await growing?.pacer?.hurry()
        case .steer(let sample, let steering, let gate, let iteration):
            try await steer(sample, steering, at: gate, iteration: iteration)
        case .branch(let sample, let iteration, let steering): try await branch(sample, at: iteration, steering)
        case .mute(let tool): try await mute(tool)
        case .unmute(let tool): try await unmute(tool)
        case .setWorkers(let count): try await setWorkers(count)
        case .stop(let sample): try await stop(sample)
        case .loadDisagreements: try await loadDisagreements()
        case .loadCompared(let first, let second): try await loadCompared(first, second)
        case .loadStatistics(let filter, let interval): try loadStatistics(filter, interval)
        case .writeStatistics(let page): try writeStatistics(page)
        case .read(let request): try await read(request)
        case .edit(let sample, let field, let text): edit(sample, field, text)
        case .export(let format, let folder): export(format, folder)
        case .copy(let copied): copy(copied)
        case .showTheme(let name, let keeping): try show(theme: name, keeping)
        case .wake(let number, let pause): wake(number, after: pause)
        case .suspend: terminal?.suspend()
        case .redraw: if let terminal { inbox.post(.resized(terminal.size)) }
        case .answerApproval(let number, let answer): await tools.approver.take(answer, to: number)
        case .quit(let mode): quit(mode)
        }
    }

    private nonisolated func wake(_ number: Int, after pause: Duration) {
        Task {
            try? await Task.sleep(for: pause)
            inbox.post(.woken(number))
        }
    }

    private func edit(_ sample: SampleID, _ field: EditedField, _ text: String) {
        Task {
            do {
                let file = try EditorFile(text, named: field.fileName, in: surroundings.scratchFolder)
                inbox.post(try await edited(file, sample, field))
            } catch { inbox.post(.editAbandoned("\(error)")) }
        }
    }

    private nonisolated func edited(
        _ file: EditorFile, _ sample: SampleID, _ field: EditedField
    ) async throws -> ExplorerEvent {
        guard let terminal else { throw TerminalError.notATerminal }
        surroundings.hideKeys()
        let ending = try await terminal.edit(file: file.path, editor: surroundings.editor)
        guard ending == .exited(code: 0) else {
            file.remove()
            return .editAbandoned("The editor \(surroundings.editor) ended with a failure; nothing was changed.")
        }
        let text = try file.edited()
        file.remove()
        return text.map { .edited(sample, field, text: $0) } ?? .editAbandoned("Nothing was changed.")
    }

    private func export(_ format: String, _ folder: String) {
        guard exporting == nil else {
            return inbox.post(.failed("An export is being written; wait for it to end."))
        }
        exporting = Task {
            defer { exporting = nil }
            do {
                let request = ExportRequest(try ExportKind(format), of: dataset, to: folder)
                if request.needsFindings { try await dataset.lookAtRest() }
                inbox.post(.exported(try await dataset.export(request).line))
            } catch { inbox.post(.failed("\(error)")) }
        }
    }

    /// From here on nobody answers whether a call may be made.
    func goUnattended() async { await tools.approver.detach() }

    private func quit(_ mode: QuitMode) {
        Task {
            do {
                let ending = try await leave(mode)
                await exporting?.value
                inbox.post(.end(ending))
            } catch { inbox.post(.stayed("\(error)")) }
        }
    }

    private func leave(_ mode: QuitMode) async throws -> Inbox.Ending {
        switch mode {
        case .atOnce: return .quit
        case .afterInFlight:
            await growing?.finishInFlight()
            await finishBranches()
            return .quit
        case .cancelling:
            await growing?.cancel()
            await cancelBranches()
            return .quit
        case .intoBackground: return .leftGrowing(try await goIntoBackground())
        }
    }

    /// Stops what grows here, so that another process can have the run, and has that go on with it.
    private func goIntoBackground() async throws -> BackgroundRun {
        guard let growing, let background else {
            throw CommandFailure("Nothing grows here that could go on in the background.")
        }
        let control = growing.growth.control
        await growing.cancel()
        await cancelBranches()
        return try await background.start(
            growing.growth.generator.run, of: dataset, concurrency: await control.concurrency,
            muting: await control.mutedTools.sorted())
    }
}

extension EffectDesk {
    /// Another process, or this one, committed something.
    func noticed(_ change: DatasetChange) async {
        let counted = countedElsewhere
        countedElsewhere = [:]
        await followNewRuns(in: change)
        for sample in change.grown where !isGrownHere(sample) {
            await showing { try await showNews(of: sample, since: counted[sample.run]) }
        }
        if change.changesSteering { await showing { try await showWaiting() } }
        if journal.hasStrangers(among: change.decisions) { inbox.post(.changedOutside) }
    }

    /// Shows what happened to a sample and was not shown; nothing where a standing counts all of it.
    private func showNews(of sample: SampleID, since standing: EventPlace?) async throws {
        if let standing, try await !dataset.hasEvents(of: sample, after: standing) { return }
        let events = try await dataset.events(of: sample)
        // A branch may have begun here meanwhile.
        guard !isGrownHere(sample) else { return }
        for event in events where event.number > shownElsewhere[sample] ?? 0 {
            shownElsewhere[sample] = event.number
            runsElsewhere.insert(sample.run)
            inbox.post(.recorded(event))
        }
    }

    /// Whether its events are shown by whoever grows it in this process.
    private func isGrownHere(_ sample: SampleID) -> Bool {
        if let growth = growing?.growth, growth.isUnderWay, sample.run == growth.generator.run { return true }
        return branching.values.contains(sample)
    }
}

/// Tells this process's decisions from those of others, also while one of them is being written.
struct OwnDecisions {
    private var own: Set<Int> = []
    private var writing = 0
    /// Decisions that were noticed while one was being written, and might be that one.
    private var doubtful: Set<Int> = []

    mutating func begin() { writing += 1 }

    mutating func own(_ decision: Decision) { own.insert(decision.sequence) }

    /// Ends a writing; true when somebody else's decision was noticed meanwhile.
    mutating func end() -> Bool {
        writing -= 1
        guard writing == 0 else { return false }
        defer { doubtful = [] }
        return !doubtful.isSubset(of: own)
    }

    mutating func hasStrangers(among decisions: [Decision]) -> Bool {
        let unknown = Set(decisions.map(\.sequence)).subtracting(own)
        guard writing > 0 else { return !unknown.isEmpty }
        doubtful.formUnion(unknown)
        return false
    }
}
