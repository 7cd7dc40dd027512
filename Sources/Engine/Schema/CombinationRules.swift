/// Every schema of the list holds.
struct AllOfRule: SchemaRule {
    let nodes: [SchemaNode.ID]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for node in nodes where failures.count < JSONSchema.failureLimit {
            failures += try check.failures(of: instance, at: path, against: node)
        }
        return failures
    }
}

/// At least one schema of the list holds.
struct AnyOfRule: SchemaRule {
    let nodes: [SchemaNode.ID]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var reasons: [JSONSchema.Failure] = []
        for node in nodes {
            guard let reason = try check.failures(of: instance, at: path, against: node).first else { return [] }
            reasons.append(reason)
        }
        let objection = "fits none of the \(nodes.count) alternatives: \(reasons.summary)"
        return [JSONSchema.Failure(of: instance, at: path, keyword: .anyOf, objection: objection)]
    }
}

/// Exactly one schema of the list holds.
struct OneOfRule: SchemaRule {
    let nodes: [SchemaNode.ID]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var reasons: [JSONSchema.Failure] = []
        for node in nodes {
            guard let reason = try check.failures(of: instance, at: path, against: node).first else { continue }
            reasons.append(reason)
        }
        let fitting = nodes.count - reasons.count
        if fitting == 1 { return [] }
        let objection =
            fitting == 0
            ? "fits none of the \(nodes.count) alternatives: \(reasons.summary)"
            : "must fit exactly one of the \(nodes.count) alternatives, but fits \(fitting)"
        return [JSONSchema.Failure(of: instance, at: path, keyword: .oneOf, objection: objection)]
    }
}

extension [JSONSchema.Failure] {
    /// The first few reasons, cut so that alternatives inside alternatives stay readable.
    fileprivate var summary: String {
        prefix(3).map { failure in
            let text = failure.message.unicodeScalars
            return String(text.count > 160 ? text.prefix(159) + "…".unicodeScalars : text.dropLast())
        }
        .joined(separator: "; ") + (count > 3 ? "; …" : "")
    }
}

/// A schema does not hold.
struct NotRule: SchemaRule {
    let node: SchemaNode.ID

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        guard try check.accepts(instance, at: path, against: node) else { return [] }
        let objection = "must not fit the schema under `not`, but \(instance.shortText) does"
        return [JSONSchema.Failure(of: instance, at: path, keyword: .not, objection: objection)]
    }
}

/// One of two schemas holds, depending on a third.
struct ConditionRule: SchemaRule {
    let condition: SchemaNode.ID
    let then: SchemaNode.ID?
    let otherwise: SchemaNode.ID?

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        let branch = try check.accepts(instance, at: path, against: condition) ? then : otherwise
        guard let branch else { return [] }
        return try check.failures(of: instance, at: path, against: branch)
    }
}

/// Another part of the schema holds as well.
struct ReferenceRule: SchemaRule {
    let node: SchemaNode.ID

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        try check.failures(of: instance, at: path, against: node)
    }
}
