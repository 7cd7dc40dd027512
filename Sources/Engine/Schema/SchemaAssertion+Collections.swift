extension SchemaAssertion {
    static func required(in source: SchemaSource) throws(JSONSchema.Problem) -> SchemaAssertion {
        let names = try source.names(.required)
        return SchemaAssertion(keyword: .required) { instance in
            guard let object = instance.object else { return [] }
            let given = Set(object.keys.map(ExactText.init))
            return names.filter { !given.contains(ExactText($0)) }.map { "must have the property `\($0)`" }
        }
    }

    static func dependentRequired(in source: SchemaSource) throws(JSONSchema.Problem) -> SchemaAssertion {
        var dependencies: [(key: String, names: [String])] = []
        for member in try source.members(.dependentRequired) {
            dependencies.append((member.key, try source.names(in: member.value, of: .dependentRequired)))
        }
        return SchemaAssertion(keyword: .dependentRequired) { [dependencies] instance in
            guard let object = instance.object else { return [] }
            let given = Set(object.keys.map(ExactText.init))
            return dependencies.filter { given.contains(ExactText($0.key)) }.flatMap { dependency in
                dependency.names.filter { !given.contains(ExactText($0)) }
                    .map { "must have the property `\($0)` beside `\(dependency.key)`" }
            }
        }
    }

    static func uniqueItems(in source: SchemaSource) throws(JSONSchema.Problem) -> SchemaAssertion {
        let isDemanded = try source.truth(.uniqueItems)
        return SchemaAssertion(keyword: .uniqueItems) { instance in
            guard isDemanded, let elements = instance.array else { return [] }
            var seen: Set<ExactText> = []
            let repeated = elements.first { !seen.insert(ExactText($0.canonicalText)).inserted }
            return repeated.map { ["must not repeat an element, but repeats \($0.shortText)"] } ?? []
        }
    }
}
