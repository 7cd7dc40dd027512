import Engine
import MCPTools

/// Where tools came from, as a dataset keeps it.
struct SourceRecord {
    let name: String
    let identity: ContentHash
    let command: String

    var json: JSON {
        ["name": .string(name), "identity": .string(identity.hex), "command": .string(command)]
    }
}

extension SourceRecord {
    init(_ configuration: MCPServerConfiguration) {
        self.init(
            name: configuration.name, identity: configuration.identity, command: configuration.commandLine)
    }
}
