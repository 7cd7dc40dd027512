/// Properties with a schema of their own, where they are given.
struct PropertiesRule: SchemaRule {
    let nodes: [ExactText: SchemaNode.ID]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for member in instance.object?.members ?? [] where failures.count < JSONSchema.failureLimit {
            guard let node = nodes[ExactText(member.key)] else { continue }
            failures += try check.failures(of: member.value, at: path.appending(key: member.key), against: node)
        }
        return failures
    }
}

/// Properties that neither a name nor a pattern speaks of: forbidden, or with one schema for all.
struct AdditionalPropertiesRule: SchemaRule {
    let named: Set<ExactText>
    let patterns: [TextPattern]
    let treatment: Treatment

    enum Treatment {
        case forbidden
        case checked(SchemaNode.ID)
    }

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for member in instance.object?.members ?? [] where !named.contains(ExactText(member.key)) {
            guard failures.count < JSONSchema.failureLimit else { break }
            let place = path.appending(key: member.key)
            if try matchesPattern(member, at: place, in: &check) { continue }
            switch treatment {
            case .forbidden: failures.append(refusal(of: member.value, at: place))
            case .checked(let node): failures += try check.failures(of: member.value, at: place, against: node)
            }
        }
        return failures
    }

    private func matchesPattern(
        _ member: JSON.Object.Member, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> Bool {
        let place = SchemaCheck.Place(path: path, value: member.value, keyword: .additionalProperties)
        for pattern in patterns where try check.finds(pattern, in: member.key, at: place) { return true }
        return false
    }

    private func refusal(of value: JSON, at place: JSONPath) -> JSONSchema.Failure {
        let names = named.map(\.text).sorted().prefix(20).map { "`\($0)`" }
        let shapes = patterns.prefix(5).map { "names that match \($0.shownText)" }
        let allowed = (names + shapes).joined(separator: ", ")
        let objection =
            "must not be given: " + (allowed.isEmpty ? "no property is allowed" : "allowed are only \(allowed)")
        return JSONSchema.Failure(of: value, at: place, keyword: .additionalProperties, objection: objection)
    }
}

/// Every key, taken as a string, fits a schema.
struct PropertyNamesRule: SchemaRule {
    let node: SchemaNode.ID

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for key in instance.object?.keys ?? [] where failures.count < JSONSchema.failureLimit {
            let name = JSON.string(key)
            guard let reason = try check.failures(of: name, at: .root, against: node).first else { continue }
            let objection = "must not have a property named \(name.shortText) (\(reason.message))"
            failures.append(
                JSONSchema.Failure(of: instance, at: path, keyword: .propertyNames, objection: objection))
        }
        return failures
    }
}

/// Schemas for the whole object, each when its property is given.
struct DependentSchemasRule: SchemaRule {
    let nodes: [ExactText: SchemaNode.ID]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for key in instance.object?.keys ?? [] where failures.count < JSONSchema.failureLimit {
            guard let node = nodes[ExactText(key)] else { continue }
            failures += try check.failures(of: instance, at: path, against: node)
        }
        return failures
    }
}
