/// What is asked for on the screen Compare alone.
enum CompareAction: Hashable, Sendable, CaseIterable {
    case previousIteration, nextIteration, previousHunk, nextHunk
    case setFirst, swap, preferFirst, preferSecond, preferNeither, accept
    case nextBranch, previousBranch
}

extension ActionEntry {
    static let compare = [
        ActionEntry(
            .compare(.previousIteration), "compare-previous-iteration", label: "iteration", "B an iteration earlier",
            .compare, "["),
        ActionEntry(
            .compare(.nextIteration), "compare-next-iteration", label: "iteration", "B an iteration later", .compare,
            "]"),
        ActionEntry(
            .compare(.previousHunk), "compare-previous-hunk", label: "hunk", "to the difference before", .compare, "{"),
        ActionEntry(.compare(.nextHunk), "compare-next-hunk", label: "hunk", "to the next difference", .compare, "}"),
        ActionEntry(
            .compare(.setFirst), "compare-set-first", label: "set A here", "B becomes A as well, to go on from there",
            .compare, "m"),
        ActionEntry(.compare(.swap), "compare-swap", label: "swap", "A and B change places", .compare, "~"),
        ActionEntry(
            .compare(.preferFirst), "prefer-first", label: "prefer", "A is better than B; stored as a preference",
            .compare, "1"),
        ActionEntry(
            .compare(.preferSecond), "prefer-second", label: "prefer", "B is better than A; stored as a preference",
            .compare, "2"),
        ActionEntry(
            .compare(.preferNeither), "prefer-neither", label: "prefer", "neither is better; stored as well", .compare,
            "0"),
        ActionEntry(.compare(.accept), "compare-accept", label: "accept B", "accept the sample B", .compare, "a"),
        ActionEntry(
            .compare(.nextBranch), "compare-next-branch", label: "branch", "B is the next branch of the family",
            .compare, "n"),
        ActionEntry(
            .compare(.previousBranch), "compare-previous-branch", label: "branch",
            "B is the branch before in the family", .compare, "p"),
    ].map { $0.only(on: .compare) }
}
