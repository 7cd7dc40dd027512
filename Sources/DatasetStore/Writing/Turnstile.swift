import Foundation

/// Gives every process its turn at writing.
///
/// SQLite's lock is not fair: a process that commits without a pause takes it again before a waiting one looks. So a
/// writer holds this file's lock from before it asks for SQLite's until it has it; whoever waits holds the turnstile,
/// and the busy one queues behind it. It only orders: without it, or after too long a wait, writing goes on.
struct Turnstile: Sendable {
    private let file: FileDescriptor?
    private let tries: Int

    /// Closes the file with the last user.
    private final class FileDescriptor: Sendable {
        let number: Int32

        init?(path: String) {
            number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            if number < 0 { return nil }
        }

        deinit { close(number) }
    }

    /// The turnstile of the dataset at a path; `tries` says how many milliseconds to wait for a turn.
    ///
    /// A stopped process may hold the lock, so the wait is not long.
    init(of dataset: String, tries: Int = 200) {
        self.tries = tries
        file = FileDescriptor(path: dataset + "-turn")
    }

    func enter() {
        guard let file else { return }
        for _ in 0..<tries {
            if flock(file.number, LOCK_EX | LOCK_NB) == 0 { return }
            usleep(1_000)
        }
    }

    /// Lets the next one through; leaving twice does nothing.
    func leave() {
        if let file { flock(file.number, LOCK_UN) }
    }
}
