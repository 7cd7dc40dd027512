import Foundation
import Glibc
import Synchronization

/// The programs that were started here and run, so that none of them outlives this one.
final class LivingPrograms: Sendable {
    /// Nil once all were ended.
    private let numbers = Mutex<Set<pid_t>?>([])

    /// Starts a program that ends with this one.
    ///
    /// - Throws: `CancellationError` when this one is ending.
    func start(_ process: Process) throws {
        try numbers.withLock { numbers in
            guard numbers != nil else { throw CancellationError() }
            try process.run()
            numbers?.insert(process.processIdentifier)
        }
    }

    /// Ends a program that was started here, and returns when it is gone.
    func end(_ process: Process) {
        let number = process.processIdentifier
        guard numbers.withLock({ $0?.remove(number) }) != nil else { return }
        if process.isRunning { kill(number, SIGKILL) }
        process.waitUntilExit()
    }

    /// Ends all programs; none can be started after this.
    func endAll() {
        numbers.withLock { numbers in
            for number in numbers ?? [] { kill(number, SIGKILL) }
            numbers = nil
        }
    }
}
