import Foundation
import Testing

/// A real terminal: a tmux server of its own with one window.
struct Tmux {
    private let socket: String
    private let environment: [String: String]

    /// Opens a window with a plain shell; the server's socket lies where the test cleans up.
    init(columns: Int, rows: Int, socket: String, environment: [String: String]) throws {
        self.socket = socket
        self.environment = environment
        let shell = "env PS1='$ ' sh"
        try run("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
    }

    func close() { _ = try? run("kill-server") }

    /// Types keys by tmux's names.
    func press(_ keys: String...) throws { try press(keys) }

    /// The same for many.
    func press(_ keys: [String]) throws {
        for key in keys { try run(["send-keys", key]) }
    }

    /// Types a line into the shell.
    func type(_ line: String) throws {
        try run("send-keys", "-l", line)
        try press("Enter")
    }

    /// The screen as text.
    func screen() throws -> String { try run("capture-pane", "-p") }

    /// Waits until the screen shows all of these; the suite's time limit ends a wait that is in vain.
    @discardableResult
    func until(_ texts: String...) async throws -> String {
        while true {
            let screen = try screen()
            if texts.allSatisfy(screen.contains) { return screen }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> String { try run(arguments) }

    /// By `popen`: Foundation's `Process` hands its own descriptors to the tmux server, and waits for that to end.
    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let settings = ["TERM", "LC_ALL", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "TOOLGRAD_REVIEWER"]
            .map { "\($0)=\(Self.quoted(environment[$0] ?? ""))" }
        let words =
            settings + ["tmux", "-S", Self.quoted(socket)] + arguments.map(Self.quoted) + ["2>/dev/null", "</dev/null"]
        guard let stream = popen(words.joined(separator: " "), "re") else { throw CocoaError(.executableLoad) }
        defer { pclose(stream) }
        var output = Data()
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { output += chunk.prefix(count) }
        return String(decoding: output, as: UTF8.self)
    }

    private static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }

    static var isThere: Bool {
        ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"].contains {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }
}
