/// Where an endpoint's key comes from; never the key itself.
enum KeySource: Hashable, Sendable {
    /// A variable of the environment.
    case variable(String)
    /// The first line that a shell command prints.
    case command(String)
    /// The first line of a file that only its owner can read.
    case file(path: String)
    case none
}

extension KeySource: CustomStringConvertible {
    var description: String {
        switch self {
        case .variable(let name): "the variable \(name)"
        case .command: "the command of api_key_cmd"
        case .file(let path): "the file \(path)"
        case .none: "nowhere"
        }
    }
}

extension KeySource {
    /// The three ways to give an endpoint its key, as lines of its table.
    static func examples(for endpoint: String) -> String {
        let variable = endpoint.uppercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
        return "api_key_env = \"\(variable)_KEY\" (a variable of the environment), api_key_cmd = \"pass show "
            + "\(endpoint)\" (a command that prints it), or api_key_file = \"~/.keys/\(endpoint)\" (a file that only "
            + "you can read)."
    }
}
