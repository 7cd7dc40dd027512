/// The files that a sandboxed child sees, as bubblewrap is told to arrange them.
struct SandboxView {
    private(set) var arguments: [String] = []
    private(set) var notices: [String] = []

    private let files: SandboxFiles
    private let folder: String
    /// Folders that are empty but for what is put back.
    private let hidden: [String]
    /// Folders that are put back only in part, since too much that is private is in them.
    private let broad: [String]
    private var shown: [String: Access] = [:]

    private enum Access {
        /// Asked for by nobody, but needed.
        case need
        case read
        case write
    }

    init(of command: ChildCommand, in sandbox: Sandbox, _ files: SandboxFiles) {
        self.files = files
        folder = command.folder ?? sandbox.currentFolder
        let homes = [sandbox.home].compactMap { $0 }.flatMap { [$0, files.resolved($0)].compactMap { $0 } }
            .map(Self.plain).filter { $0.hasPrefix("/") && $0 != "/" }
        hidden = Set(["/tmp", "/run"] + homes.compactMap { files.resolved($0) }).sorted()
        broad = homes.flatMap { [$0, $0 + "/.local"] } + hidden
        showNeeds(of: command)
        show(listed: sandbox.readable, .read)
        show(listed: sandbox.writable, .write)
        arrange(sandbox.network)
    }

    private mutating func showNeeds(of command: ChildCommand) {
        var program = files.program(command.program, path: command.environment["PATH"])
        // A script's program may be a script in turn, but not for ever.
        for _ in 0..<4 {
            guard let found = program else { break }
            showProgram(found)
            program = files.interpreter(of: found, path: command.environment["PATH"])
        }
        show(need: folder)
        for argument in command.arguments {
            // Also `--file=/a/b`.
            let value = argument.hasPrefix("-") ? argument.drop { $0 != "=" }.dropFirst() : argument[...]
            guard !value.isEmpty else { continue }
            show(need: value.hasPrefix("/") ? String(value) : "\(folder)/\(value)")
        }
    }

    /// The program, what it is a link to, and the environment that each of them is in: the folder around `bin`.
    private mutating func showProgram(_ path: String) {
        for place in Set([Self.plain(path), files.resolved(path) ?? path]).sorted() {
            show(need: place)
            let around = place.split(separator: "/").dropLast()
            guard around.last == "bin" else { continue }
            let environment = "/" + around.dropLast().joined(separator: "/")
            if isBroad(environment) {
                show(need: environment + "/bin")
                show(need: environment + "/lib")
            } else {
                show(need: environment)
            }
        }
    }

    private mutating func show(need path: String) {
        let path = Self.plain(path)
        guard let real = files.resolved(path) else { return }
        for place in [path, real] where hidden.contains(where: { Self.lies(place, in: $0) }) && !isBroad(place) {
            if shown[place] == nil { shown[place] = .need }
        }
    }

    private mutating func show(listed paths: [String], _ access: Access) {
        for path in paths {
            let full = Self.plain(path.hasPrefix("/") ? path : "\(folder)/\(path)")
            guard let real = files.resolved(full) else {
                notices.append("\(path) is listed for the sandbox and does not exist, so it was left out.")
                continue
            }
            shown[real] = access
            // The way there may lead through a folder that is hidden.
            if hidden.contains(where: { Self.lies(full, in: $0) }) { shown[full] = access }
        }
    }

    /// Whether it is a folder that is never put back as a whole, or has one in it.
    private func isBroad(_ path: String) -> Bool {
        broad.contains { Self.lies($0, in: path) }
    }

    private mutating func arrange(_ network: Sandbox.Network) {
        arguments = ["--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"]
        for place in hidden where files.resolved(place) != nil { arguments += ["--tmpfs", place] }
        if network == .shared {
            // Names are looked up by what these say.
            arguments += ["--ro-bind-try", "/run/systemd/resolve", "/run/systemd/resolve"]
        }
        for (path, access) in shown.sorted(by: { $0.key < $1.key }) {
            switch (access, accessAround(path)) {
            case (.need, .some), (.read, .need), (.read, .read), (.write, .write): continue
            case (.need, nil), (.read, nil), (.read, .write): arguments += ["--ro-bind", path, path]
            case (.write, nil), (.write, .need), (.write, .read): arguments += ["--bind", path, path]
            }
        }
        arguments += ["--dir", Sandbox.scratch, "--chdir", folder]
    }

    /// How the innermost folder around a path is put back; what is in it is there already.
    private func accessAround(_ path: String) -> Access? {
        shown.filter { $0.key != path && Self.lies(path, in: $0.key) }.max { $0.key.count < $1.key.count }?.value
    }

    /// Without `.`, `..` and needless slashes; links are not followed.
    private static func plain(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func lies(_ path: String, in folder: String) -> Bool {
        path == folder || folder == "/" || path.hasPrefix(folder + "/")
    }
}
