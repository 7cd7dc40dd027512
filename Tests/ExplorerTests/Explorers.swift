import Canvas
import Engine
import Review

@testable import Explorer

extension Size {
    static let wide = Size(columns: 120, rows: 36)
    static let medium = Size(columns: 100, rows: 30)
    static let small = Size(columns: 80, rows: 24)
}

extension Timestamp {
    /// 2027-01-15 at a time of day.
    static func at(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Timestamp {
        Timestamp(microseconds: (1_799_971_200 + Int64(hour * 3600 + minute * 60 + second)) * 1_000_000)
    }
}

extension QueueRow {
    /// A finished sample without a decision, unless something else is said.
    static func example(
        _ index: Int, _ status: ReviewState.Status = .pending, reason: Reason? = nil, isFlagged: Bool = false,
        progress: Progress = .finished, query: String = "Where is 東京, and when does the sun set?"
    ) -> QueueRow {
        QueueRow(
            id: ExampleSample.id(index), number: index, status: status, reason: reason, isFlagged: isFlagged,
            progress: progress, chains: 2, steps: 4, query: query)
    }
}

extension QueuePage {
    /// A queue of these rows and no more.
    static func example(_ rows: [QueueRow]) -> QueuePage {
        QueuePage(rows: rows, total: rows.count, counts: Dictionary(grouping: rows, by: \.status).mapValues(\.count))
    }
}

extension ExplorerState {
    /// An explorer of three finished samples, the first of them on the screen.
    static func example(size: Size = .wide, opening: Opening = .dataset, run: RunActivity = .idle) -> ExplorerState {
        var state = ExplorerState.empty(size: size, opening: opening, run: run)
        _ = state.update(.queueLoaded(.example((1...3).map { .example($0) })))
        state.load(ExampleSample.reviewed())
        return state
    }

    static func empty(size: Size = .wide, opening: Opening = .dataset, run: RunActivity = .idle) -> ExplorerState {
        ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: size, opening: opening, run: run,
            formats: [
                ExportFormat(name: "toolgrad", summary: "everything, one sample a line"),
                ExportFormat(name: "openai", summary: "messages and tools for fine-tuning"),
            ], exportFolder: "exports")
    }

    /// An explorer whose only sample is growing: it has taken these events in, live.
    static func growing(
        _ events: some Sequence<RunEvent>, size: Size = .wide, opening: Opening = .dataset,
        run: RunActivity = .growing(requested: 40)
    ) -> ExplorerState {
        var state = ExplorerState.empty(size: size, opening: opening, run: run)
        _ = state.update(.queueLoaded(.example([.example(1, progress: .growing, query: "")])))
        state.load(ExampleSample.reviewed([]), lastEvent: 0)
        for (index, event) in events.enumerated() { _ = state.record(event, number: index + 1) }
        return state
    }

    mutating func load(_ sample: ReviewedSample, decisions: [Decision] = [], lastEvent: Int = 100) {
        _ = update(.sampleLoaded(OpenSample(sample, decisions: decisions, lastEvent: lastEvent)))
    }

    mutating func record(_ event: RunEvent, number: Int, of index: Int = 1) -> [Effect] {
        update(
            .recorded(RecordedEvent(sample: ExampleSample.id(index), number: number, time: .at(12, 0), event: event)))
    }

    /// Presses keys by their names, separated by spaces, and collects what they ask for.
    mutating func press(_ script: String) -> [Effect] {
        script.split(separator: " ").flatMap { name -> [Effect] in
            guard let key = Key(name: String(name)) else { preconditionFailure("There is no key \(name).") }
            return update(.key(key))
        }
    }

    /// Types a text character by character.
    mutating func type(_ text: String) -> [Effect] {
        text.flatMap { update(.key(.character($0))) }
    }
}

extension ExplorerEvent {
    /// One decision is on disk.
    static func decided(_ decision: Decision, row: QueueRow, undoDepth: Int) -> ExplorerEvent {
        .decided([decision], rows: [row], undoDepth: undoDepth, leftOut: 0)
    }
}
