import Glibc
import Subprocess
import Synchronization

/// A child that was left to itself: it lives on when we end, whichever way.
package struct DetachedChild: Sendable {
    /// Its process number, which is that of its session too.
    package let process: Int32
    private let life: Life

    /// How it ended, once it has.
    fileprivate final class Life: Sendable {
        let ending = Mutex<ChildEnding?>(nil)
    }

    fileprivate init(process: Int32, life: Life) {
        self.process = process
        self.life = life
    }

    /// Waits for its end; nil when it still lives after `limit`, or when we are cancelled.
    package func waitForEnd(within limit: Duration) async -> ChildEnding? {
        let begun = ContinuousClock.now
        while begun.duration(to: .now) < limit, life.ending.withLock(\.self) == nil {
            do { try await Task.sleep(for: Self.pause) } catch { break }
        }
        return life.ending.withLock(\.self)
    }

    /// Between two looks; nobody waits often, or for long.
    private static let pause = Duration.milliseconds(5)
}

extension ChildCommand {
    /// Starts the child and leaves it to itself.
    ///
    /// It leads a session of its own, so it has no terminal and hears no end of ours; it reads nothing, has the usual
    /// effect of every signal, and no descriptor but 0, 1 and 2. What it writes is appended to a file, which is made
    /// for its owner alone where there is none. No watchdog ends it.
    ///
    /// - Throws: ``ChildProcessError/notStarted(_:reason:)``, also when the file cannot be written.
    package func detach(loggingTo path: String) async throws(ChildProcessError) -> DetachedChild {
        let log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else {
            throw .notStarted(
                program, reason: "its log \(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        let (starts, started) = AsyncStream.makeStream(of: Result<Int32, ChildProcessError>.self)
        let life = DetachedChild.Life()
        Task {
            let ending = await live(detachedTo: log) { started.yield($0) }
            life.ending.withLock { $0 = ending }
        }
        for await start in starts { return DetachedChild(process: try start.get(), life: life) }
        throw .notStarted(program, reason: "it was given up.")
    }

    /// Tells once whether it was started, and returns when it has ended; nil for one that was never started.
    private func live(
        detachedTo log: Int32, _ tell: @Sendable (Result<Int32, ChildProcessError>) -> Void
    ) async -> ChildEnding? {
        do {
            let done = try await Subprocess.run(
                executable, arguments: Arguments(arguments), environment: .custom(variables),
                workingDirectory: folder.map { .init($0) }, platformOptions: .ownSession, input: .none,
                output: .fileDescriptor(.init(rawValue: log), closeAfterSpawningProcess: true),
                error: .combinedWithOutput
            ) { child in tell(.success(child.processIdentifier.value)) }
            return ChildEnding(done.terminationStatus)
        } catch {
            tell(.failure(.notStarted(program, reason: "\(error)")))
            return nil
        }
    }
}
