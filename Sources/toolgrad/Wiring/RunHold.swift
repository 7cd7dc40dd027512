import DatasetStore
import Engine
import Synchronization

/// This process's right to grow a run, shared by everything here that grows it: the run itself and its branches.
///
/// The lock is taken when the first of them begins, and given back when the last has ended.
final class RunHold: Sendable {
    private struct State {
        var lock: RunLock?
        var growing = 0
    }

    private let dataset: Dataset
    private let run: RunID
    private let state = Mutex(State())

    /// Takes the lock at once, so that whoever cannot have it learns so before anything is written.
    ///
    /// - Throws: ``DatasetError/runIsLocked(_:holder:)`` while another process has it.
    init(of run: RunID, in dataset: Dataset) throws(DatasetError) {
        self.run = run
        self.dataset = dataset
        let lock = try dataset.lockRun(run)
        state.withLock { $0.lock = lock }
    }

    /// Whether anything of this process grows the run.
    var isUsed: Bool { state.withLock { $0.growing > 0 } }

    /// Whether this process has the lock, be it for what is about to begin.
    var isLocked: Bool { state.withLock { $0.lock != nil } }

    /// Something begins to grow.
    ///
    /// - Throws: ``DatasetError/runIsLocked(_:holder:)`` when another process took the lock meanwhile.
    func enter() throws {
        try state.withLock { state in
            if state.lock == nil { state.lock = try dataset.lockRun(run) }
            state.growing += 1
        }
    }

    /// It has ended, well or not.
    func leave() {
        state.withLock { state in
            state.growing -= 1
            guard state.growing == 0 else { return }
            state.lock?.release()
            state.lock = nil
        }
    }
}
