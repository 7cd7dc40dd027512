import ChildProcesses
import Engine

/// Reads what stands under `"toolgrad"`: our own words, so a mistake in them is never passed over.
struct OptionsReader {
    private static let known = [
        "pool", "isolate", "reset", "sandbox", "network", "readable", "writable", "callSeconds", "values",
    ]
    private static let forLocalServers = ["sandbox", "network", "readable", "writable"]

    private let value: JSON?
    private let expansion: Expansion

    init(_ value: JSON?, _ expansion: Expansion) {
        self.value = value
        self.expansion = expansion
    }

    func options(for transport: MCPServerConfiguration.Transport) throws(ServerRefusal) -> MCPServerOptions {
        guard let value, !value.isNull else { return MCPServerOptions() }
        guard let object = value.object else { throw ServerRefusal("Its \"toolgrad\" must be an object. Write {…}.") }
        let fields = Fields(object, of: "Its \"toolgrad\"")
        try fields.refuseDuplicates()
        try check(fields.object.keys, for: transport)
        var options = MCPServerOptions()
        try readState(fields, into: &options)
        try readSandbox(fields, into: &options)
        options.callDeadline = try deadline(fields)
        options.values = try values(fields)
        return options
    }

    private func check(
        _ keys: [String], for transport: MCPServerConfiguration.Transport
    ) throws(ServerRefusal) {
        if let key = keys.first(where: { !Self.known.contains($0) }) {
            let nearest = NearestWord.of(key, in: Self.known).map { " Did you mean \"\($0)\"?" }
            throw ServerRefusal(
                "\"\(key)\" in its \"toolgrad\" is not known."
                    + (nearest ?? " Known are \(Self.known.joined(separator: ", ")).")
            )
        }
        guard case .http = transport, let key = keys.first(where: Self.forLocalServers.contains) else { return }
        throw ServerRefusal("\"\(key)\" in its \"toolgrad\" is for servers that are started here. Remove it.")
    }

    private func readState(_ fields: Fields, into options: inout MCPServerOptions) throws(ServerRefusal) {
        if let pool = fields.object["pool"] {
            guard let count = pool.int, (1...64).contains(count) else {
                throw ServerRefusal("Its \"pool\" must be a whole number from 1 to 64.")
            }
            options.pool = count
        }
        options.isolation = try choice("isolate", fields) ?? .none
        options.reset = try fields.text("reset")
        guard options.reset == nil || options.isolation == .sample else {
            throw ServerRefusal("Its \"reset\" is of use only with \"isolate\": \"sample\". Add that, or remove it.")
        }
    }

    private func readSandbox(_ fields: Fields, into options: inout MCPServerOptions) throws(ServerRefusal) {
        options.sandbox = try choice("sandbox", fields)
        options.network = try fields.flag("network") == true ? .shared : .none
        options.readable = try paths("readable", fields)
        options.writable = try paths("writable", fields)
    }

    private func paths(_ key: String, _ fields: Fields) throws(ServerRefusal) -> [String] {
        try fields.texts(key).map { (path) throws(ServerRefusal) in try expansion.path(path) }
    }

    private func deadline(_ fields: Fields) throws(ServerRefusal) -> Duration? {
        guard let value = fields.object["callSeconds"] else { return nil }
        guard let seconds = value.double, seconds > 0, seconds <= 300 else {
            throw ServerRefusal("Its \"callSeconds\" must be a number above 0 and up to 300.")
        }
        return .milliseconds(Int((seconds * 1000).rounded(.up)))
    }

    private func values(_ fields: Fields) throws(ServerRefusal) -> [String: [JSON]] {
        guard let value = fields.object["values"] else { return [:] }
        guard let object = value.object else { throw fields.wrong("values", value, "an object") }
        if let key = object.duplicateKeys.first {
            throw ServerRefusal("Its \"values\" has \"\(key)\" twice. Remove one.")
        }
        var values: [String: [JSON]] = [:]
        for member in object.members {
            guard let examples = member.value.array, !examples.isEmpty else {
                throw ServerRefusal("\"\(member.key)\" in its \"values\" must be an array of examples. Write [\"…\"].")
            }
            values[member.key] = try examples.map { (example) throws(ServerRefusal) in
                try example.string.map { (text) throws(ServerRefusal) in .string(try expansion.word(text)) } ?? example
            }
        }
        return values
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ fields: Fields
    ) throws(ServerRefusal) -> Choice? {
        guard let text = try fields.text(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw ServerRefusal("Its \"\(key)\" is \"\(text)\", which is not known. Write one of \(all).")
        }
        return choice
    }
}
