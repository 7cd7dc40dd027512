import ChildProcesses
import Engine

extension MCPServerConfiguration.LocalServer {
    /// The variables of our own environment that every server gets.
    ///
    /// No language among them, so that a server's words are the same for everybody.
    package static let inherited = ["HOME", "LOGNAME", "PATH", "SHELL", "TERM", "USER"]

    /// The child to start; of our own environment it gets ``inherited``, and what the file says wins.
    package func command(inheriting environment: [String: String]) -> ChildCommand {
        // A value that begins so is a function that bash exports.
        let base = environment.filter { Self.inherited.contains($0.key) && !$0.value.hasPrefix("()") }
        let all = base.merging(self.environment.mapValues(\.value)) { $1 }
        let program: ChildCommand.Program = command.contains("/") ? .at(path: command) : .named(command)
        return ChildCommand(program, arguments, environment: all, folder: folder)
    }
}

extension MCPServerOptions {
    /// The sandbox for a server that is started here.
    package func sandbox(home: String?, currentFolder: String) -> Sandbox {
        Sandbox(network: network, readable: readable, writable: writable, home: home, currentFolder: currentFolder)
    }
}

extension MCPServerConfiguration {
    /// What is started or reached, for an approval to be pinned to: the same for the same command or address.
    ///
    /// Of variables and headers the names count, not the values: a new key is no other server.
    package var identity: ContentHash {
        let facts: JSON =
            switch transport {
            case .stdio(let server):
                [
                    "command": .string(server.command), "args": .array(server.arguments.map { .string($0) }),
                    "env": .array(server.environment.keys.sorted().map { .string($0) }),
                    "cwd": server.folder.map { .string($0) } ?? .null,
                ]
            case .http(let server):
                [
                    "url": .string(server.url),
                    "headers": .array(server.headers.keys.map { $0.lowercased() }.sorted().map { .string($0) }),
                ]
            }
        return ContentHash(of: facts.canonicalText)
    }

    /// The exact command as a shell would take it, or the address; without the values of variables and headers.
    ///
    /// Arguments are shown as they are passed. To be sanitised before it is shown.
    package var commandLine: String {
        switch transport {
        case .stdio(let server):
            let folder = server.folder.map { ["cd \(ShellWord.quoted($0))", "&&"] } ?? []
            let variables = server.environment.keys.sorted().map { "\($0)=<hidden>" }
            let words = ([server.command] + server.arguments).map(ShellWord.quoted)
            return (folder + variables + words).joined(separator: " ")
        case .http(let server):
            let headers = server.headers.keys.sorted().joined(separator: ", ")
            return server.shownURL + (headers.isEmpty ? "" : " (with \(headers))")
        }
    }
}

extension MCPServerConfiguration.RemoteServer {
    /// The address without what may be secret in it: a password, and what stands after `?`.
    fileprivate var shownURL: String {
        let (address, query) = url.parted(at: "?")
        guard let start = address.range(of: "://")?.upperBound else { return address }
        let end = address[start...].firstIndex(of: "/") ?? address.endIndex
        let host = address[start..<end].split(separator: "@").last.map(String.init) ?? ""
        return address[..<start] + host + address[end...] + (query == nil ? "" : "?<hidden>")
    }
}

/// A word as a shell takes it.
enum ShellWord {
    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+=:,./-")

    static func quoted(_ word: String) -> String {
        guard word.isEmpty || !word.allSatisfy(plain.contains) else { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}

extension String {
    /// What stands before the first of a character, and what stands after it; nil when there is none.
    func parted(at character: Character) -> (String, String?) {
        guard let place = firstIndex(of: character) else { return (self, nil) }
        return (String(self[..<place]), String(self[index(after: place)...]))
    }
}
