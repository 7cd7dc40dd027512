/// What a child may see and change when bubblewrap runs it.
///
/// It has namespaces of its own, so it sees no other process and none that it starts outlives it, whatever sessions
/// they begin. The machine's files are there to be read, but for the home folder, `/tmp` and `/run`, which are empty and
/// its own; of those it sees what its command needs: its program, the folder it works in, files that its arguments name.
/// SIGTERM ends it without a last word, so the end of its input is what lets it leave in order.
package struct Sandbox: Hashable, Sendable {
    package enum Network: Hashable, Sendable {
        case none
        case shared
    }

    package var network: Network
    /// Paths that it may also read, and all below them.
    package var readable: [String]
    /// Paths that it may also change, and all below them.
    package var writable: [String]
    /// The home folder of whoever runs us, to be hidden.
    package var home: String?
    /// Where a command without a folder works.
    package var currentFolder: String

    package init(
        network: Network = .none, readable: [String] = [], writable: [String] = [], home: String?, currentFolder: String
    ) {
        self.network = network
        self.readable = readable
        self.writable = writable
        self.home = home
        self.currentFolder = currentFolder
    }

    /// Where a child may write whatever it likes; gone with it.
    package static let scratch = "/tmp/scratch"

    func confining(_ command: ChildCommand, with bubblewrap: String, _ files: SandboxFiles) -> SandboxedCommand {
        let view = SandboxView(of: command, in: self, files)
        var sandboxed = command
        sandboxed.program = .at(path: bubblewrap)
        sandboxed.arguments = isolation + view.arguments + ["--", "\(command.program)"] + command.arguments
        sandboxed.environment["TMPDIR"] = Self.scratch
        // Bubblewrap itself goes there once all is in its place.
        sandboxed.folder = "/"
        return SandboxedCommand(command: sandboxed, notices: view.notices)
    }

    private var isolation: [String] {
        let shared = network == .shared ? ["--share-net"] : []
        return ["--unshare-all"] + shared + ["--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    }
}
