import Foundation
import Testing

@Suite(
    "A reviewer who presses keys", .serialized, .timeLimit(.minutes(5)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct ReviewerTests {
    /// What is done to one sample with at most two keys.
    enum Verdict: String, CaseIterable {
        case accept = "a"
        case unnatural = "r1"
        case notInferable = "r3"
        case skip = "s"
        case flag = "fn"

        var status: Substring {
            switch self {
            case .accept: "accepted"
            case .unnatural, .notInferable: "rejected"
            case .skip: "skipped"
            case .flag: "pending"
            }
        }

        /// The action as the journal writes it, with its reasons.
        var record: String {
            switch self {
            case .accept: "accept"
            case .unnatural: "reject unnatural"
            case .notInferable: "reject arg_not_inferable"
            case .skip: "skip"
            case .flag: "flag"
            }
        }

        /// A mixture of all, ever the same.
        static func script(_ count: Int) -> [Verdict] {
            (0..<count).map { allCases[($0 * $0 + $0 / 7) % allCases.count] }
        }
    }

    @Test func `a hundred samples are decided, restarted between, and all undone again`() async throws {
        let script = Verdict.script(100)
        let sitting = try await Sitting(samples: script.count)
        defer { sitting.close() }

        try await sitting.open()
        try await decide(script.prefix(50), in: sitting, after: 0)
        try await sitting.press("q", shows: "ended 0")
        try await sitting.open(until: "undo 50 ")
        try await sitting.press("g", shows: "s-00001 it")
        try await Issue.record("unreachable")
    }
}
