import Glibc
import Subprocess

extension ChildCommand {
    /// Starts the child and keeps it for as long as `body` takes; afterwards its whole group is dead.
    ///
    /// The child leads a session of its own, so it has no terminal; it has no descriptor but 0, 1 and 2. Whoever begins
    /// a session of its own in turn escapes the group. Cancelling kills at once.
    ///
    /// - Throws: ``ChildProcessError/notStarted(_:reason:)``, and whatever `body` throws.
    func live<Input: InputProtocol, Result: Sendable>(
        input: Input,
        _ body: (Execution<Input, SequenceOutput, SequenceOutput>) async throws -> Result
    ) async throws -> (result: Result, ending: ChildEnding) {
        try Task.checkCancellation()
        do {
            let done = try await Subprocess.run(
                executable, arguments: Arguments(arguments), environment: .custom(variables),
                workingDirectory: folder.map { .init($0) }, platformOptions: .ownSession, input: input,
                output: .sequence, error: .sequence
            ) { child in
                // Not left to the library's teardown: that looks at the leader alone, and spares its children once
                // the leader has left.
                defer { child.killGroup() }
                return try await body(child)
            }
            return (done.closureResult, ChildEnding(done.terminationStatus))
        } catch let error as SubprocessError where error.isOfStarting {
            throw ChildProcessError.notStarted(program, reason: "\(error)")
        }
    }

    var executable: Executable {
        switch program {
        case .named(let name): .name(name)
        case .at(let path): .path(.init(path))
        }
    }

    var variables: [Environment.Key: String] {
        var variables: [Environment.Key: String] = [:]
        for (name, value) in environment {
            guard let key = Environment.Key(rawValue: name) else { continue }
            variables[key] = value
        }
        return variables
    }
}

extension Execution {
    /// Kills the child and all of its session; harmless when they are dead.
    ///
    /// The session's number cannot be another's yet: the leader is reaped only after the body.
    func killGroup() {
        ChildSession(leader: processIdentifier.value).kill()
    }

    /// Waits until the child itself has ended, and leaves it to be reaped; its children may live on.
    func waitForEnd() async throws {
        while !hasEnded { try await Task.sleep(for: .milliseconds(2)) }
    }

    private var hasEnded: Bool {
        var found = siginfo_t()
        let answer = waitid(P_PID, id_t(processIdentifier.value), &found, WEXITED | WNOHANG | WNOWAIT)
        return answer != 0 && errno != EINTR || answer == 0 && found.si_signo == SIGCHLD
    }
}

extension PlatformOptions {
    /// The child leads a session and a group of its own.
    static var ownSession: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500)),
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100)),
        ]
        return options
    }
}

extension ChildEnding {
    init(_ status: TerminationStatus) {
        switch status {
        case .exited(let code): self = .exited(code: code)
        case .signaled(let number): self = .signalled(number: number)
        }
    }
}

extension SubprocessError {
    fileprivate var isOfStarting: Bool {
        [.spawnFailed, .executableNotFound, .failedToChangeWorkingDirectory].contains(code)
    }
}
