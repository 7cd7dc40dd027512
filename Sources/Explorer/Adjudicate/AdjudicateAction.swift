/// What is asked for on the screen Adjudicate alone.
enum AdjudicateAction: Hashable, Sendable, CaseIterable {
    case takeA, takeB, accept, reject, next, refresh
}

extension ActionEntry {
    static let adjudicate = [
        ActionEntry(
            .adjudicate(.takeA), "adjudicate-a", label: "A is right", "settle it as A judges it", .adjudicate, "1"
        ).only(on: .adjudicate),
        ActionEntry(
            .adjudicate(.takeB), "adjudicate-b", label: "B is right", "settle it as B judges it", .adjudicate, "2"
        ).only(on: .adjudicate),
        ActionEntry(
            .adjudicate(.accept), "adjudicate-accept", label: "accept", "settle it as accepted, whatever the two say",
            .adjudicate, "a"
        ).only(on: .adjudicate),
        ActionEntry(
            .adjudicate(.reject), "adjudicate-reject", label: "reject",
            "settle it as rejected, with reasons of your own",
            .adjudicate, "r"
        ).only(on: .adjudicate),
        ActionEntry(
            .adjudicate(.next), "adjudicate-next", label: "next open", "the next one that nobody settled", .adjudicate,
            "n"
        ).only(on: .adjudicate),
        ActionEntry(
            .adjudicate(.refresh), "adjudicate-refresh", label: "refresh", "read the screen again", .adjudicate,
            "ctrl-t"
        ).only(on: .adjudicate),
    ]
}
