/// What is asked for on the screen Stats alone.
enum StatsAction: Hashable, Sendable, CaseIterable {
    case refresh, write
}

extension ActionEntry {
    static let stats = [
        ActionEntry(.stats(.refresh), "stats-refresh", label: "refresh", "count again", .stats, "ctrl-t").only(
            on: .stats),
        ActionEntry(
            .stats(.write), "stats-write", label: "write", "write the page as JSON and text beside the dataset", .stats,
            "W"
        ).only(on: .stats),
    ]
}
