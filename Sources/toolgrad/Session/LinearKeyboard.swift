import Foundation
import Synchronization

/// What a session waits for that goes line after line.
enum LinearHappening: Sendable {
    /// Something lies in the inbox.
    case rang
    /// A line was typed, without its line break.
    case typed(String)
    /// No line follows.
    case ended

    /// Whether it came from the keyboard.
    var isTyped: Bool {
        switch self {
        case .typed: true
        case .rang, .ended: false
        }
    }
}

/// Reads stdin line by line, and only when it is asked to: an editor may read the terminal meanwhile.
final class LinearKeyboard: Sendable {
    private let input: Int32
    private let deliver: @Sendable (LinearHappening) -> Void
    private let queue = DispatchQueue(label: "keyboard")
    /// What was read beyond the lines that were delivered.
    private let unread = Mutex<[UInt8]>([])
    /// A pipe that ends the waiting.
    private let (waking, waker): (Int32, Int32)

    init(input: Int32 = STDIN_FILENO, deliver: @escaping @Sendable (LinearHappening) -> Void) {
        self.input = input
        self.deliver = deliver
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (waking, waker) = (ends[0], ends[1])
    }

    deinit {
        Glibc.close(waking)
        Glibc.close(waker)
    }

    /// Delivers one more line as soon as there is one, or the end.
    func ask() {
        queue.async { [self] in
            if let line = nextLine() { deliver(line) }
        }
    }

    /// Ends the waiting for a line; nothing is delivered any more.
    func close() {
        var byte: UInt8 = 0
        _ = write(waker, &byte, 1)
    }

    /// Nil once it is closed.
    private func nextLine() -> LinearHappening? {
        while true {
            if let line = unread.withLock({ Self.firstLine(of: &$0) }) { return .typed(line) }
            guard isReady() else { return nil }
            guard let bytes = more() else { return rest() }
            unread.withLock { $0 += bytes }
        }
    }

    private func isReady() -> Bool {
        var sources = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: waking, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&sources, 2, -1) < 0, errno == EINTR {}
        return sources[1].revents == 0
    }

    /// Nil at the end.
    private func more() -> ArraySlice<UInt8>? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        var count = read(input, &bytes, bytes.count)
        while count < 0, errno == EINTR { count = read(input, &bytes, bytes.count) }
        return count > 0 ? bytes[..<count] : nil
    }

    /// A last line may lack its line break.
    private func rest() -> LinearHappening {
        unread.withLock { bytes in
            defer { bytes = [] }
            return bytes.isEmpty ? .ended : .typed(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func firstLine(of bytes: inout [UInt8]) -> String? {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        defer { bytes.removeSubrange(...end) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
