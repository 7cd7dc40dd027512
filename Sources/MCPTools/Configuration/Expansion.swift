/// Why a server of a configuration file cannot be used, as whole sentences.
struct ServerRefusal: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// Fills in what stands between `${` and `}`, and `~`.
///
/// Known are `${NAME}`, `${NAME:-default}`, `${env:NAME}`, `${workspaceFolder}`, `${workspaceFolderBasename}` and
/// `${userHome}`. What was filled in is not looked at again.
struct Expansion {
    let environment: [String: String]
    /// What `${workspaceFolder}` stands for.
    let folder: String
    var variables = Variables.filled

    enum Variables {
        case filled
        /// They stay as they are written, since what they hold may be secret.
        case named
    }

    /// The same for texts that people see, and that are kept.
    var shown: Expansion {
        var shown = self
        shown.variables = .named
        return shown
    }

    var home: String? { environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } }

    /// The variables of the environment that texts are filled with, by their names; those that are not set are left out.
    func variables(in texts: [String]) -> [String: HiddenText] {
        let names = texts.flatMap(Self.references).compactMap { Reference($0)?.name }
        return names.reduce(into: [:]) { variables, name in variables[name] = environment[name].map(HiddenText.init) }
    }

    /// What stands between `${` and `}`, in its order.
    private static func references(in text: String) -> [String] {
        var (found, rest): ([String], Substring) = ([], text[...])
        while let start = rest.range(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            found.append(String(rest[start.upperBound..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return found
    }

    /// A text of the server's, filled in.
    func text(_ text: String) throws(ServerRefusal) -> String {
        var (filled, rest) = ("", text[...])
        while let start = rest.range(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
            filled += rest[..<start.lowerBound]
            filled += try value(of: String(rest[start.upperBound..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return filled + rest
    }

    /// The same for a text that may begin with `~`.
    func word(_ text: String) throws(ServerRefusal) -> String {
        guard text == "~" || text.hasPrefix("~/") else { return try self.text(text) }
        return try homeFolder(for: "~") + (try self.text(String(text.dropFirst())))
    }

    /// The same for a path; one that is relative begins at the workspace's folder.
    func path(_ text: String) throws(ServerRefusal) -> String {
        let path = try word(text)
        return path.hasPrefix("/") ? path : path == "." ? folder : "\(folder)/\(path)"
    }

    private func value(of name: String) throws(ServerRefusal) -> String {
        switch name {
        case "workspaceFolder": return folder
        case "workspaceFolderBasename": return folder.split(separator: "/").last.map(String.init) ?? ""
        case "userHome": return try homeFolder(for: "${userHome}")
        case _ where name.hasPrefix("input:"):
            throw ServerRefusal(
                "It uses ${\(name)}, which VS Code asks for in a window. Put the value into an environment variable, "
                    + "and write ${env:NAME}.")
        case _: return try variable(name)
        }
    }

    private func variable(_ text: String) throws(ServerRefusal) -> String {
        guard let reference = Reference(text) else {
            throw ServerRefusal(
                "It uses ${\(text)}, which is not known here. Known are ${NAME}, ${NAME:-default}, ${env:NAME} and "
                    + "${workspaceFolder}.")
        }
        if variables == .named { return "${\(text)}" }
        if let value = environment[reference.name], !(value.isEmpty && reference.standard != nil) { return value }
        guard let standard = reference.standard else {
            throw ServerRefusal(
                "It uses ${\(text)}, and the environment variable \(reference.name) is not set. Set it, or write "
                    + "${\(reference.name):-DEFAULT}.")
        }
        return standard
    }

    /// A variable as it is written: `NAME`, `env:NAME` or `NAME:-default`.
    private struct Reference {
        let name: String
        let standard: String?

        private static let others = ["workspaceFolder", "workspaceFolderBasename", "userHome"]

        /// Nil for what cannot be a variable's name, and for what is filled in otherwise.
        init?(_ text: String) {
            let plain = text.hasPrefix("env:") ? String(text.dropFirst(4)) : text
            let end = plain.range(of: ":-")
            name = end.map { String(plain[..<$0.lowerBound]) } ?? plain
            standard = end.map { String(plain[$0.upperBound...]) }
            guard Expansion.isVariable(name), !Self.others.contains(name) else { return nil }
        }
    }

    private func homeFolder(for sign: String) throws(ServerRefusal) -> String {
        guard let home else {
            throw ServerRefusal("It uses \(sign), and the environment variable HOME is not set. Set it.")
        }
        return home
    }

    static func isVariable(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
        }
    }
}
