import Canvas
import Glibc
import Synchronization

/// A real terminal without a window: what a program writes to `device` is read here, and what is typed here it reads.
final class PseudoTerminal: Sendable {
    enum Failure: Error {
        case notMade(errno: Int32)
        case missing(String, in: String)
    }

    /// The program's end.
    let device: Int32
    /// The program's end as a file.
    let path: String
    private let window: Int32
    private let isOpen = Mutex(true)
    private let written = Mutex<[UInt8]>([])

    init(size: Size = Size(columns: 40, rows: 10)) throws {
        var (window, device) = (Int32(-1), Int32(-1))
        guard openpty(&window, &device, nil, nil, nil) == 0 else { throw Failure.notMade(errno: errno) }
        _ = fcntl(window, F_SETFD, FD_CLOEXEC)
        _ = fcntl(device, F_SETFD, FD_CLOEXEC)
        _ = fcntl(window, F_SETFL, O_NONBLOCK)
        (self.window, self.device) = (window, device)
        path = String(cString: ttyname(device))
        resize(to: size)
    }

    deinit {
        hangUp()
        close(device)
    }

    /// Gives the window another size; tells nobody.
    func resize(to size: Size) {
        var size = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(window, UInt(TIOCSWINSZ), &size)
    }

    /// Closes the window.
    func hangUp() {
        isOpen.withLock { isOpen in
            if isOpen { close(window) }
            isOpen = false
        }
    }

    func type(_ text: String) {
        type(Array(text.utf8))
    }

    /// Types all of it, however little the terminal takes at a time.
    func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(window, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else { usleep(1000) }
        }
    }

    /// All that was written so far.
    var output: String {
        var bytes = [UInt8](repeating: 0, count: 65536)
        return written.withLock { written in
            while case let count = read(window, &bytes, bytes.count), count > 0 { written += bytes.prefix(count) }
            return String(decoding: written, as: UTF8.self)
        }
    }

    /// Waits until a text was written, and returns all that was.
    @discardableResult
    func output(with text: String) async throws -> String {
        for _ in 0..<2000 {
            if output.contains(text) { return output }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw Failure.missing(text, in: output.debugDescription)
    }

    /// Forgets what was written so far.
    func forgetOutput() {
        _ = output
        written.withLock { $0 = [] }
    }

    /// How the line is set: echo, line editing, signals.
    var settings: LineSettings {
        var settings = termios()
        tcgetattr(device, &settings)
        return LineSettings(settings)
    }
}

/// The parts of `termios` that a screen changes, as a value.
struct LineSettings: Equatable {
    let flags: [tcflag_t]
    let characters: [UInt8]

    init(_ settings: termios) {
        flags = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
        characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
    }

    var isRaw: Bool { flags[3] & tcflag_t(ICANON | ECHO | ISIG) == 0 }
}
