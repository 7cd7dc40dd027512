import Canvas
import DatasetFormats
import DatasetStore
import Engine
import Explorer
import Foundation
import NcursesTerminal
import Review

/// Carries out what the interface asks for, in order; answers go to the inbox.
actor EffectDesk {
    let dataset: Dataset
    let terminal: Terminal
    let inbox: Inbox
    let surroundings: Surroundings
    /// Nil where nothing grows in this process.
    let growing: GrowingRun?
    /// What undo can take back.
    private var undoDepth: Int
    private var isExporting = false
    private let orders: AsyncStream<Effect>
    private let ordering: AsyncStream<Effect>.Continuation
    /// The newest event that was shown of each sample that grows elsewhere.
    private var shownElsewhere: [SampleID: Int] = [:]
    private var journal = OwnDecisions()

    init(
        dataset: Dataset, terminal: Terminal, inbox: Inbox, surroundings: Surroundings, growing: GrowingRun?,
        undoDepth: Int
    ) {
        (orders, ordering) = AsyncStream.makeStream()
        self.undoDepth = undoDepth
        self.dataset = dataset
        self.terminal = terminal
        self.inbox = inbox
        self.surroundings = surroundings
        self.growing = growing
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
            do { try await carryOut(effect) } catch { inbox.post(.failed("\(error)")) }
        }
    }

    private func carryOut(_ effect: Effect) async throws {
        switch effect {
        case .loadQueue(let offset, let limit): try await loadQueue(offset: offset, limit: limit)
        case .seek(let direction, let place, let limit): try await seek(direction, from: place, limit: limit)
        case .find(let sample, let limit): try await find(sample, limit: limit)
        case .loadSample(let sample): try await load(sample)
        case .decide(let sample, let action): try await decide(sample, action)
        case .undo: try await takeBack(try await dataset.lastUndoable(by: surroundings.reviewer), depth: -1)
        case .redo: try await takeBack(try await dataset.lastRedoable(by: surroundings.reviewer), depth: 1)
        case .hold(let sample):
            await growing?.growth.control.hold(sample)
            inbox.post(.held(sample))
        case .step(let sample):
            await growing?.pacer?.step()
            await growing?.growth.control.step(sample)
        case .release(let sample):
            await growing?.growth.control.release(sample)
            inbox.post(.released(sample))
        case .pauseRun:
            await growing?.growth.control.pause()
            inbox.post(.runPaused)
        case .resumeRun:
            await growing?.growth.control.resume()
            inbox.post(.runResumed)
        case .hurry: await growing?.pacer?.hurry()
        case .edit(let sample, let field, let text): edit(sample, field, text)
        case .export(let format, let folder): export(format, folder)
        case .suspend: terminal.suspend()
        case .redraw: inbox.post(.resized(terminal.size))
        case .quit(let mode): quit(mode)
        }
    }

    private func decide(_ sample: SampleID, _ action: Decision.Action) async throws {
        try await tell(try await record(action, on: sample), depth: 1)
    }

    /// Writes a decision, and remembers that it is this process's own.
    private func record(_ action: Decision.Action, on sample: SampleID) async throws -> Decision {
        journal.begin()
        defer { if journal.end() { inbox.post(.changedOutside) } }
        let decision = try await dataset.decide(sample, action, by: surroundings.reviewer, at: Surroundings.now())
        journal.own(decision)
        return decision
    }

    private func takeBack(_ earlier: Decision?, depth: Int) async throws {
        guard let earlier else { return inbox.post(.nothingToUndo) }
        try await tell(try await record(.undo(earlier.sequence), on: earlier.sample), depth: depth)
    }

    /// The decision is on disk: now it may be shown.
    private func tell(_ decision: Decision, depth change: Int) async throws {
        undoDepth += change
        guard let row = try await dataset.rows(of: [decision.sample]).first else { return }
        inbox.post(.decided(decision, row: row, undoDepth: undoDepth))
    }

    private func edit(_ sample: SampleID, _ field: EditedField, _ text: String) {
        Task {
            do {
                let file = try EditorFile(text, named: field.rawValue, in: surroundings.scratchFolder)
                inbox.post(try await edited(file, sample, field))
            } catch { inbox.post(.editAbandoned("\(error)")) }
        }
    }

    private nonisolated func edited(
        _ file: EditorFile, _ sample: SampleID, _ field: EditedField
    ) async throws -> ExplorerEvent {
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
        guard !isExporting else { return inbox.post(.failed("An export is being written; wait for it to end.")) }
        isExporting = true
        Task {
            defer { isExporting = false }
            do {
                guard let name = ExportFormatName(format) else { throw CommandFailure("There is no format \(format).") }
                let path = dataset.path
                var options = ExportOptions(
                    datasetName: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent)
                options.programVersion = programVersion
                inbox.post(.exported(try await dataset.export(name, to: folder, options)))
            } catch { inbox.post(.failed("\(error)")) }
        }
    }

    private func quit(_ mode: QuitMode) {
        Task {
            switch mode {
            case .atOnce: break
            case .afterInFlight: await growing?.finishInFlight()
            case .cancelling: await growing?.cancel()
            }
            inbox.post(.end(.quit))
        }
    }
}

extension EffectDesk {
    /// Another process, or this one, committed something.
    func noticed(_ change: DatasetChange) async {
        do {
            for sample in change.grown where sample.run != growing?.growth.generator.run {
                for event in try await dataset.events(of: sample) where event.number > shownElsewhere[sample] ?? 0 {
                    shownElsewhere[sample] = event.number
                    inbox.post(.recorded(event))
                }
            }
        } catch { inbox.post(.failed("\(error)")) }
        if journal.hasStrangers(among: change.decisions) { inbox.post(.changedOutside) }
    }
}

/// Tells this process's decisions from those of others, also while one of them is being written.
private struct OwnDecisions {
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
