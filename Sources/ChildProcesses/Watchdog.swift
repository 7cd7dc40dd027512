import Glibc
import Subprocess

/// A small process that outlives us when we are killed, and then ends the groups that we could not end.
///
/// It is started at the first use, in a session of its own. When its input ends it asks each group that is still listed
/// to end, and all who are in its leader's session, and kills what is left after a second. Without it, when it could
/// not be started, everything else works.
package actor Watchdog {
    private enum State {
        case idle
        case starting([CheckedContinuation<Void, Never>])
        case running(input: Int32)
        case failed(String)
        case ended
    }

    private var state = State.idle
    private var process: Task<Void, Never>?
    private let shell: String

    package init(shell: String = "/bin/sh") {
        self.shell = shell
    }

    /// Why there is no watchdog, as a whole sentence; nil while nothing is known to be wrong.
    package var problem: String? {
        guard case .failed(let reason) = state else { return nil }
        return "The watchdog cannot be started: \(reason) Servers may outlive a toolgrad that is killed."
    }

    /// Ends the group and the session of this leader should we die.
    package func watch(_ leader: Int32) async {
        await start()
        say("add \(leader)")
    }

    /// Forgets the group; to be said while the number is still the leader's own.
    package func release(_ leader: Int32) {
        say("remove \(leader)")
    }

    /// Lets the watchdog leave; whatever is still listed is ended.
    package func end() async {
        if case .starting = state { await start() }
        if case .running(let input) = state { close(input) }
        state = .ended
        await process?.value
    }

    private func say(_ line: String) {
        guard case .running(let input) = state else { return }
        let bytes = Array((line + "\n").utf8)
        // So short a line is written whole or not at all.
        guard write(input, bytes, bytes.count) != bytes.count else { return }
        let reason = String(cString: strerror(errno))
        close(input)
        state = .failed("it does not listen (\(reason)).")
    }
}

extension Watchdog {
    private func start() async {
        switch state {
        case .idle: await launch()
        case .starting: await withCheckedContinuation { wait($0) }
        case .running, .failed, .ended: return
        }
    }

    private func wait(_ continuation: CheckedContinuation<Void, Never>) {
        guard case .starting(let waiting) = state else { return continuation.resume() }
        state = .starting(waiting + [continuation])
    }

    private func launch() async {
        state = .starting([])
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return settle(.failed("there is no pipe for it.")) }
        let (output, input) = (ends[0], ends[1])
        _ = fcntl(input, F_SETFD, FD_CLOEXEC)
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        let problem = await withCheckedContinuation { begun in
            process = Task { [shell] in await Self.run(shell, reading: output, begun) }
        }
        guard let problem else { return settle(.running(input: input)) }
        close(input)
        settle(.failed(problem))
    }

    private func settle(_ next: State) {
        guard case .starting(let waiting) = state else { return }
        state = next
        for continuation in waiting { continuation.resume() }
    }

    /// Resumes with the reason when it cannot be started, and with nil when it was; returns when it has ended.
    private static func run(
        _ shell: String, reading input: Int32, _ begun: CheckedContinuation<String?, Never>
    ) async {
        var hasBegun = false
        do {
            _ = try await Subprocess.run(
                .path(.init(shell)), arguments: ["-c", script], environment: .custom(["PATH": "/usr/bin:/bin"]),
                workingDirectory: "/", platformOptions: .ownSession,
                input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: true),
                output: .discarded, error: .discarded
            ) { _ in
                hasBegun = true
                begun.resume(returning: nil)
            }
        } catch {
            if !hasBegun { begun.resume(returning: "\(error).") }
        }
    }
}
