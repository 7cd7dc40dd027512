import ChildProcesses
import Foundation
import Testing

@Suite("The watchdog", .timeLimit(.minutes(1)))
struct WatchdogTests {
    private let family: Family

    init() throws {
        signal(SIGPIPE, SIG_IGN)
        family = try Family()
    }

    /// Runs the watchdog's script for an owner that says these lines and is then killed as hard as can be.
    ///
    /// The owner is a shell that holds the only writing end of the watchdog's input. Both open it in sessions of their own
    /// already, so that the group in which they were begun may go.
    private func ownerDies(saying lines: String, before script: String = Watchdog.script) async throws {
        try Data(script.utf8).write(to: family.folder.appendingPathComponent("watchdog"))
        let line = """
            mkfifo input
            setsid sh -c 'exec sh watchdog <input >/dev/null 2>&1' & echo $! > watchdog.pid
            setsid sh -c 'exec 3>input; printf "\(lines)" >&3; touch said; exec sleep 300' & owner=$!
            while [ ! -e said ]; do sleep 0.01; done
            kill -9 $owner
            """
        var command = ChildCommand.shell(line, environment: ["PATH": "/usr/bin:/bin"])
        command.folder = family.folder.path
        _ = try await command.collect(within: .seconds(20))
    }

    private func watchdogHasLeft() async throws {
        let note = try String(contentsOf: family.folder.appendingPathComponent("watchdog.pid"), encoding: .utf8)
        let watchdog = try #require(Int32(note.trimmingCharacters(in: .newlines)))
        try await until { !lives(watchdog) }
    }

    /// The family in a group of its own, which ignores the end of its input, and TERM.
    private func orphans<Result: Sendable>(_ body: (Int32) async throws -> Result) async throws -> Result {
        let command = try family.command("trap '' TERM HUP INT; echo $$; while :; do sleep 0.1; done")
        return try await command.converse(grace: .milliseconds(100)) { child in
            let leader = try #require(try await child.firstLine().flatMap { Int32($0) })
            return try await body(leader)
        }.result
    }

    @Test func `ends a stubborn group within five seconds when its owner is killed`() async throws {
        defer { family.remove() }

        let survivors = try await orphans { leader in
            try await ownerDies(saying: "add \(leader)\\n")
            return try await family.survivors(within: .seconds(5))
        }

        #expect(survivors == [])
        try await watchdogHasLeft()
    }

    /// The same, and one more in the session who made a group of its own; gives it too.
    ///
    /// It does this when it is asked to end, and its name looks like what follows a name in `stat`.
    private func scattered<Result: Sendable>(
        doing action: String, _ body: (_ leader: Int32, _ other: Int32) async throws -> Result
    ) async throws -> Result {
        let other = """
            trap '\(action)' TERM
            printf 'a b)\\n) S 1 1 1 (' > /proc/$$/comm
            echo $$
            while :; do sleep 0.1; done
            """
        try Data(other.utf8).write(to: family.folder.appendingPathComponent("other"))
        let command = try family.command(
            "echo $$; \(Family.ownGroup("sh other &")); trap '' TERM HUP INT; while :; do sleep 0.1; done")
        return try await command.converse(grace: .milliseconds(100)) { child in
            var lines = Lines(child)
            var numbers: [Int32] = []
            while numbers.count < 2, let line = try await lines.next() { numbers += [Int32(line)].compactMap(\.self) }
            try #require(numbers.count == 2)
            return try await body(numbers[0], numbers[1])
        }.result
    }

    @Test(.enabled(if: Family.canScatter, "needs bash and /proc"))
    func `ends those who made a group of their own in the session, too`() async throws {
        defer { family.remove() }

        let survivors = try await scattered(doing: "") { leader, other in
            try #require(getpgid(other) == other && getsid(other) == leader)
            try await ownerDies(saying: "add \(leader)\\n")
            try await watchdogHasLeft()
            return [leader, other].filter(lives)
        }

        #expect(survivors == [])
    }

