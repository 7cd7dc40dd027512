import Canvas
import Foundation
import Glibc

/// The built program in a real terminal without a window: what it sends is counted here.
final class ProgramWindow {
    enum Failure: Error, CustomStringConvertible {
        case noTerminal(reason: String)
        case silent(words: String)

        var description: String {
            switch self {
            case .noTerminal(let reason): "No terminal could be made: \(reason). Free some, or close other programs."
            case .silent(let words): "The program did not show \"\(words)\" in time. Start it by hand to see why."
            }
        }
    }

    /// What came between two pauses.
    struct Burst {
        var bytes: [UInt8] = []
        /// From asking until its first byte and its last one, in milliseconds.
        var first = 0.0
        var last = 0.0
    }

    private let process = Process()
    private let window: Int32
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    /// Starts `toolgrad`, which lies beside this program.
    init(_ arguments: [String], size: Size, dataFolder: String) throws {
        var (window, device) = (Int32(-1), Int32(-1))
        var cells = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&window, &device, nil, nil, &cells) == 0 else {
            throw Failure.noTerminal(reason: String(cString: strerror(errno)))
        }
        _ = fcntl(window, F_SETFD, FD_CLOEXEC)
        self.window = window
        let end = FileHandle(fileDescriptor: device, closeOnDealloc: true)
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": dataFolder, "NO_COLOR": "",
        ]) { $1 }
        process.standardInput = end
        process.standardOutput = end
        process.standardError = end
        start = clock.now
        try process.run()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        close(window)
    }

    private static var program: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("toolgrad")
    }

    /// Reads until the words have come and nothing follows for a while; times count from the start of the program.
    func read(until words: String) throws -> Burst {
        var burst = Burst()
        var isThere = false
        while let bytes = bytes(within: isThere ? 60 : 20_000) {
            if burst.bytes.isEmpty { burst.first = milliseconds(since: start) }
            burst.bytes += bytes
            burst.last = milliseconds(since: start)
            isThere = isThere || Data(burst.bytes).firstRange(of: Data(words.utf8)) != nil
        }
        guard isThere else { throw Failure.silent(words: words) }
        return burst
    }

    /// Presses a key and reads what it changes; times count from the key.
    func press(_ key: String) -> Burst {
        var burst = Burst()
        let pressed = clock.now
        _ = write(window, key, key.utf8.count)
        while let bytes = bytes(within: burst.bytes.isEmpty ? 200 : 25) {
            if burst.bytes.isEmpty { burst.first = milliseconds(since: pressed) }
            burst.bytes += bytes
            burst.last = milliseconds(since: pressed)
        }
        return burst
    }

    /// The most memory that the program has had so far, in MB; nil where the system does not tell.
    var peakMemory: Double? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 * 1024 / 1e6 }
    }

    /// Nil when nothing comes in so many milliseconds.
    private func bytes(within patience: Int32) -> [UInt8]? {
        var source = pollfd(fd: window, events: Int16(POLLIN), revents: 0)
        guard poll(&source, 1, patience) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(window, &bytes, bytes.count)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    private func milliseconds(since start: ContinuousClock.Instant) -> Double { (clock.now - start).seconds * 1000 }
}
