import Engine
import Foundation

extension JSON {
    /// A value as its coder writes it.
    init(encoding value: some Encodable) throws {
        self = try JSON(parsing: Array(JSONEncoder().encode(value)))
    }

    /// Reads what a coder wrote.
    func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(compactText.utf8))
    }
}
