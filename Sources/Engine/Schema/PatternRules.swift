/// A string has a pattern somewhere in it.
struct PatternRule: SchemaRule {
    let pattern: TextPattern

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        guard let text = instance.string else { return [] }
        let place = SchemaCheck.Place(path: path, value: instance, keyword: .pattern)
        guard try !check.finds(pattern, in: text, at: place) else { return [] }
        let objection = "must match the pattern \(pattern.shownText), but is \(instance.shortText)"
        return [JSONSchema.Failure(of: instance, at: path, keyword: .pattern, objection: objection)]
    }
}

/// Properties whose names have a pattern in them, each pattern with a schema.
struct PatternPropertiesRule: SchemaRule {
    let patterns: [(pattern: TextPattern, node: SchemaNode.ID)]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for member in instance.object?.members ?? [] {
            let path = path.appending(key: member.key)
            let place = SchemaCheck.Place(path: path, value: member.value, keyword: .patternProperties)
            for (pattern, node) in patterns where try check.finds(pattern, in: member.key, at: place) {
                guard failures.count < JSONSchema.failureLimit else { return failures }
                failures += try check.failures(of: member.value, at: path, against: node)
            }
        }
        return failures
    }
}

extension TextPattern {
    /// The expression between backticks, cut to 80 scalars.
    var shownText: String {
        let start = source.unicodeScalars.prefix(80)
        return "`" + (start.endIndex == source.unicodeScalars.endIndex ? source : String(start.dropLast()) + "…") + "`"
    }
}
