import ChildProcesses
import Foundation
import Testing

@Suite("A child that is left to itself", .timeLimit(.minutes(1)))
struct DetachedChildTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("detached-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var log: String { folder.appendingPathComponent("log").path }

    private var said: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    private func start(_ line: String) async throws -> DetachedChild {
        try await ChildCommand.shell(line, environment: ["PATH": "/usr/bin:/bin", "GREETING": "hello"])
            .detach(loggingTo: log)
    }

    @Test func `leads a session of its own, reads nothing, and has the variables it is given`() async throws {
        defer { remove() }

        let child = try await start("cat; echo $GREETING; cut -d' ' -f6 /proc/$$/stat; echo bad >&2")
        let ending = await child.waitForEnd(within: .seconds(20))

        #expect(ending == .exited(code: 0))
        #expect(said == "hello\n\(child.process)\nbad\n")
    }

    @Test func `adds to its log, which only its owner can read`() async throws {
        defer { remove() }

        _ = await (try await start("echo one")).waitForEnd(within: .seconds(20))
        _ = await (try await start("echo two")).waitForEnd(within: .seconds(20))

        #expect(said == "one\ntwo\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: log)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `is known to live, and how it ended is told`() async throws {
        defer { remove() }

        let child = try await start("echo begun; exec sleep 300")
        let early = await child.waitForEnd(within: .milliseconds(50))
        kill(child.process, SIGTERM)
        let late = await child.waitForEnd(within: .seconds(20))

        #expect(early == nil)
        #expect(late == .signalled(number: SIGTERM))
    }

    @Test func `is not waited for by who is cancelled, and its end is still told to others`() async throws {
        defer { remove() }

        let child = try await start("exec sleep 300")
        let waiting = Task { await child.waitForEnd(within: .seconds(300)) }
        waiting.cancel()
        let cancelled = await waiting.value
        kill(child.process, SIGTERM)
        let ending = await child.waitForEnd(within: .seconds(20))

        #expect(cancelled == nil)
        #expect(ending == .signalled(number: SIGTERM))
    }

    @Test func `has the usual effect of a signal that we ignore`() async throws {
        defer { remove() }
        signal(SIGPIPE, SIG_IGN)

        let ending = await (try await start("kill -PIPE $$; echo lived")).waitForEnd(within: .seconds(20))

        #expect(ending == .signalled(number: SIGPIPE))
        #expect(said.isEmpty)
    }

    @Test func `that cannot be started, or has nowhere to write, is an error with its reason`() async throws {
        defer { remove() }
        let missing = ChildCommand(.at(path: "/no/such/program"), environment: [:])
        let nowhere = ChildCommand.shell("true", environment: [:])

        let first = await #expect(throws: ChildProcessError.self) { _ = try await missing.detach(loggingTo: log) }
        let second = await #expect(throws: ChildProcessError.self) {
            _ = try await nowhere.detach(loggingTo: "/no/such/folder/log")
        }

        #expect(first?.description.hasPrefix("/no/such/program cannot be started: ") == true)
        #expect(
            second?.description
                == "/bin/sh cannot be started: its log /no/such/folder/log cannot be written: No such file or directory."
        )
    }
}
