import Glibc
import HTTPTransport

/// What the environment says about models: addresses, keys and ways through the network.
///
/// It keeps every variable, since the settings may name any; so it cannot be printed.
struct ModelEnvironment: Hashable, Sendable {
    private let variables: [String: String]

    init(environment variables: [String: String]) {
        self.variables = variables
    }

    /// The variable of the key that belongs to the default endpoint.
    static let keyVariable = "OPENAI_API_KEY"
    /// The variable with the address of the default endpoint.
    static let baseURLVariable = "OPENAI_BASE_URL"

    /// The address of the default endpoint; nil for the usual one.
    var baseURL: String? { value(Self.baseURLVariable) }

    func has(_ name: String) -> Bool { value(name) != nil }

    /// What a variable holds, to make a key of; nil where it is not set.
    func text(ofKey name: String) -> String? { value(name) }

    /// Proxies and certificates, for the transport.
    var ofTransport: [String: String] { variables.filter { Self.transport.contains($0.key.lowercased()) } }

    /// Everything, for filling in the variables that a user's list of MCP servers names.
    ///
    /// A server gets none of it but what that list says, and a few harmless ones.
    var ofServerLists: [String: String] { variables }

    /// Everything, for this program started once more: it reads the same.
    var ofOurselves: [String: String] { variables }

    /// What a command that prints a key is given: enough to find the user's keyring, and no key.
    var ofKeyCommands: [String: String] { variables.filter { Self.keyCommand.contains($0.key) } }

    private static let transport: Set = [
        "http_proxy", "https_proxy", "all_proxy", "no_proxy", "request_method", "ssl_cert_file", "ssl_cert_dir",
        "curl_ca_bundle", "requests_ca_bundle",
    ]

    private static let keyCommand: Set = [
        "HOME", "PATH", "USER", "LOGNAME", "LANG", "DBUS_SESSION_BUS_ADDRESS", "GNUPGHOME", "XDG_RUNTIME_DIR",
    ]

    /// Takes the keys out of the process's own environment, where a child that gets all of it would find them; here they
    /// stay known.
    func hideKeys(_ names: [String]) {
        for name in [Self.keyVariable] + names { unsetenv(name) }
    }

    /// Empty is as good as not set.
    private func value(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension ModelEnvironment: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "<\(variables.count) variables>" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
