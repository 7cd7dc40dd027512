import Dispatch
import Glibc
import Synchronization

/// Turns signals that would end the program into a call.
final class SignalWatch: Sendable {
    /// Only ever cancelled after `init`, which a dispatch source allows from any thread.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]
    private let signals: [Int32]
    private let first = Mutex<Int32?>(nil)

    /// Calls `stop` at the first of these signals; a second one ends the program at once.
    ///
    /// A signal that the program was started to ignore, as `nohup` does, stays ignored.
    init(_ wanted: [Int32], stop: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "signals")
        let signals = wanted.filter { !Self.isIgnored($0) }
        self.signals = signals
        sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
        for (number, source) in zip(signals, sources) {
            signal(number, SIG_IGN)
            source.setEventHandler { [weak self] in
                self?.first.withLock { $0 = $0 ?? number }
                signal(number, SIG_DFL)
                stop()
            }
            source.resume()
        }
    }

    /// The signal that came first; nil when none has.
    var received: Int32? { first.withLock(\.self) }

    /// Gives the signals back their usual effect.
    func stop() {
        for source in sources { source.cancel() }
        for number in signals { signal(number, SIG_DFL) }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}
