import ChildProcesses
import Foundation
import Testing

@Suite("The mode of a sandbox")
struct SandboxModeTests {
    private let command = ChildCommand(.named("serve"), ["--all"], environment: ["PATH": "/bin"])
    private let sandbox = Sandbox(home: nil, currentFolder: "/work")
    private let missing = SandboxAvailability.missing
    private let refused = SandboxAvailability.refused(reason: "No permissions.")

    @Test func `that is off leaves the command as it is, and says nothing`() throws {
        for availability in [missing, refused, .usable(path: "/bin/bwrap")] {
            let started = try SandboxMode.off.apply(sandbox, to: command, on: availability)

            #expect(started.command == command)
            #expect(started.notices == [])
        }
    }

    @Test func `that is auto goes without where it must, and says so`() throws {
        let without = try SandboxMode.auto.apply(sandbox, to: command, on: missing)
        let refused = try SandboxMode.auto.apply(sandbox, to: command, on: refused)

        #expect(without.command == command && refused.command == command)
        #expect(without.notices == ["serve runs without a sandbox, since bubblewrap is not installed."])
        #expect(
            refused.notices == ["serve runs without a sandbox, since bubblewrap cannot make one here: No permissions."])
    }

    @Test func `that is require refuses, and says what to do`() throws {
        #expect(throws: SandboxError.missing(.named("serve"))) {
            try SandboxMode.require.apply(sandbox, to: command, on: missing)
        }
        let error = #expect(throws: SandboxError.self) {
            try SandboxMode.require.apply(sandbox, to: command, on: refused)
        }
        #expect(
            error?.description
                == "serve must run in a sandbox, and bubblewrap cannot make one here: No permissions. Allow unprivileged "
                + "user namespaces, or set its sandbox to auto or off.")
    }

    @Test func `finds a bubblewrap that is not there, and one that refuses`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("probe-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let broken = folder.appendingPathComponent("bwrap")
        try Data("#!/bin/sh\necho tried >> \(folder.path)/trials\necho 'bwrap: No permissions' >&2; exit 1".utf8)
            .write(to: broken)
        let none = SandboxProbe(environment: ["PATH": folder.path])
        let withoutLeave = await none.availability()
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: broken.path)
        let probe = SandboxProbe(environment: ["PATH": folder.path + ":/usr/bin:/bin"])

        async let first = probe.availability()
        async let second = probe.availability()

        #expect(withoutLeave == .missing, "A file that may not be run is none.")
        #expect(await [first, second] == Array(repeating: .refused(reason: "bwrap: No permissions."), count: 2))
        let trials = try String(contentsOf: folder.appendingPathComponent("trials"), encoding: .utf8)
        #expect(trials == "tried\n", "It was tried once.")
    }

    /// A machine of a few files, without asking the real one.
    private func files(_ known: [String: String], programs: Set<String> = []) -> SandboxFiles {
        SandboxFiles(
            resolved: { known[$0] }, isProgram: { programs.contains($0) }, beginning: { _ in nil })
    }

    @Test func `puts back no folder that has the home folder in it, whoever works there`() throws {
        let files = files(["/home/ann": "/home/ann", "/home": "/home", "/tmp": "/tmp"])
        for place in ["/home/ann", "/home", "/home/ann/.", "/tmp"] {
            let sandbox = Sandbox(home: "/home/ann", currentFolder: place)

            let started = try SandboxMode.auto.apply(
                sandbox, to: command, on: .usable(path: "/bin/bwrap"), files: files)

            let words = started.command.arguments
            #expect(words.contains(["--tmpfs", "/home/ann"]))
            #expect(words.filter { $0 == "--ro-bind" }.count == 1, "Only the root: \(words)")
            #expect(words.suffix(5) == ["--chdir", place, "--", "serve", "--all"])
        }
    }

    @Test func `puts back of a user's own programs only these`() throws {
        let here = "/home/ann/.local/bin/serve"
        let files = files(
            [
                "/home/ann": "/home/ann", "/home/ann/.local": "/home/ann/.local", here: here,
                "/home/ann/.local/bin": "/home/ann/.local/bin", "/home/ann/.local/lib": "/home/ann/.local/lib",
            ], programs: [here])
        var own = command
        own.environment["PATH"] = "/home/ann/.local/bin"

        let started = try SandboxMode.auto.apply(
            Sandbox(home: "/home/ann", currentFolder: "/"), to: own, on: .usable(path: "/bin/bwrap"), files: files)

        let words = started.command.arguments
        #expect(words.contains(["--ro-bind", "/home/ann/.local/bin", "/home/ann/.local/bin"]))
        #expect(words.contains(["--ro-bind", "/home/ann/.local/lib", "/home/ann/.local/lib"]))
        #expect(!words.contains("/home/ann/.local"))
    }

    @Test func `lets what is listed for reading stay so within what may be changed`() throws {
        let files = files(["/data": "/data", "/data/kept": "/data/kept"])
        let sandbox = Sandbox(readable: ["/data/kept"], writable: ["/data"], home: nil, currentFolder: "/")

        let started = try SandboxMode.auto.apply(
            sandbox, to: command, on: .usable(path: "/bin/bwrap"), files: files)

        #expect(
            started.command.arguments.contains(["--bind", "/data", "/data", "--ro-bind", "/data/kept", "/data/kept"]))
    }
}
