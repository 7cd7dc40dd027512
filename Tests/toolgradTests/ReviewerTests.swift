import Foundation
import Testing

@Suite(
    "A reviewer who presses keys", .serialized, .timeLimit(.minutes(5)),
    .enabled(if: Tmux.isThere, "tmux is not installed"))
struct ReviewerTests {
    /// What is done to one sample, with at most two keys.
    private enum Verdict: String, CaseIterable {
        case accept = "a"
        case unnatural = "r1"
        case notInferable = "r3"
        case skip = "s"
        case flagAndAccept = "fa"

        var status: String {
            switch self {
            case .accept, .flagAndAccept: "accepted"
            case .unnatural, .notInferable: "rejected"
            case .skip: "skipped"
            }
        }

        /// What the journal has to tell of it.
        var records: [String] {
            switch self {
            case .accept: ["accept"]
            case .unnatural: ["reject unnatural"]
            case .notInferable: ["reject arg_not_inferable"]
            case .skip: ["skip"]
            case .flagAndAccept: ["flag", "accept"]
            }
        }

        /// A mixture of all, always the same.
        static func script(_ count: Int) -> [Verdict] {
            (0..<count).map { allCases[($0 * $0 + $0 / 7) % allCases.count] }
        }
    }

    @Test func `a hundred samples are decided, across a restart, and all undone again`() async throws {
        let script = Verdict.script(100)
        let sitting = try await Sitting(samples: script.count)
        defer { sitting.close() }

        try await sitting.open()
        try await decide(script, 0..<50, in: sitting)
        try await sitting.press("q", shows: "ended 0")
        try await sitting.open(until: "s-00051 it")
        try await decide(script, 50..<100, in: sitting)
        let told = try sitting.tmux.screen()
        let decided = try await sitting.journal()

        #expect(told.contains("decided 100/100"))
        #expect(
            decided.map(\.told)
                == script.enumerated().flatMap { place, verdict in
                    verdict.records.map { "\(label(place)) \($0)" }
                })
        #expect(decided.map(\.seq) == Array(1...decided.count))
        #expect(try await statuses(sitting) == script.map(\.status))
        #expect(
            outcome(of: decided) == Dictionary(uniqueKeysWithValues: zip((0..<100).map(label), script.map(\.status))))

        try await undo(50, of: decided.count, in: sitting)
        try await sitting.press("q", shows: "ended 0")
        try await sitting.open(until: "undo \(decided.count - 50) ")
        try await undo(decided.count - 50, of: decided.count - 50, in: sitting)
        try await sitting.tmux.until("decided 0/100", "0 decisions")
        let all = try await sitting.journal()

        #expect(all.dropFirst(decided.count).compactMap(\.undoes) == decided.map(\.seq).reversed())
        #expect(outcome(of: all) == [:])
        #expect(try await statuses(sitting) == Array(repeating: "pending", count: 100))
        #expect(!(try await sitting.program.run("show", "--dataset", sitting.file).output.contains("flagged")))
        #expect(try await sitting.program.run("journal", "--verify", "--dataset", sitting.file).status == 0)
    }

    @Test func `keys that run ahead of the screen decide nothing that was not shown`() async throws {
        let sitting = try await Sitting(samples: 12)
        defer { sitting.close() }
        try await sitting.open()

        try sitting.tmux.press("aaaaaaaaaaaa")
        try await sitting.press("?", shows: "Help   ")
        try await sitting.press("Escape", hides: "Help   ")
        let screen = try await sitting.tmux.until("saved", " it 1/1")

        let decided = try await sitting.journal()
        #expect((1...12).contains(decided.count))
        #expect(decided.map(\.told) == decided.indices.map { "\(label($0)) accept" })
        #expect(screen.contains(" \(decided.count) decision"))
        #expect(screen.contains("decided \(decided.count)/12"))
    }

    @Test(arguments: [1, 4, 9])
    func `what the screen called saved is there after kill -9`(before: Int) async throws {
        let script = Verdict.script(20)
        let sitting = try await Sitting(samples: script.count)
        defer { sitting.close() }
        try await sitting.open()
        try await decide(script, 0..<before, in: sitting)

        try sitting.tmux.press("a")
        let seen = try sitting.tmux.screen()
        kill(try sitting.pid, SIGKILL)
        try await sitting.tmux.until("ended 137")

        let pressed = records(script, before)
        let acknowledged = try #require(seen.firstMatch(of: #/saved \d\d:\d\d:\d\d .* undo (\d+) /#)).1
        let decided = try await sitting.journal()
        #expect(decided.count >= Int(acknowledged) ?? .max)
        #expect(Array(decided.map(\.record).prefix(pressed.count)) == pressed)
        #expect(decided.dropFirst(pressed.count).allSatisfy { $0.told == "\(label(before)) accept" })
        #expect(decided.count <= pressed.count + 1)
        #expect(try await sitting.program.run("journal", "--verify", "--dataset", sitting.file).status == 0)
        // The terminal is left raw: there, a line ends with ctrl-j.
        try sitting.tmux.press("stty sane; clear; echo res''tored")
        try await sitting.press("C-j", shows: "restored")
        try await sitting.open(until: "undo \(decided.count) ")
    }

    private func records(_ script: [Verdict], _ count: Int) -> [String] { script.prefix(count).flatMap(\.records) }

    private func label(_ place: Int) -> String { "s-" + String("0000\(place + 1)".suffix(5)) }

    /// Decides as fast as the screen shows the samples.
    private func decide(_ script: [Verdict], _ places: Range<Int>, in sitting: Sitting) async throws {
        for place in places {
            let next = min(place + 1, script.count - 1)
            try await sitting.press(
                script[place].rawValue, shows: "undo \(records(script, place + 1).count) ", "\(label(next)) it")
        }
    }

    /// Undoes without waiting for the screen: what is undone need not be in view.
    private func undo(_ times: Int, of count: Int, in sitting: Sitting) async throws {
        try sitting.tmux.press(String(repeating: "u", count: times))
        if times < count { try await sitting.tmux.until("undo \(count - times) ") }
    }

    private func statuses(_ sitting: Sitting) async throws -> [String] {
        let listed = try await sitting.program.run("show", "--dataset", sitting.file)
        return listed.output.split(separator: "\n").map { String($0.split(separator: " ")[1]) }
    }

    /// The journal folded here, apart from the program: the last status decision that stands, by sample.
    private func outcome(of journal: [Sitting.Decided]) -> [String: String] {
        let undone = Set(journal.compactMap(\.undoes))
        let names = ["accept": "accepted", "reject": "rejected", "skip": "skipped"]
        return journal.filter { !undone.contains($0.seq) }.reduce(into: [:]) { outcome, line in
            if let status = names[line.action] { outcome[line.sample] = status }
        }
    }
}

extension Sitting.Decided {
    /// The action with its reasons.
    fileprivate var record: String { ([action] + (reasons ?? []).map(\.code)).joined(separator: " ") }

    fileprivate var told: String { "\(sample) \(record)" }
}
