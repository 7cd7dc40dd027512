import Engine
import Synchronization

/// Schemas that were read once, for all samples of a check; what it keeps changes nothing but the time it takes.
final class CompiledSchemas: Sendable {
    private let kept = Mutex<[JSON: JSONSchema?]>([:])
    /// More tools than a run has; beyond it nothing is kept.
    private static let most = 10_000

    /// The schema, ready to be asked; nil where it is no schema.
    subscript(schema: JSON) -> JSONSchema? {
        if let known = kept.withLock({ $0[schema] }) { return known }
        let compiled = try? JSONSchema(schema)
        kept.withLock { kept in
            if kept.count < Self.most { kept[schema] = .some(compiled) }
        }
        return compiled
    }
}
