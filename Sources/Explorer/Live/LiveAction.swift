/// What is asked for on the screen Live alone.
enum LiveAction: Hashable, Sendable, CaseIterable {
    case moreWorkers, fewerWorkers
    /// Stops the sample under the cursor where it is.
    case stop
    /// Leaves a failing tool out of the batches, or lets it back in.
    case mute
    /// Lets the tool back in that was muted last.
    case unmute
    /// Shows the sample under the cursor on Review.
    case review
    /// Shows all lines of the log, or only those that warn.
    case filter
}

extension ActionEntry {
    static let live = [
        ActionEntry(.live(.moreWorkers), "more-workers", label: "more", "grow one more sample at once", .live, "+"),
        ActionEntry(.live(.fewerWorkers), "fewer-workers", label: "fewer", "grow one sample less at once", .live, "_"),
        ActionEntry(
            .live(.stop), "stop-sample", label: "stop", "stop the worker's sample where it is", .live, "D"),
        ActionEntry(
            .live(.mute), "mute-tool", label: "mute",
            "leave the tool that fails out of the batches, or let it back in", .live, "T"),
        ActionEntry(
            .live(.unmute), "unmute-tool", label: "unmute", "let the tool back in that was muted last", .live, "U"),
        ActionEntry(.live(.review), "review-sample", label: "open", "open the worker's sample in Review", .live, "o"),
        ActionEntry(
            .live(.filter), "filter-events", label: "events", "show all events, or only warnings", .live, "e"),
    ].map { $0.only(on: .live) }
}