    @Test(.enabled(if: Family.canScatter, "needs bash and /proc"))
    func `asks them before it kills`() async throws {
        defer { family.remove() }

        try await scattered(doing: "touch asked; exit 0") { leader, other in
            try await ownerDies(saying: "add \(leader)\\n")
            try await until { !lives(other) }
            #expect(family.has("asked"))
        }
    }

    @Test func `ends the group where there is no /proc`() async throws {
        defer { family.remove() }
        let script = Watchdog.script.replacing("/proc/", with: "/no/such/folder/")

        let survivors = try await orphans { leader in
            try await ownerDies(saying: "add \(leader)\\n", before: script)
            return try await family.survivors(within: .seconds(5))
        }

        #expect(survivors == [])
        try await watchdogHasLeft()
    }

    @Test func `spares a group that was released, and what is no group`() async throws {
        defer { family.remove() }

        let survivors = try await orphans { leader in
            let lines = "add \(leader)\\nadd 1\\nadd 0\\nadd -1\\nadd\\nadd x; exit\\nremove \(leader)\\n"
            try await ownerDies(saying: lines)
            try await watchdogHasLeft()
            return try await family.survivors(within: .zero)
        }

        #expect(survivors.count == 3)
    }

    @Test func `is not asked about a child any more once that was closed`() async throws {
        defer { family.remove() }
        let watchdog = Watchdog()

        let (_, ending) = try await family.command("cat; exit 0").converse(watched: watchdog) { _ in
            try await family.begins()
        }
        await watchdog.end()

        #expect(ending == .exited(code: 0))
        #expect(await watchdog.problem == nil)
        #expect(try await family.survivors() == [])
    }

    @Test func `ends what is still listed when it is ended itself`() async throws {
        defer { family.remove() }
        let watchdog = Watchdog()

        let survivors = try await orphans { leader in
            await watchdog.watch(leader)
            await watchdog.end()
            return try await family.survivors()
        }

        #expect(survivors == [])
    }

    @Test func `may be ended twice, and before anything was watched`() async throws {
        defer { family.remove() }
        let watchdog = Watchdog()

        await watchdog.end()
        await watchdog.end()
        await watchdog.watch(getpid())

        #expect(await watchdog.problem == nil)
    }

    @Test func `that cannot be started, or leaves, is a problem to be told of, and no more`() async throws {
        defer { family.remove() }
        for shell in ["/no/such/shell", "/bin/true"] {
            let watchdog = Watchdog(shell: shell)

            let (_, ending) = try await ChildCommand.shell("cat; exit 5", environment: ["PATH": "/usr/bin:/bin"])
                .converse(watched: watchdog) { _ in
                    while await watchdog.problem == nil {
                        await watchdog.watch(getpid())
                        try await Task.sleep(for: .milliseconds(5))
                    }
                }
            let problem = await watchdog.problem
            await watchdog.end()

            #expect(ending == .exited(code: 5))
            #expect(problem?.hasPrefix("The watchdog cannot be") == true, "\(problem ?? "")")
        }
    }

    @Test func `may be ended while it begins`() async throws {
        defer { family.remove() }
        let watchdog = Watchdog()

        let survivors = try await orphans { leader in
            async let watching: Void = watchdog.watch(leader)
            async let ending: Void = watchdog.end()
            _ = await (watching, ending)
            await watchdog.end()
            return try await family.survivors(within: .milliseconds(1500))
        }

        // Whoever was first, nobody waits for ever.
        #expect(survivors.count == 3 || survivors.isEmpty)
        #expect(await watchdog.problem == nil)
    }

    @Test func `serves many at once`() async throws {
        defer { family.remove() }
        let watchdog = Watchdog()

        let endings = await withTaskGroup(of: ChildEnding?.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    try? await ChildCommand.shell("cat; exit 5", environment: ["PATH": "/usr/bin:/bin"])
                        .converse(watched: watchdog) { try await $0.write(Data("x".utf8)) }.ending
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        await watchdog.end()

        #expect(endings == Array(repeating: .exited(code: 5), count: 12))
        #expect(await watchdog.problem == nil)
    }
}
