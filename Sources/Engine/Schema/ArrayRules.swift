/// The first elements each have a schema of their own.
struct PrefixItemsRule: SchemaRule {
    let nodes: [SchemaNode.ID]

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for (index, (element, node)) in zip(instance.array ?? [], nodes).enumerated() {
            failures += try check.failures(of: element, at: path.appending(index: index), against: node)
        }
        return failures
    }
}

/// All elements after the first few have one schema.
struct ItemsRule: SchemaRule {
    let skipped: Int
    let node: SchemaNode.ID

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        var failures: [JSONSchema.Failure] = []
        for (index, element) in (instance.array ?? []).enumerated().dropFirst(skipped) {
            guard failures.count < JSONSchema.failureLimit else { break }
            failures += try check.failures(of: element, at: path.appending(index: index), against: node)
        }
        return failures
    }
}

/// Some elements, at least one if nothing else is said, fit a schema.
struct ContainsRule: SchemaRule {
    let node: SchemaNode.ID
    let minimum: ExactDecimal?
    let maximum: ExactDecimal?

    func failures(
        of instance: JSON, at path: JSONPath, in check: inout SchemaCheck
    ) throws(SchemaCheck.Stop) -> [JSONSchema.Failure] {
        guard let elements = instance.array else { return [] }
        var count = 0
        for (index, element) in elements.enumerated()
        where try check.accepts(element, at: path.appending(index: index), against: node) {
            count += 1
        }
        guard let (keyword, words) = breach(by: ExactDecimal(count)) else { return [] }
        let objection = "must have \(words) that fit `contains`, but has \(count)"
        return [JSONSchema.Failure(of: instance, at: path, keyword: keyword, objection: objection)]
    }

    private func breach(by count: ExactDecimal) -> (SchemaKeyword, String)? {
        if let minimum, count < minimum { return (.minContains, "at least \(minimum.canonicalText) elements") }
        if minimum == nil, count < ExactDecimal(1) { return (.contains, "at least 1 element") }
        if let maximum, count > maximum { return (.maxContains, "at most \(maximum.canonicalText) elements") }
        return nil
    }
}
