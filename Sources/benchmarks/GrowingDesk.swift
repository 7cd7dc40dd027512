import Engine
import Explorer
import Review
import Synchronization

/// Answers what the interface asks for while samples grow, from memory: the finished ones, and behind them those of the
/// lanes.
struct GrowingDesk {
    private let run: DemoRun
    private let grown: GrownSamples
    /// Finished samples, before those that grow.
    private let finished: Int
    private let rows: [QueueRow]
    private var lanes: [GrowingLane]
    private let shelf = Shelf()
    private var turn = 0
    private var newest: Int
    private var held: Set<SampleID> = []
    private var statuses: [Int: ReviewState.Status] = [:]
    /// What was asked for, in order.
    private(set) var deeds: [ScriptedReviewer.Deed] = []

    init(run: DemoRun, grown: GrownSamples, finished: Int, lanes count: Int) {
        self.run = run
        self.grown = grown
        self.finished = finished
        rows = grown.events.indices.map {
            QueueRow(SampleID(run: grown.run, index: $0 + 1), RunState(grown.events[$0]))
        }
        lanes = (1...count).map { GrowingLane(grown, from: finished + $0, stride: count) }
        newest = finished
    }

    /// What happens next, in the lane whose turn it is.
    mutating func next() -> RecordedEvent {
        repeat { turn = (turn + 1) % lanes.count } while lanes[turn].isAtGate && held.contains(lanes[turn].sample)
        let event = lanes[turn].next()
        newest = max(newest, event.sample.index)
        return event
    }

    mutating func answers(to effects: [Effect]) -> [ExplorerEvent] {
        effects.compactMap { effect in answer(to: effect) ?? steered(by: effect) ?? decided(by: effect) }
    }

    /// What has been read since the last time.
    func readings() -> [ExplorerEvent] { shelf.takeAll().map { .sampleLoaded($0) } }

    private func answer(to effect: Effect) -> ExplorerEvent? {
        switch effect {
        case .loadQueue(_, let offset, let limit): .queueLoaded(page(from: offset, limit, selecting: nil))
        case .find(let sample, _, let limit):
            .queueLoaded(page(from: max(0, sample.index - limit / 2), limit, selecting: sample))
        case .seek(_, .forward, let sample, _, let limit): sought(after: sample?.index ?? 0, limit)
        case .loadSample(let sample): read(sample)
        case .seek, .findLabel, .decide, .decideTogether, .decideAll, .undo, .redo, .rerun, .regenerate, .saveQueue,
            .removeQueue, .loadQueues, .hold, .step, .release, .pauseRun, .resumeRun, .hurry, .edit, .export, .copy,
            .showTheme, .wake, .suspend, .redraw, .answerApproval, .quit, .steer, .branch, .mute, .unmute, .setWorkers,
            .stop, .loadDisagreements, .loadCompared, .loadStatistics, .writeStatistics, .read:
            nil
        }
    }

    /// A sample that is held goes on to its next gate, and then has no events until it is let go.
    private mutating func steered(by effect: Effect) -> ExplorerEvent? {
        if case .hold(let sample) = effect {
            held.insert(sample)
            deeds.append(.held(name(of: sample)))
            return .held(sample)
        }
        guard case .release(let sample) = effect else { return nil }
        held.remove(sample)
        deeds.append(.released(name(of: sample)))
        return .released(sample)
    }

    private mutating func decided(by effect: Effect) -> ExplorerEvent? {
        guard case .decide(let sample, let action) = effect else { return nil }
        guard let deed = ScriptedReviewer.Deed(action, name(of: sample)) else { return nil }
        deeds.append(deed)
        statuses[sample.index] = deed.status
        let decision = Decision(
            sequence: deeds.count, time: Timestamp(microseconds: 0), reviewer: "ada", sample: sample, action: action)
        return .decided([decision], rows: [row(sample.index - 1)], undoDepth: statuses.count, leftOut: 0)
    }

    /// As the interface calls it.
    private func name(of sample: SampleID) -> String {
        let digits = "\(sample.index)"
        return "s-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    private func sought(after index: Int, _ limit: Int) -> ExplorerEvent {
        guard let next = (index..<newest).first(where: { statuses[$0 + 1] == nil }) else {
            return .soughtInVain(.undecided)
        }
        let sample = SampleID(run: grown.run, index: next + 1)
        return .queueLoaded(page(from: max(0, next - limit / 2), limit, selecting: sample))
    }

    private func page(from offset: Int, _ limit: Int, selecting sample: SampleID?) -> QueuePage {
        let places = offset..<max(offset, min(offset + limit, newest))
        return QueuePage(
            offset: offset, rows: places.map(row), total: newest, counts: counts, selection: sample)
    }

    private var counts: [ReviewState.Status: Int] {
        statuses.values.reduce(into: [.pending: newest - statuses.count]) { $0[$1, default: 0] += 1 }
    }

    private func row(_ place: Int) -> QueueRow {
        let template = rows[place % rows.count]
        return QueueRow(
            id: SampleID(run: grown.run, index: place + 1), number: place + 1, status: statuses[place + 1] ?? .pending,
            progress: lane(of: place + 1) == nil ? .finished : .growing, chains: template.chains,
            steps: template.steps, query: template.query)
    }

    private func lane(of index: Int) -> GrowingLane? { lanes.first { $0.sample.index == index } }

    /// As in the program, a sample is read and opened beside the thread that draws.
    private func read(_ sample: SampleID) -> ExplorerEvent? {
        let events = lane(of: sample.index)?.events ?? grown.events[sample.index % grown.events.count][...]
        let (shelf, library) = (shelf, run.library.tools)
        Task.detached {
            let opened = OpenSample(
                ReviewedSample(
                    id: sample, seed: DemoRun.seed, state: RunState(events), review: ReviewState(), library: library),
                decisions: [], lastEvent: events.count)
            shelf.put(opened)
        }
        return nil
    }
}

/// Samples that were opened and that the interface has not yet.
private final class Shelf: Sendable {
    private let samples = Mutex<[OpenSample]>([])

    func put(_ sample: OpenSample) { samples.withLock { $0.append(sample) } }

    func takeAll() -> [OpenSample] {
        samples.withLock { samples in
            defer { samples = [] }
            return samples
        }
    }
}

extension ScriptedReviewer.Deed {
    /// What a decision is; nil for one that the reviewer never means.
    init?(_ action: Decision.Action, _ name: String) {
        switch action {
        case .accept: self = .accepted(name)
        case .skip: self = .skipped(name)
        case .reject(let reasons, _):
            guard let key = reasons.first?.reason.key else { return nil }
            self = .rejected(name, reason: key)
        case .returnToPending, .flag, .unflag, .edit, .comment, .prefer, .equal, .judge, .adjudicate, .undo: return nil
        }
    }

    fileprivate var status: ReviewState.Status {
        switch self {
        case .accepted: .accepted
        case .rejected: .rejected
        case .skipped: .skipped
        case .held, .released: .pending
        }
    }
}
