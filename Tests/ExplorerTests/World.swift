import Canvas
import Engine
import Review

@testable import Explorer

/// A dataset in memory that answers the effects of an explorer as the real one does: strict about undo, and with every
/// decision in a journal.
struct World {
    var state: ExplorerState
    private(set) var journal: [Decision] = []
    /// What was asked for, in order.
    private(set) var asked: [Effect] = []
    private let samples: [ReviewedSample]
    private var clock = Timestamp.at(12, 0)
    private var queues: [SavedQueue] = []

    init(samples count: Int = 4, size: Size = .wide) {
        samples = (1...count).map { ExampleSample.reviewed(index: $0) }
        state = .empty(size: size)
        perform(state.start())
    }

    mutating func press(_ script: String) {
        for name in script.split(separator: " ") {
            guard let key = Key(name: String(name)) else { preconditionFailure("There is no key \(name).") }
            take(.key(key))
        }
    }

    mutating func type(_ text: String) {
        for character in text { take(.key(.character(character))) }
    }

    mutating func take(_ event: ExplorerEvent) { perform(state.update(event)) }

    /// What the journal says of a sample.
    func review(_ index: Int) -> ReviewState { ReviewState(decisions(of: ExampleSample.id(index))) }

    func decisions(of sample: SampleID) -> [Decision] { journal.filter { $0.sample == sample } }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            asked.append(effect)
            for reply in replies(to: effect) { take(reply) }
        }
    }

    private mutating func replies(to effect: Effect) -> [ExplorerEvent] {
        switch effect {
        case .loadQueue(let view, _, _): return [page(of: view, selecting: nil)]
        case .find(let sample, let view, _): return [page(of: view, selecting: sample)]
        case .findLabel(let label):
            return [sample(labelled: label).map { .found($0) } ?? .failed("There is no sample \(label).")]
        case .seek(let quarry, let direction, let from, let view, _):
            return [
                sought(quarry, direction, from: from).map { page(of: view, selecting: $0) } ?? .soughtInVain(quarry)
            ]
        case .loadSample(let id):
            return [.sampleLoaded(OpenSample(reviewed(id), decisions: decisions(of: id), lastEvent: 100))]
        case .decide(let id, let action): return [write([(id, action)])]
        case .decideTogether(let id, let actions): return [write(actions.map { (id, $0) })]
        case .decideAll(let bulk, let action): return [write(chosen(bulk).map { ($0, action) })]
        case .undo: return takeBack(Undoing(journal).undoable)
        case .redo: return takeBack(Undoing(journal).redoable)
        case .rerun(let id, let step): return rerun(id, step)
        case .regenerate(let id): return [.regenerated(id, query: "Anew?", response: "Anew.", by: "offline")]
        case .saveQueue(let queue):
            queues.append(queue)
            return [.queuesKnown(queues)]
        case .removeQueue(let name):
            queues.removeAll { $0.name == name }
            return [.queuesKnown(queues)]
        case .loadQueues: return [.queuesKnown(queues)]
        case .loadCompared(let first, let second):
            let members = samples.map(\.id).filter { $0 == first || $0 == second }.map {
                ComparedSamples.Member(reviewed($0), name: "\($0)")
            }
            return [.compared(first, second, ComparedSamples(members))]
        case .loadDisagreements: return [.disagreementsLoaded([])]
        case .edit(let id, let field, let text): return [.edited(id, field, text: text + " ")]
        case .copy(let copied): return [.copied("Copied \(copied.name).")]
        case .export(let format, _): return [.exported(format)]
        case .loadStatistics(let filter, let interval):
            return [.statisticsLoaded(.example(filter, in: interval), agreement: nil)]
        case .writeStatistics: return [.told("Written.")]
        case .read(let request): return [.studyRead(StudyExample.answer(to: request))]
        case .wake(let number, _): return [.woken(number)]
        case .steer(let id, _, let gate, _): return [.steered(id, at: gate)]
        case .branch, .mute, .unmute, .setWorkers, .stop: return []
        case .hold, .step, .release, .pauseRun, .resumeRun, .hurry, .showTheme, .suspend, .redraw, .quit,
            .answerApproval:
            return []
        }
    }

    private func sought(_ quarry: Effect.Quarry, _ direction: Effect.Direction, from: SampleID?) -> SampleID? {
        let ids = samples.map(\.id)
        let place = from.flatMap { ids.firstIndex(of: $0) } ?? -1
        let others = direction == .forward ? Array(ids.dropFirst(place + 1)) : ids.prefix(max(0, place)).reversed()
        return others.first { quarry == .problem || row(of: $0).isUndecided }
    }

    private func page(of view: QueueView, selecting sample: SampleID?) -> ExplorerEvent {
        let all = samples.map { row(of: $0.id) }
        let rows = all.filter { view.filter.letsThrough($0) }
        let counts = Dictionary(grouping: all, by: \.status).mapValues(\.count)
        let selection = rows.contains { $0.id == sample } ? sample : nil
        return .queueLoaded(
            QueuePage(rows: rows, total: rows.count, counts: counts, selection: selection, view: view))
    }

    private func sample(labelled label: String) -> SampleID? {
        samples.map(\.id).first { row(of: $0).name == label || String($0.index) == label }
    }

    private func reviewed(_ id: SampleID) -> ReviewedSample {
        let sample = samples.first { $0.id == id } ?? samples[0]
        return ReviewedSample(
            id: sample.id, seed: sample.seed, state: sample.state, review: ReviewState(decisions(of: id)),
            library: sample.library)
    }

    func row(of id: SampleID) -> QueueRow {
        let review = ReviewState(decisions(of: id))
        return .example(
            id.index, review.status, reason: review.reasons.first?.reason, isFlagged: review.isFlagged,
            query: review.editedQuery ?? "Where is 東京?")
    }

    private func chosen(_ bulk: Bulk) -> [SampleID] {
        switch bulk {
        case .samples(let ids): ids
        case .filtered(let filter): samples.map(\.id).filter { filter.letsThrough(row(of: $0)) }
        }
    }

    private mutating func rerun(_ id: SampleID, _ number: Int) -> [ExplorerEvent] {
        guard let step = reviewed(id).workflow.step(number) else { return [.failed("There is no step \(number).")] }
        let edit = Edit.rerun(step: number, of: step.call.arguments, RecordedOutput("{\"again\":true}"), .demo)
        return [write([(id, .edit(edit))])]
    }

    private mutating func write(_ orders: [(SampleID, Decision.Action)]) -> ExplorerEvent {
        clock = Timestamp(microseconds: clock.microseconds + 1_000_000)
        let first = journal.count + 1
        let written = orders.enumerated().map { index, order in
            Decision(
                sequence: first + index, time: clock, reviewer: "zh", sample: order.0, action: order.1,
                bulk: orders.count > 1 ? first : nil)
        }
        journal += written
        let ids = Set(written.map(\.sample))
        return .decided(
            written, rows: ids.count == 1 ? ids.map { row(of: $0) } : [], undoDepth: Undoing(journal).depth,
            leftOut: 0)
    }

    private mutating func takeBack(_ unit: [Decision]) -> [ExplorerEvent] {
        guard !unit.isEmpty else { return [.nothingToUndo] }
        return [write(unit.map { ($0.sample, .undo($0.sequence)) })]
    }
}

