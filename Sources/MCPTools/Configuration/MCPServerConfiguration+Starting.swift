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
    /// Of variables and headers that a server is given the names count, not the values: a new key is no other server. The
    /// values of variables that decide which code runs do count, of those that fill arguments or the address, and what
    /// an entry says of its sandbox. Which value is another one, ``marks`` tell.
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
    /// What is shown, and after it what is not: only in the one digest of all of it, so that it cannot be guessed alone.
    fileprivate var facts: JSON.Object {
        var facts: JSON.Object = [
            "command": .string(command), "args": .array(shownArguments.map { .string($0) }),
            "env": .array(variables.map { .string($0) }), "cwd": folder.map { .string($0) } ?? .null,
        ]
        if arguments != shownArguments { facts.set("filled", .array(arguments.map { .string($0) })) }
        let hidden = hiddenDeciding.sorted { $0.key < $1.key }
        if !hidden.isEmpty { facts.set("hidden", .array(hidden.map { .string("\($0.key)=\($0.value.value)") })) }
        return facts
    }

    fileprivate var commandLine: String {
        let folder = folder.map { ["cd \(ShellWord.quoted($0))", "&&"] } ?? []
        let words = ([command] + shownArguments).map(ShellWord.quoted)
        return (folder + variables + words).joined(separator: " ")
    }

    /// `NAME=<hidden>` in the order of their names; with the value where it decides which code runs.
    private var variables: [String] {
        environment.sorted { $0.key < $1.key }.map { name, text in
            guard DecidingVariable.decides(name) else { return "\(name)=<hidden>" }
            let shown = DecidingVariable.shown(text.value, of: name)
            return "\(name)=" + (shown == DecidingVariable.hidden ? shown : ShellWord.quoted(shown))
        }
    }
}

extension MCPServerConfiguration.RemoteServer {
    /// The host as it is reached, the rest as it is written, and the whole as it is filled: only in the one digest.
    fileprivate var facts: JSON.Object {
        var facts: JSON.Object = [
            "url": .string(shownURL), "origin": .string(origin),
            "headers": .array(headers.keys.map { $0.lowercased() }.sorted().map { .string($0) }),
        ]
        if url != shownURL { facts.set("filled", .string(url)) }
        return facts
    }

    fileprivate var line: String {
        let headers = headers.keys.sorted().joined(separator: ", ")
        let address =
            shownURL == url ? ShownAddress.text(of: url) : "\(origin) (written \(ShownAddress.text(of: shownURL)))"
        return address + (headers.isEmpty ? "" : " (with \(headers))")
    }

    /// Who is reached, whatever variables hold: `https://HOST:PORT`.
    private var origin: String {
        let parts = URLComponents(string: url)
        return "\(parts?.scheme ?? "")://\(parts?.host ?? "")" + (parts?.port.map { ":\($0)" } ?? "")
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
