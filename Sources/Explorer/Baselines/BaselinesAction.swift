/// What is asked for on the screen Baselines alone.
enum BaselinesAction: Hashable, Sendable, CaseIterable {
    case nextItem, previousItem, nextEnd, previousEnd, nextStudy, previousStudy, refresh
}

extension ActionEntry {
    static let baselines = [
        ActionEntry(
            .baselines(.nextItem), "baseline-next-item", label: "next", "the next item, whichever pane is in focus",
            .baselines, "n"),
        ActionEntry(
            .baselines(.previousItem), "baseline-previous-item", label: "previous", "the item before", .baselines, "p"),
        ActionEntry(
            .baselines(.nextEnd), "baseline-next-end", label: "end", "to the next node that ends a way", .baselines,
            "}"),
        ActionEntry(
            .baselines(.previousEnd), "baseline-previous-end", label: "end", "to the node before that ends a way",
            .baselines, "{"),
        ActionEntry(
            .baselines(.nextStudy), "baseline-next", label: "baseline", "the next stored baseline", .baselines, "]"),
        ActionEntry(
            .baselines(.previousStudy), "baseline-previous", label: "baseline", "the stored baseline before",
            .baselines, "["),
        ActionEntry(
            .baselines(.refresh), "baseline-refresh", label: "refresh", "read the screen again", .baselines, "ctrl-t"),
    ].map { $0.only(on: .baselines) }
}