/// What of a journal can be taken back; units are decisions with one `bulk` number.
struct Undoing {
    private let units: [[Decision]]
    private let undone: Set<Int>

    init(_ journal: [Decision]) {
        var units: [[Decision]] = []
        for decision in journal {
            if let bulk = decision.bulk, units.last?.first?.bulk == bulk {
                units[units.count - 1].append(decision)
            } else {
                units.append([decision])
            }
        }
        self.units = units
        var undone: Set<Int> = []
        for decision in journal.reversed() where !undone.contains(decision.sequence) {
            if case .undo(let sequence) = decision.action { undone.insert(sequence) }
        }
        self.undone = undone
    }

    private var counting: [[Decision]] { units.filter { !undone.contains($0[0].sequence) } }

    /// The newest unit that counts and is no undoing.
    var undoable: [Decision] { counting.last { !$0[0].isUndoing } ?? [] }

    /// The newest undoing that counts and is no redo itself, with nothing decided since.
    var redoable: [Decision] {
        var undone: Set<Int> = []
        for unit in units.reversed() where !undone.contains(unit[0].sequence) {
            guard case .undo(let target) = unit[0].action else { return [] }
            if !isUndoing(target) { return unit }
            undone.insert(target)
        }
        return []
    }

    private func isUndoing(_ sequence: Int) -> Bool {
        units.joined().first { $0.sequence == sequence }?.isUndoing == true
    }

    var depth: Int { counting.filter { !$0[0].isUndoing }.count }
}

extension Decision {
    fileprivate var isUndoing: Bool {
        guard case .undo = action else { return false }
        return true
    }
}

extension Filter {
    /// Statuses and flags, which is all that these rows know.
    fileprivate func letsThrough(_ row: QueueRow) -> Bool {
        switch self {
        case .all(let filters): filters.allSatisfy { $0.letsThrough(row) }
        case .not(let filter): !filter.letsThrough(row)
        case .condition(.status(let statuses)): statuses.contains(row.status)
        case .condition(.flagged): row.isFlagged
        case .condition: true
        }
    }
}
