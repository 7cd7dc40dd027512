import CNcurses
internal import Canvas
import Glibc
import Synchronization

/// What callers hand to the thread that owns the terminal, and the size it hands back.
final class Exchange: Sendable {
    /// Something to do besides painting.
    enum Order: Sendable {
        case edit(EditorRequest)
        case editorEnded(waitStatus: Int32)
        /// Bytes that are no part of the picture.
        case send([UInt8])
        case suspend
        case close
    }

    /// A frame with the look it is painted in.
    struct Picture: Sendable {
        var frame: Frame
        var theme: Theme
    }

    private struct Contents {
        var orders: [Order] = []
        var picture: Picture?
        var size: Size
        var isArmed = false
        var isClosed = false
    }

    /// Becomes readable when there is something to take.
    let wakeup: Int32
    private let contents: Mutex<Contents>

    /// Nil when the system gives no descriptor.
    init?(size: Size) {
        wakeup = ct_wakeup_open()
        guard wakeup >= 0 else { return nil }
        contents = Mutex(Contents(size: size))
    }

    deinit { Glibc.close(wakeup) }

    var size: Size {
        get { contents.withLock { $0.size } }
        set { contents.withLock { $0.size = newValue } }
    }

    /// Replaces the picture that was not painted yet.
    func post(_ picture: Picture) {
        wake { $0.picture = picture }
    }

    /// Leaves an order for the thread; nothing is left and the answer is false when there is no thread any more.
    @discardableResult
    func post(_ order: Order) -> Bool {
        wake { $0.orders.append(order) }
    }

    /// Takes no more, and gives what nobody will do now.
    func close() -> [Order] {
        contents.withLock { contents in
            contents.isClosed = true
            return contents.orders
        }
    }

    /// All that was posted since the last time.
    func take() -> (orders: [Order], picture: Picture?) {
        var count: UInt64 = 0
        _ = read(wakeup, &count, 8)
        return contents.withLock { contents in
            defer {
                contents.orders = []
                contents.picture = nil
                contents.isArmed = false
            }
            return (contents.orders, contents.picture)
        }
    }

    @discardableResult
    private func wake(_ change: (inout Contents) -> Void) -> Bool {
        contents.withLock { contents in
            guard !contents.isClosed else { return false }
            change(&contents)
            guard !contents.isArmed else { return true }
            contents.isArmed = true
            var one: UInt64 = 1
            _ = write(wakeup, &one, 8)
            return true
        }
    }
}
