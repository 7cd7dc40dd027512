/// What is asked for on the screen Stats alone.
enum StatsAction: Hashable, Sendable, CaseIterable {
    case interval, propose, refresh, write
}

extension ActionEntry {
    static let stats = [
        ActionEntry(
            .stats(.interval), "stats-interval", label: "interval", "count all, today, the last 7 days", .stats, "I"
        ).only(on: .stats),
        ActionEntry(
            .stats(.propose), "stats-propose", label: "propose a run", "a run for tools with too few uses", .stats, "C"
        ).only(on: .stats),
        ActionEntry(.stats(.refresh), "stats-refresh", label: "refresh", "count again", .stats, "ctrl-t").only(
            on: .stats),
        ActionEntry(
            .stats(.write), "stats-write", label: "write", "write the page as JSON and text beside the dataset", .stats,
            "W"
        ).only(on: .stats),
    ]
}
