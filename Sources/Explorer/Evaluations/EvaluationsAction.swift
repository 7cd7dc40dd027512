/// What is asked for on the screen Evaluations alone.
enum EvaluationsAction: Hashable, Sendable, CaseIterable {
    case nextItem, previousItem, wrong, category, mark, nextStudy, previousStudy, refresh
}

extension ActionEntry {
    static let evaluations = [
        ActionEntry(
            .evaluations(.nextItem), "evaluation-next-item", label: "next", "the next item, whichever pane is in focus",
            .evaluations, "n"),
        ActionEntry(
            .evaluations(.previousItem), "evaluation-previous-item", label: "previous", "the item before", .evaluations,
            "p"),
        ActionEntry(
            .evaluations(.wrong), "evaluation-wrong", label: "wrong", "show only what is wrong, or all", .evaluations,
            "w"),
        ActionEntry(
            .evaluations(.category), "evaluation-category", label: "category",
            "show one category alone, the next that has items, all again", .evaluations, "c"),
        ActionEntry(
            .evaluations(.mark), "evaluation-mark", label: "compare",
            "mark this evaluation: another one then shows where the two differ", .evaluations, "m"),
        ActionEntry(
            .evaluations(.nextStudy), "evaluation-next", label: "evaluation", "the next stored evaluation",
            .evaluations, "]"),
        ActionEntry(
            .evaluations(.previousStudy), "evaluation-previous", label: "evaluation",
            "the stored evaluation before", .evaluations, "["),
        ActionEntry(
            .evaluations(.refresh), "evaluation-refresh", label: "refresh", "read the screen again", .evaluations,
            "ctrl-t"),
    ].map { $0.only(on: .evaluations) }
}
