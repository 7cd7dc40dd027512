import ChildProcesses
import Engine
import Foundation

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
    /// Of variables and headers the names count, not the values: a new key is no other server. The values of variables
    /// that decide which code runs do count, and so does what an entry says of its sandbox.
    package var identity: ContentHash {
        var facts: JSON.Object =
            switch transport {
            case .stdio(let server): server.facts
            case .http(let server): server.facts
            }
        if let confinement = options.confinement { facts.set("sandbox", .string(confinement)) }
        return ContentHash(of: JSON.object(facts).canonicalText)
    }

    /// The exact command as a shell would take it, or the address; without the values of variables and headers.
    ///
    /// What an entry says of its sandbox stands behind it. To be sanitised before it is shown.
    package var commandLine: String {
        let line =
            switch transport {
            case .stdio(let server): server.commandLine
            case .http(let server): server.line
            }
        return line + (options.confinement.map { "  # sandbox: \($0)" } ?? "")
    }
}

extension MCPServerConfiguration.LocalServer {
    /// Variables by which others can be made to run.
    private static let deciding: Set = [
        "PATH", "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "NODE_OPTIONS", "NODE_PATH", "PERL5LIB", "PERL5OPT",
        "RUBYLIB", "RUBYOPT", "BASH_ENV", "ENV", "JAVA_TOOL_OPTIONS", "CLASSPATH", "GIT_SSH_COMMAND",
    ]

    fileprivate var facts: JSON.Object {
        [
            "command": .string(command), "args": .array(shownArguments.map { .string($0) }),
            "env": .array(variables.map { .string($0) }), "cwd": folder.map { .string($0) } ?? .null,
        ]
    }

    fileprivate var commandLine: String {
        let folder = folder.map { ["cd \(ShellWord.quoted($0))", "&&"] } ?? []
        let words = ([command] + shownArguments).map(ShellWord.quoted)
        return (folder + variables + words).joined(separator: " ")
    }

    /// `NAME=<hidden>` in the order of their names; with the value where it decides which code runs.
    private var variables: [String] {
        environment.sorted { $0.key < $1.key }.map { name, text in
            let isDeciding = Self.deciding.contains(name) || name.hasPrefix("LD_")
            return "\(name)=" + (isDeciding ? ShellWord.quoted(text.value) : "<hidden>")
        }
    }
}

extension MCPServerConfiguration.RemoteServer {
    /// The host as it is reached, and the rest as it is written: a variable in a path may be a key.
    fileprivate var facts: JSON.Object {
        [
            "url": .string(shownURL), "origin": .string(origin),
            "headers": .array(headers.keys.map { $0.lowercased() }.sorted().map { .string($0) }),
        ]
    }

    fileprivate var line: String {
        let headers = headers.keys.sorted().joined(separator: ", ")
        let address = shownURL == url ? Self.safe(url) : "\(origin) (written \(Self.safe(shownURL)))"
        return address + (headers.isEmpty ? "" : " (with \(headers))")
    }

    /// Who is reached, whatever variables hold: `https://HOST:PORT`.
    private var origin: String {
        let parts = URLComponents(string: url)
        return "\(parts?.scheme ?? "")://\(parts?.host ?? "")" + (parts?.port.map { ":\($0)" } ?? "")
    }

    /// The address without what may be secret in it: a password, and what stands after `?`.
    private static func safe(_ url: String) -> String {
        let (address, query) = url.parted(at: "?")
        guard let start = address.range(of: "://")?.upperBound else { return address }
        let end = address[start...].firstIndex(of: "/") ?? address.endIndex
        let host = address[start..<end].split(separator: "@").last.map(String.init) ?? ""
        return address[..<start] + host + address[end...] + (query == nil ? "" : "?<hidden>")
    }
}

extension MCPServerOptions {
    /// What an entry says of its sandbox, for people; nil where it says nothing.
    fileprivate var confinement: String? {
        let parts = [
            sandbox?.rawValue, network == .shared ? "network" : nil,
            readable.isEmpty ? nil : "reads " + readable.map(ShellWord.quoted).joined(separator: " "),
            writable.isEmpty ? nil : "writes " + writable.map(ShellWord.quoted).joined(separator: " "),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
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
