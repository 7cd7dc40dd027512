import Engine
import Review

extension LinearReader {
    /// Decisions that are on disk now, unless a notice tells of them.
    func saved(from before: ExplorerState, to after: ExplorerState, besides news: [Notice]) -> [String] {
        let old = Dictionary(before.queue.rows.map { ($0.id, $0) }) { first, _ in first }
        let changed = after.queue.rows.filter { row in old[row.id].map { $0.verdict != row.verdict } ?? false }
        guard changed.count <= Self.fewRows else { return [] }
        return changed.filter { row in !news.contains { $0.text.hasPrefix(row.name) } }
            .flatMap { spoken("Saved: \($0.name) is \($0.verdict.joined(separator: ", ")).") }
    }

    /// More rows are told of as a bulk.
    private static let fewRows = 3

    /// What the list shows, and what is marked in it.
    func list(from before: ExplorerState, to after: ExplorerState) -> [String] {
        let (old, new) = (before.queue, after.queue)
        var lines = old.view == new.view ? [] : spoken("List: \(words(on: new.view)).")
        if old.total != new.total, !after.run.isUnderWay {
            lines.append(
                new.total == 0 ? "No sample fits; esc shows all again." : "The list has \(count(new.total, "sample")).")
        }
        if before.markedCount != after.markedCount { lines.append("\(count(after.markedCount, "sample")) marked.") }
        return lines
    }

    private func words(on view: QueueView) -> String {
        let filter = view.filter == .everything ? "every sample" : view.filter.text
        return "\(filter), sorted by \(view.sort.text)"
    }

    /// What became of the run and of what the reviewer follows.
    func growth(from before: ExplorerState, to after: ExplorerState) -> [String] {
        let held = after.held.subtracting(before.held).map { "\(after.name(of: $0)) waits at its next gate." }
        let released = before.held.subtracting(after.held).filter { after.growing.contains($0) }
            .map { "\(after.name(of: $0)) goes on." }
        var lines = (held + released).flatMap { spoken($0) }
        if before.run != after.run { lines += words(on: after.run) }
        if before.followsNewest != after.followsNewest, after.isGrowing {
            lines.append(
                after.followsNewest ? "Following the newest sample." : "No longer following the newest sample.")
        }
        if before.comparesDrafts != after.comparesDrafts {
            lines.append(after.comparesDrafts ? "Changes are compared." : "Changes are not compared.")
        }
        return lines
    }

    private func words(on run: RunActivity) -> [String] {
        switch run {
        case .idle: []
        case .growing(let requested): ["The run goes on: \(count(requested, "sample")) asked for."]
        case .paused: ["The run is paused."]
        case .ended: ["The run is over."]
        // Its text is a notice too.
        case .failed: []
        }
    }
}

extension QueueRow {
    /// What was decided, in words.
    fileprivate var verdict: [String] {
        [status.rawValue, reason.map { status == .rejected ? $0.rawValue : "" } ?? "", isFlagged ? "flagged" : ""]
            .filter { !$0.isEmpty } + (isEdited && status != .draft ? ["edited"] : [])
    }
}
