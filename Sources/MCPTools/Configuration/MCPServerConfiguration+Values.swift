import Engine

extension MCPServerConfiguration {
    /// A few digits for each value that counts in the ``identity`` and is not shown, by the name of its variable.
    ///
    /// They tell which value is another one, and too little to guess it by. They can be compared where the
    /// ``commandLine`` is the same.
    package var marks: [String: String] {
        var marks: [String: String] = [:]
        for (name, text) in pinned {
            let facts: [JSON] = [.string(commandLine), .string(name), .string(text.value)]
            marks[name] = String(ContentHash(of: JSON.array(facts).canonicalText).hex.prefix(3))
        }
        return marks
    }

    /// Values that count in the identity and are not shown: of what fills arguments or the address, and of variables
    /// that decide which code runs.
    private var pinned: [String: HiddenText] {
        switch transport {
        case .stdio(let server):
            server.filled.filter { server.shownArguments.joined(separator: " ").mentions($0.key) }
                .merging(server.hiddenDeciding) { $1 }
        case .http(let server): server.filled.filter { server.shownURL.mentions($0.key) }
        }
    }

    /// What must not be seen where the server's words are kept: values that its entry gives it, and that fill its entry,
    /// and the parts of addresses that are not shown.
    package var secrets: SecretMask {
        switch transport {
        case .stdio(let server):
            let given = server.environment.filter { !DecidingVariable.decides($0.key) }
            let parts = server.hiddenDeciding.values.flatMap { text in
                text.value.split(separator: " ").flatMap { ShownAddress.secrets(of: String($0)) }
            }
            let whole = [given, server.hiddenDeciding, server.filled.secret].flatMap(\.values)
            return SecretMask(whole + parts)
        case .http(let server):
            let whole = [server.headers, server.filled.secret].flatMap(\.values)
            return SecretMask(whole + ShownAddress.secrets(of: server.url))
        }
    }
}

extension MCPServerConfiguration.LocalServer {
    /// Variables that decide which code runs, and of whose values not all is shown.
    var hiddenDeciding: [String: HiddenText] {
        environment.filter { name, text in
            DecidingVariable.decides(name) && DecidingVariable.shown(text.value, of: name) != text.value
        }
    }
}

extension [String: HiddenText] {
    /// Without those that every server gets.
    fileprivate var secret: [String: HiddenText] {
        filter { !MCPServerConfiguration.LocalServer.inherited.contains($0.key) }
    }
}

extension String {
    /// Whether `${NAME}` or the like stands in it.
    fileprivate func mentions(_ variable: String) -> Bool {
        ["${\(variable)}", "${env:\(variable)}", "${\(variable):-", "${env:\(variable):-"].contains(where: contains)
    }
}
