/// A JSON Schema (draft 2020-12), read once and then asked about instances.
///
/// A keyword that is not supported is never passed over in silence: it is listed in ``unsupportedKeywords``, and
/// instances are checked by the others. Among them are references to other documents, which are never fetched, dynamic
/// references, vocabularies, `unevaluatedItems` and `unevaluatedProperties`, and patterns that ``TextPattern`` refuses.
/// `format`, `title`, `description`, `default`, `examples` and the like say nothing about validity. An array under
/// `items`, as older drafts have it, counts as `prefixItems`, and `additionalItems` beside it as `items`.
package struct JSONSchema: Sendable {
    /// The schema as it was given.
    package let source: JSON

    /// Each keyword met but not supported, with its place: `pattern at #/properties/name`.
    package let unsupportedKeywords: [String]

    private let nodes: [SchemaNode]

    /// Failures listed for one instance at most.
    package static let failureLimit = 100

    /// Reads a schema with everything it refers to.
    ///
    /// - Throws: ``Problem`` when a keyword is malformed or a reference leads nowhere.
    package init(_ schema: JSON) throws(Problem) {
        var compiler = SchemaCompiler(root: schema)
        nodes = try compiler.compile()
        source = schema
        unsupportedKeywords = compiler.unsupported
    }

    /// What in an instance breaks the schema, in the order of the schema's keywords; empty when it is valid.
    ///
    /// At most ``failureLimit`` failures. A check that goes too deep or takes too long ends as one failure of the
    /// whole instance, under the keyword `$ref`; one whose patterns take too long, as one of the place and keyword it
    /// had come to.
    package func failures(of instance: JSON) -> [Failure] {
        var check = SchemaCheck(of: instance, nodes: nodes)
        do throws(SchemaCheck.Stop) {
            return try check.failures(of: instance, at: .root, against: .root)
        } catch {
            return [error.failure(of: instance)]
        }
    }
}
