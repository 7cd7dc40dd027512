import Explorer
import NcursesTerminal
import Synchronization

/// What arrives at a session, from whatever task; taken out in bursts, so that one frame shows a whole burst.
final class Inbox: Sendable {
    enum Arrival: Sendable {
        case event(ExplorerEvent)
        case input(TerminalInput)
        /// The session is over.
        case end(Ending)
    }

    enum Ending: Sendable {
        case quit
        /// The run goes on in a process of its own.
        case leftGrowing(BackgroundRun)
        case signal(Int32)
        case hungUp
    }

    /// Rings after every arrival; one ring may stand for many.
    let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation
    private let arrivals = Mutex<[Arrival]>([])

    init() {
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func post(_ arrival: Arrival) {
        arrivals.withLock { $0.append(arrival) }
        ring.yield()
    }

    func post(_ event: ExplorerEvent) { post(.event(event)) }

    /// Rings without an arrival.
    func rouse() { ring.yield() }

    /// Everything that has arrived since the last time, in order.
    func takeAll() -> [Arrival] {
        arrivals.withLock { arrivals in
            defer { arrivals = [] }
            return arrivals
        }
    }
}
