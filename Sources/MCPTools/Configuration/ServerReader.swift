import Engine
import Foundation

/// Reads what a configuration file says of one server.
struct ServerReader {
    enum Finding {
        case server(MCPServerConfiguration)
        case disabled
    }

    private let name: String
    private let value: JSON
    private let expansion: Expansion
    private let surroundings: MCPSurroundings

    init(name: String, value: JSON, _ expansion: Expansion, _ surroundings: MCPSurroundings) {
        self.name = name
        self.value = value
        self.expansion = expansion
        self.surroundings = surroundings
    }

    func read() throws(ServerRefusal) -> Finding {
        guard let object = value.object else {
            throw ServerRefusal("It must be an object, and is of type \(value.typeName). Write {\"command\": …}.")
        }
        let fields = Fields(object, of: "It")
        try fields.refuseDuplicates()
        // Nothing else of a server that is turned off matters.
        if try fields.flag("disabled") == true { return .disabled }
        guard !name.isEmpty, name.utf8.count <= 128, !name.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw ServerRefusal("Its name must have 1 to 128 bytes, and no control characters. Rename it.")
        }
        let transport = try transport(fields)
        let options = try OptionsReader(object["toolgrad"], expansion).options(for: transport)
        return .server(MCPServerConfiguration(name: name, transport: transport, options: options))
    }

    private func transport(_ fields: Fields) throws(ServerRefusal) -> MCPServerConfiguration.Transport {
        let (command, url) = (try fields.text("command"), try fields.text("url"))
        switch (try fields.text("type"), command, url) {
        case (nil, let command?, nil), ("stdio", let command?, _): return .stdio(try local(command, fields))
        case (nil, nil, let url?), ("http", _, let url?), ("streamable-http", _, let url?),
            ("streamableHttp", _, let url?):
            return .http(try remote(url, fields))
        case (nil, .some, .some):
            throw ServerRefusal("It has both a \"command\" and a \"url\". Remove one, or say which by \"type\".")
        case (nil, nil, nil):
            throw ServerRefusal("It has neither a \"command\" nor a \"url\". Add one.")
        case ("sse", _, _):
            throw ServerRefusal(
                "Its type is sse, the older transport, which is not supported. Use the server's streamable HTTP address, "
                    + "and the type http.")
        case ("stdio", nil, _):
            throw ServerRefusal("Its type is stdio, and it has no \"command\". Add it.")
        case ("http", _, nil), ("streamable-http", _, nil), ("streamableHttp", _, nil):
            throw ServerRefusal("Its type is http, and it has no \"url\". Add it.")
        case (let type?, _, _):
            throw ServerRefusal("Its type \"\(type)\" is not known. Write stdio or http.")
        }
    }

    // Where a program or a folder is, is settled here, so that it is the same wherever toolgrad is started.
    private func local(
        _ command: String, _ fields: Fields
    ) throws(ServerRefusal) -> MCPServerConfiguration.LocalServer {
        let folder = try fields.text("cwd").map { (path) throws(ServerRefusal) in try expansion.path(path) }
        var program = try Self.checked(try expansion.word(command), "Its \"command\"")
        guard !program.isEmpty else { throw ServerRefusal("Its \"command\" is empty. Name the program.") }
        if program.contains("/"), !program.hasPrefix("/") { program = "\(folder ?? expansion.folder)/\(program)" }
        var (arguments, shown): ([String], [String]) = ([], [])
        let written = try fields.texts("args")
        for argument in written {
            arguments.append(try Self.checked(try expansion.word(argument), "One of its \"args\""))
            shown.append(try expansion.shown.word(argument))
        }
        let filled = expansion.variables(in: [command] + written + (try fields.map("env").map(\.value)))
        return .init(
            command: program, arguments: arguments, shown: shown, environment: try environment(fields), filled: filled,
            folder: try Self.checked(folder ?? expansion.folder, "Its \"cwd\""))
    }

    private func environment(_ fields: Fields) throws(ServerRefusal) -> [String: HiddenText] {
        var variables: [String: HiddenText] = [:]
        if let file = try fields.text("envFile") {
            let path = try expansion.path(file)
            let bytes: Data
            do { bytes = try surroundings.read(path) } catch {
                throw ServerRefusal("Its envFile \(path) cannot be read. Mend the path, or remove it.")
            }
            variables = try VariableFile.variables(in: bytes, of: path)
        }
        for (key, value) in try fields.map("env") {
            guard !key.isEmpty, !key.contains("="), !key.contains("\0") else {
                throw ServerRefusal("Its \"env\" has a name that no variable can have. Rename it.")
            }
            variables[key] = HiddenText(try Self.checked(try expansion.text(value), "The variable \(key)"))
        }
        return variables
    }

    private func remote(_ url: String, _ fields: Fields) throws(ServerRefusal) -> MCPServerConfiguration.RemoteServer {
        let address = try expansion.text(url)
        guard let parts = URLComponents(string: address), parts.host?.isEmpty == false,
            ["http", "https"].contains(parts.scheme?.lowercased())
        else { throw ServerRefusal("Its \"url\" is no address of the web. Write https://HOST/PATH.") }
        var headers: [String: HiddenText] = [:]
        for (key, value) in try fields.map("headers") {
            let text = try expansion.text(value)
            guard Self.isHeaderName(key), !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
                throw ServerRefusal("Its header \"\(key)\" cannot be sent as it is. Write a plain name, and one line.")
            }
            headers[key] = HiddenText(text)
        }
        let filled = expansion.variables(in: [url] + (try fields.map("headers").map(\.value)))
        return .init(url: address, shown: try expansion.shown.text(url), headers: headers, filled: filled)
    }

    private static func isHeaderName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    private static func checked(_ text: String, _ subject: String) throws(ServerRefusal) -> String {
        guard !text.utf8.contains(0) else {
            throw ServerRefusal("\(subject) has a NUL character in it, which no program can be given. Remove it.")
        }
        return text
    }
}
