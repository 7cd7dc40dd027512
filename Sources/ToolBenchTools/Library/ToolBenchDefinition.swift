import Engine

/// One API as a ToolBench library defines it.
struct ToolBenchDefinition: Sendable {
    let address: ToolBenchAddress
    let description: String
    /// What is said about the tool that the API belongs to.
    let toolDescription: String
    let required: [ToolBenchParameter]
    let optional: [ToolBenchParameter]
    let method: String
    /// The shape of an answer: a JSON value whose leaves are names of types; null where none is known.
    let response: JSON

    /// Reads `{name, description, required_parameters, optional_parameters, method, template_response}`.
    init(_ json: JSON, at address: ToolBenchAddress, description: String, toolDescription: String)
        throws(ToolBenchDefect)
    {
        self.address = address
        self.description = description.trimmed
        self.toolDescription = toolDescription.trimmed
        required = try Self.parameters(json, "required_parameters")
        optional = try Self.parameters(json, "optional_parameters")
        method = json["method"]?.string?.uppercased() ?? "GET"
        response = json["template_response"].map(Self.shape) ?? .null
        try Self.check(address)
        try Self.checkNames(of: required + optional)
    }

    private static func parameters(_ json: JSON, _ key: String) throws(ToolBenchDefect) -> [ToolBenchParameter] {
        guard let list = json[key], !list.isNull else { return [] }
        guard let items = list.array else { throw .noList(key) }
        var parameters: [ToolBenchParameter] = []
        for item in items { parameters.append(try ToolBenchParameter(item)) }
        return parameters
    }

    /// Some shapes are JSON in a text.
    private static func shape(_ json: JSON) -> JSON {
        json.string.flatMap { try? JSON(parsing: $0) } ?? json
    }

    private static func check(_ address: ToolBenchAddress) throws(ToolBenchDefect) {
        let standard = address.standard
        guard !standard.api.isEmpty else { throw .unspeakable("API", address.api) }
        guard !standard.tool.isEmpty else { throw .unspeakable("tool", address.tool) }
    }

    private static func checkNames(of parameters: [ToolBenchParameter]) throws(ToolBenchDefect) {
        var known: [String: ToolBenchParameter] = [:]
        for parameter in parameters {
            if let other = known[parameter.key] { throw .repeatedParameter(other.name, parameter.name) }
            known[parameter.key] = parameter
        }
    }
}

/// Why a definition cannot be used.
enum ToolBenchDefect: Error, Hashable, CustomStringConvertible {
    case notJSON(String)
    case notObject
    case missing(String)
    case noList(String)
    case parameterWithoutName
    case unspeakable(String, String)
    case unspeakableParameter(String)
    case repeatedParameter(String, String)
    case repeatedAPI(ToolBenchAddress)

    var description: String {
        switch self {
        case .notJSON(let reason): "It is not JSON: \(reason)"
        case .notObject: "It is not a JSON object."
        case .missing(let key): "It has no \(key)."
        case .noList(let key): "Its \(key) is not a list."
        case .parameterWithoutName: "One of its parameters has no name."
        case .unspeakable(let kind, let name):
            "The \(kind) name \"\(name)\" has no letter or digit that a ToolBench server would keep."
        case .unspeakableParameter(let name):
            "The parameter name \"\(name)\" cannot be one: 1 to 64 letters, digits and _ must be left of it where "
                + "everything else is written as _."
        case .repeatedParameter(let one, let other) where one == other:
            "It has two parameters called \"\(one)\"."
        case .repeatedParameter(let one, let other):
            "A ToolBench server cannot tell its parameters \"\(one)\" and \"\(other)\" apart."
        case .repeatedAPI(let other):
            "A ToolBench server cannot tell it from \(other.text), which came before it."
        }
    }
}

extension String {
    var trimmed: String {
        let blank: (UnicodeScalar) -> Bool = { $0.properties.isWhitespace }
        return String(
            String.UnicodeScalarView(unicodeScalars.drop(while: blank).reversed().drop(while: blank).reversed()))
    }
}
