import ChildProcesses
import Foundation
import Testing

/// A shell with a child and a grandchild that ignore what can be ignored.
struct Family {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("children-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// All are noted before the shell does as it is told.
    func command(_ line: String) throws -> ChildCommand {
        let stubborn = "trap '' TERM HUP INT; sleep 300 & echo $$ $! >> family; touch begun; wait"
        try Data(stubborn.utf8).write(to: folder.appendingPathComponent("stubborn"))
        let script = "echo $$ >> family; sh stubborn & while [ ! -e begun ]; do sleep 0.01; done; " + line
        var command = ChildCommand.shell(script, environment: ["PATH": "/usr/bin:/bin"])
        command.folder = folder.path
        return command
    }

    /// A line of shell that does this one in a group of its own; not every sh makes groups without a terminal.
    static func ownGroup(_ line: String) -> String { "bash -c 'set -m; \(line)'" }

    /// Whether this machine can make such groups, and tells of them.
    static var canScatter: Bool {
        ["/bin/bash", "/proc/self/stat"].allSatisfy { FileManager.default.fileExists(atPath: $0) }
    }

    /// Everybody who was noted.
    var members: Set<Int32> {
        get throws {
            let notes = try String(contentsOf: folder.appendingPathComponent("family"), encoding: .utf8)
            return Set(notes.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) })
        }
    }

    var hasBegun: Bool { has("begun") }

    func has(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path)
    }

    func begins() async throws {
        while !hasBegun { try await Task.sleep(for: .milliseconds(10)) }
    }

    /// Those who still live once the kernel has had a moment to end them.
    func survivors(within limit: Duration = .seconds(1)) async throws -> Set<Int32> {
        let members = try members
        try #require(members.count == 3, "The family was there: \(members)")
        let last = ContinuousClock.now.advanced(by: limit)
        while members.contains(where: lives), ContinuousClock.now < last {
            try await Task.sleep(for: .milliseconds(10))
        }
        return members.filter(lives)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Whether a process runs; one that nobody has reaped yet does not.
func lives(_ process: Int32) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    let state = stat.split(separator: ")").last?.split(separator: " ").first
    return state != "Z" && state != "X"
}
