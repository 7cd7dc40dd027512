import Engine
import Explorer
import Review

/// Answers what the interface asks for while samples grow, from memory: the finished ones, and behind them those of the
/// lanes.
struct GrowingDesk {
    private let run: DemoRun
    private let grown: GrownSamples
    /// Finished samples, before those that grow.
    private let finished: Int
    private let rows: [QueueRow]
    private var lanes: [GrowingLane]
    private var turn = 0
    private var newest: Int

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
        turn = (turn + 1) % lanes.count
        let event = lanes[turn].next()
        newest = max(newest, event.sample.index)
        return event
    }

    func answers(to effects: [Effect]) -> [ExplorerEvent] { effects.compactMap(answer) }

    private func answer(to effect: Effect) -> ExplorerEvent? {
        switch effect {
        case .loadQueue(_, let offset, let limit): .queueLoaded(page(from: offset, limit, selecting: nil))
        case .find(let sample, _, let limit):
            .queueLoaded(page(from: max(0, sample.index - limit / 2), limit, selecting: sample))
        case .loadSample(let sample): loaded(sample)
        case .seek, .findLabel, .decide, .decideTogether, .decideAll, .undo, .redo, .rerun, .regenerate, .saveQueue,
            .removeQueue, .loadQueues, .hold, .step, .release, .pauseRun, .resumeRun, .hurry, .edit, .export, .copy,
            .showTheme, .wake, .suspend, .redraw, .answerApproval, .quit, .steer, .branch, .mute, .unmute, .setWorkers,
            .stop, .loadDisagreements, .loadCompared, .loadStatistics, .writeStatistics:
            nil
        }
    }

    private func page(from offset: Int, _ limit: Int, selecting sample: SampleID?) -> QueuePage {
        let places = offset..<max(offset, min(offset + limit, newest))
        return QueuePage(
            offset: offset, rows: places.map(row), total: newest, counts: [.pending: newest], selection: sample)
    }

    private func row(_ place: Int) -> QueueRow {
        let template = rows[place % rows.count]
        return QueueRow(
            id: SampleID(run: grown.run, index: place + 1), number: place + 1,
            progress: lane(of: place + 1) == nil ? .finished : .growing, chains: template.chains,
            steps: template.steps, query: template.query)
    }

    private func lane(of index: Int) -> GrowingLane? { lanes.first { $0.sample.index == index } }

    private func loaded(_ sample: SampleID) -> ExplorerEvent {
        let events = lane(of: sample.index)?.events ?? grown.events[sample.index % grown.events.count][...]
        return .sampleLoaded(
            ReviewedSample(
                id: sample, seed: DemoRun.seed, state: RunState(events), review: ReviewState(),
                library: run.library.tools), decisions: [], lastEvent: events.count)
    }
}
