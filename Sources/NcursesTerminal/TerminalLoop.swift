import CNcurses
internal import Canvas
import Glibc

/// What the terminal's own thread does: waits for keys, signals and orders, and paints.
final class TerminalLoop {
    enum Presence {
        case onScreen
        /// Stopped and continued in the background: the terminal is someone else's.
        case away
        case lent(EditorRequest, child: pid_t)
        case gone
    }

    var presence = Presence.onScreen
    let exchange: Exchange
    let inputs: AsyncStream<TerminalInput>.Continuation
    private var painter: Painter
    private var pacer = FramePacer()
    private var decoder = KeyDecoder()
    private var picture: Exchange.Picture?
    private var isPictureNew = false
    private var doMoreKeysWait = false
    private var emptyWakeups = 0
    private var isOpen = true

    init(exchange: Exchange, inputs: AsyncStream<TerminalInput>.Continuation, tier: ColorTier) {
        self.exchange = exchange
        self.inputs = inputs
        painter = Painter(tier: tier)
    }

    func run() {
        ct_guard_thread()
        ct_unblock_signals()
        while isOpen {
            let keys = wait()
            takeSignals()
            takeOrders()
            takeKeys(keys)
            paintIfDue()
        }
        endEditor()
        ct_close()
        exchange.close().forEach(refuse)
        inputs.finish()
        ct_unguard_thread()
    }

    /// Forgets what the screen shows, after something else wrote on it or its size changed.
    func repaint() {
        painter.forget()
        isPictureNew = picture != nil
    }

    /// Adopts the size that the window has now.
    func adoptSize() {
        let size = Size(ct_measure())
        guard size != exchange.size else { return }
        exchange.size = size
        repaint()
        inputs.yield(.resized(size))
    }
}

extension TerminalLoop {
    /// Sleeps until there is something to do, and tells what is with the keys.
    private func wait() -> Int16 {
        let isReading = if case .onScreen = presence { true } else { false }
        var sources = [
            pollfd(fd: isReading ? ct_input_descriptor() : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: exchange.wakeup, events: Int16(POLLIN), revents: 0),
            pollfd(fd: ct_signal_descriptor(), events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&sources, nfds_t(sources.count), timeout)
        return sources[0].revents
    }

    /// In milliseconds, as poll takes it; -1 is for ever.
    private var timeout: Int32 {
        switch presence {
        case .onScreen where doMoreKeysWait: 0
        case .onScreen where isPictureNew: pacer.wait(at: .now).milliseconds
        case .away: 250
        case .onScreen, .lent, .gone: -1
        }
    }
}

extension TerminalLoop {
    /// The most that is read in one turn; more waits, so that a large paste does not hold up painting.
    private static let bytesPerTurn = 4096

    private func takeKeys(_ events: Int16) {
        guard case .onScreen = presence, events != 0 || doMoreKeysWait else { return }
        let count = drainKeys()
        emptyWakeups = count == 0 ? emptyWakeups + 1 : 0
        let hasHungUp = events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 && !doMoreKeysWait
        if hasHungUp || count == 0 && (ct_is_gone() || emptyWakeups > 100) {
            presence = .gone
            inputs.yield(.hungUp)
        }
    }

    private func drainKeys() -> Int {
        var count = 0
        doMoreKeysWait = true
        while doMoreKeysWait, count < Self.bytesPerTurn { count += decoder.isPasting ? takePasted() : takeKey() }
        return count
    }

    private func takeKey() -> Int {
        let raw = RawKey(code: ct_read_key())
        decoder.take(raw).forEach(yield)
        doMoreKeysWait = raw != .pause
        return doMoreKeysWait ? 1 : 0
    }

    /// A paste goes past ncurses, which would ask the system for each byte.
    private func takePasted() -> Int {
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.bytesPerTurn) { buffer, count in
            count = Int(ct_read_bytes(buffer.baseAddress, Int32(buffer.count)))
        }
        decoder.take(pasted: bytes).forEach(yield)
        doMoreKeysWait = !bytes.isEmpty
        return bytes.count
    }

    private func yield(_ key: Key) {
        pacer.hurry()
        inputs.yield(.key(key))
    }
}

extension TerminalLoop {
    private func takeOrders() {
        let (orders, newest) = exchange.take()
        if let newest {
            picture = newest
            isPictureNew = true
        }
        for order in orders {
            switch order {
            case .edit(let request): lend(to: request)
            case .editorEnded(let status): takeBack(waitStatus: status)
            case .send(let bytes): send(bytes)
            case .suspend: suspend()
            case .close: isOpen = false
            }
        }
        if case .away = presence { comeBack() }
    }

    /// Whoever has the terminal now did not ask for it.
    private func send(_ bytes: [UInt8]) {
        guard case .onScreen = presence else { return }
        ct_send(bytes, bytes.count)
    }

    private func refuse(_ order: Exchange.Order) {
        if case .edit(let request) = order { request.finish(.failure(.closed)) }
    }

    private func paintIfDue() {
        guard case .onScreen = presence, isPictureNew, isOpen, let picture else { return }
        guard pacer.wait(at: .now) == .zero else { return }
        // A terminal that does not keep up gets fewer frames; waiting for it would hold up everything else.
        if ct_takes_output() {
            painter.paint(picture, on: exchange.size)
            isPictureNew = false
        }
        pacer.painted(at: .now)
    }
}

extension Duration {
    /// Whole milliseconds, rounded up.
    fileprivate var milliseconds: Int32 {
        let (seconds, attoseconds) = components
        return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
