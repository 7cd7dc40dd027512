import Canvas
import Foundation
import Glibc

/// The built program in a real terminal without a window: what it sends is counted here.
final class ProgramWindow {
    enum Failure: Error, CustomStringConvertible {
        case noTerminal(reason: String)
        case silent(words: String)
        case deaf(key: String)

        var description: String {
            switch self {
            case .noTerminal(let reason): "No terminal could be made: \(reason). Free some, or close other programs."
            case .silent(let words): "The program did not show \"\(words)\" in time. Start it by hand to see why."
            case .deaf(let key): "The program did not answer the key \(key) in time. Start it by hand to see why."
            }
        }
    }

    /// What a key brought about.
    struct Answer {
        /// From the key until the first byte, in milliseconds.
        let time: Double
        /// How many came in all.
        let bytes: Int
    }

    /// How long a key waits for its answer; one that has none after this changes nothing on the screen.
    static let patience = Duration.seconds(3)
    /// The silence that an answer ends with, so that no byte of it is taken for one of the next.
    private static let pause = Duration.milliseconds(100)
    private static let longestStart = Duration.seconds(20)
    /// What of this program's environment the other one needs: the Swift libraries and the terminal's description.
    private static let inherited = ["HOME", "LD_LIBRARY_PATH", "TERMINFO", "TERMINFO_DIRS", "TMPDIR"]

    private let process = Process()
    private let programs: LivingPrograms
    private let window: Int32
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    /// Starts `toolgrad`, which lies beside this program.
    init(_ arguments: [String], size: Size, dataFolder: String, among programs: LivingPrograms) throws {
        var (window, device) = (Int32(-1), Int32(-1))
        var cells = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&window, &device, nil, nil, &cells) == 0 else {
            throw Failure.noTerminal(reason: String(cString: strerror(errno)))
        }
        _ = fcntl(window, F_SETFD, FD_CLOEXEC)
        self.window = window
        self.programs = programs
        let end = FileHandle(fileDescriptor: device, closeOnDealloc: true)
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { Self.inherited.contains($0.key) }.merging([
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": dataFolder, "TOOLGRAD_REVIEWER": "ada",
        ]) { $1 }
        process.standardInput = end
        process.standardOutput = end
        process.standardError = end
        start = clock.now
        try programs.start(process)
    }

    deinit {
        programs.end(process)
        close(window)
    }

    private static var program: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("toolgrad")
    }

    /// Reads until the words have come.
    ///
    /// - Returns: The milliseconds from the start of the program to the last byte of the words.
    func time(until words: String) throws -> Double {
        guard let time = time(until: words, since: start, patience: Self.longestStart) else {
            throw Failure.silent(words: words)
        }
        return time
    }

    /// Presses a key and reads until words have come, whatever else comes; the milliseconds, nil when they never do.
    func press(_ key: String, until words: String) -> Double? {
        settle(for: .zero)
        let pressed = clock.now
        type(key)
        return time(until: words, since: pressed, patience: Self.patience)
    }

    private func time(until words: String, since start: ContinuousClock.Instant, patience: Duration) -> Double? {
        var seen = Data()
        while let bytes = bytes(within: patience - (clock.now - start)) {
            let time = milliseconds(since: start)
            seen += bytes
            if seen.firstRange(of: Data(words.utf8)) != nil { return time }
        }
        return nil
    }

    /// Presses a key and reads what it changes; nil when it changes nothing.
    func press(_ key: String) -> Answer? {
        settle(for: .zero)
        let pressed = clock.now
        type(key)
        guard let first = bytes(within: Self.patience) else { return nil }
        return Answer(time: milliseconds(since: pressed), bytes: first.count + settle(for: Self.pause))
    }

    /// Reads what still comes, until it pauses for so long, but not for ever; the number of its bytes.
    @discardableResult
    func settle(for pause: Duration = pause) -> Int {
        let began = clock.now
        var count = 0
        while clock.now - began < Self.patience, let bytes = bytes(within: pause) { count += bytes.count }
        return count
    }

    /// Presses keys without waiting for what they change.
    func type(_ keys: String) { _ = write(window, keys, keys.utf8.count) }

    /// Reads whatever comes for so long.
    func listen(for time: Duration) {
        let end = clock.now + time
        while clock.now < end { _ = bytes(within: end - clock.now) }
    }

    /// The most memory that the program has had so far, in MB; nil where the system does not tell.
    var peakMemory: Double? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 * 1024 / 1e6 }
    }

    /// Nil when nothing comes for so long.
    private func bytes(within patience: Duration) -> [UInt8]? {
        var source = pollfd(fd: window, events: Int16(POLLIN), revents: 0)
        guard poll(&source, 1, Int32(max(0, patience.seconds) * 1000)) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(window, &bytes, bytes.count)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    private func milliseconds(since start: ContinuousClock.Instant) -> Double { (clock.now - start).seconds * 1000 }
}
