import Glibc
import Synchronization

/// What can be done to a child's group for as long as the number of the group is its own.
///
/// The number is kept until the child is to be reaped; from then on it may be another's, and nothing is sent any more.
final class ChildLife: Sendable {
    enum Signal: Sendable {
        case terminate
        case kill
    }

    private enum State {
        case known(group: Int32)
        case over(ChildEnding?)
    }

    private let state: Mutex<State>

    init(group: Int32) {
        state = Mutex(.known(group: group))
    }

    /// Sends a signal to the whole group, and the one that kills to the whole session; harmless when it is dead.
    func send(_ signal: Signal) {
        state.withLock {
            guard case .known(let group) = $0 else { return }
            switch signal {
            case .terminate: _ = kill(-group, SIGTERM)
            case .kill: ChildSession(leader: group).kill()
            }
        }
    }

    /// How the child itself ended; nil while it lives.
    var ending: ChildEnding? {
        state.withLock {
            switch $0 {
            case .known(let group): Self.ending(of: group)
            case .over(let ending): ending
            }
        }
    }

    /// Waits for the end; nil when it has not come after `limit`, or when we are cancelled.
    func waitForEnd(within limit: Duration) async -> ChildEnding? {
        let clock = ContinuousClock()
        let last = clock.now.advanced(by: limit)
        var pause = Duration.milliseconds(1)
        while true {
            if let ending { return ending }
            guard clock.now < last else { return nil }
            do { try await clock.sleep(until: min(last, clock.now.advanced(by: pause))) } catch { return nil }
            pause = min(pause * 2, .milliseconds(20))
        }
    }

    /// Kills the group, waits for the child to be dead, and lets go of its number.
    func close() async {
        send(.kill)
        // Of its own, since a task that is cancelled can wait for nothing.
        _ = await Task { await waitForEnd(within: .seconds(5)) }.value
        // Once more for those who were born meanwhile.
        send(.kill)
        state.withLock {
            guard case .known(let group) = $0 else { return }
            $0 = .over(Self.ending(of: group))
        }
    }

    /// Looks, and leaves the child to be reaped.
    private static func ending(of process: Int32) -> ChildEnding? {
        var found = siginfo_t()
        guard waitid(P_PID, id_t(process), &found, WEXITED | WNOHANG | WNOWAIT) == 0, found.si_signo == SIGCHLD
        else { return nil }
        let status = found._sifields._sigchld.si_status
        return found.si_code == Int32(CLD_EXITED) ? .exited(code: status) : .signalled(number: status)
    }
}
