import Engine

/// The arguments of a call as JSON text, however an endpoint writes them.
enum CallArguments {
    /// A text stays as it is; an object becomes its text; nothing at all is no arguments.
    static func text(_ value: JSON?) -> String {
        switch value {
        case nil, .null?: "{}"
        case .string(let text)?: normalised(text)
        case .bool?, .number?, .array?, .object?: value.map(\.compactText) ?? "{}"
        }
    }

    static func normalised(_ text: String) -> String {
        text.utf8.allSatisfy { [0x20, 0x0A, 0x0D, 0x09].contains($0) } ? "{}" : text
    }
}
