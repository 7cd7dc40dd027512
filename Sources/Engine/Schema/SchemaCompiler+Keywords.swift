extension SchemaCompiler {
    /// The rule of one keyword; nil where it only adds to another keyword's rule, or asks nothing.
    mutating func rule(
        for keyword: SchemaKeyword, in source: SchemaSource
    ) throws(JSONSchema.Problem) -> (any SchemaRule)? {
        switch keyword {
        case .type: return try SchemaAssertion.type(in: source)
        case .const, .enumeration: return try SchemaAssertion.choice(keyword, in: source)
        case .minimum: return try SchemaAssertion.bound(keyword, .atLeast, in: source)
        case .maximum: return try SchemaAssertion.bound(keyword, .atMost, in: source)
        case .exclusiveMinimum: return try SchemaAssertion.bound(keyword, .above, in: source)
        case .exclusiveMaximum: return try SchemaAssertion.bound(keyword, .below, in: source)
        case .multipleOf: return try multipleRule(in: source)
        case .minLength: return try SchemaAssertion.size(keyword, .atLeast, .characters, in: source)
        case .maxLength: return try SchemaAssertion.size(keyword, .atMost, .characters, in: source)
        case .pattern: return try patternRule(in: source)
        case .minItems: return try SchemaAssertion.size(keyword, .atLeast, .elements, in: source)
        case .maxItems: return try SchemaAssertion.size(keyword, .atMost, .elements, in: source)
        case .minProperties: return try SchemaAssertion.size(keyword, .atLeast, .members, in: source)
        case .maxProperties: return try SchemaAssertion.size(keyword, .atMost, .members, in: source)
        case .uniqueItems: return try SchemaAssertion.uniqueItems(in: source)
        case .required: return try SchemaAssertion.required(in: source)
        case .dependentRequired: return try SchemaAssertion.dependentRequired(in: source)
        case .prefixItems, .items, .additionalItems: return try elementsRule(keyword, in: source)
        case .contains: return try containsRule(in: source)
        case .minContains, .maxContains: _ = try source.count(keyword)
        case .properties: return PropertiesRule(nodes: try namedChildren(keyword, of: source))
        case .patternProperties: return PatternPropertiesRule(patterns: try patternChildren(of: source))
        case .additionalProperties: return try additionalPropertiesRule(in: source)
        case .propertyNames: return PropertyNamesRule(node: try child(keyword, of: source))
        case .dependentSchemas: return DependentSchemasRule(nodes: try namedChildren(keyword, of: source))
        case .allOf: return AllOfRule(nodes: try children(keyword, of: source))
        case .anyOf: return AnyOfRule(nodes: try children(keyword, of: source))
        case .oneOf: return OneOfRule(nodes: try children(keyword, of: source))
        case .not: return NotRule(node: try child(keyword, of: source))
        case .condition: return try conditionRule(in: source)
        case .then, .otherwise: _ = try child(keyword, of: source)
        case .reference: return try referenceRule(in: source)
        case .definitions, .olderDefinitions: _ = try namedChildren(keyword, of: source)
        case .dialect: try checkDialect(in: source)
        case .identifier, .anchor: _ = try source.text(keyword)
        case .comment, .title, .description, .examples, .deprecated, .readOnly, .writeOnly, .format, .standard,
            .contentEncoding, .contentMediaType, .contentSchema, .nothing:
            break
        }
        return nil
    }
}

extension SchemaCompiler {
    mutating func child(
        _ keyword: SchemaKeyword, of source: SchemaSource
    ) throws(JSONSchema.Problem) -> SchemaNode.ID {
        try node(for: source.value(keyword) ?? .null, at: source.place + "/" + keyword.rawValue)
    }

    private mutating func childIfPresent(
        _ keyword: SchemaKeyword, of source: SchemaSource
    ) throws(JSONSchema.Problem) -> SchemaNode.ID? {
        source.has(keyword) ? try child(keyword, of: source) : nil
    }

    private mutating func children(
        _ keyword: SchemaKeyword, of source: SchemaSource
    ) throws(JSONSchema.Problem) -> [SchemaNode.ID] {
        let list = source.value(keyword)?.array ?? []
        guard !list.isEmpty else { throw source.malformed(keyword, expected: "an array with at least one schema") }
        var nodes: [SchemaNode.ID] = []
        for (index, schema) in list.enumerated() {
            nodes.append(try node(for: schema, at: "\(source.place)/\(keyword.rawValue)/\(index)"))
        }
        return nodes
    }

    mutating func namedChildren(
        _ keyword: SchemaKeyword, of source: SchemaSource
    ) throws(JSONSchema.Problem) -> [ExactText: SchemaNode.ID] {
        var nodes: [ExactText: SchemaNode.ID] = [:]
        for member in try source.members(keyword) {
            let place = "\(source.place)/\(keyword.rawValue)/\(SchemaPointer.escaped(member.key))"
            nodes[ExactText(member.key)] = try node(for: member.value, at: place)
        }
        return nodes
    }
}

extension SchemaCompiler {
    private mutating func multipleRule(in source: SchemaSource) throws(JSONSchema.Problem) -> (any SchemaRule)? {
        let rule = try SchemaAssertion.multiple(in: source)
        if rule == nil { report(SchemaKeyword.multipleOf.rawValue, at: source.place) }
        return rule
    }

    /// An array under `items` is what older drafts wrote for `prefixItems`, with `additionalItems` for the rest.
    private mutating func elementsRule(
        _ keyword: SchemaKeyword, in source: SchemaSource
    ) throws(JSONSchema.Problem) -> (any SchemaRule)? {
        let itemsAreList = source.value(.items)?.array != nil
        if keyword == .prefixItems || (keyword == .items && itemsAreList && !source.has(.prefixItems)) {
            return PrefixItemsRule(nodes: try children(keyword, of: source))
        }
        if keyword == .items {
            let skipped = source.value(.prefixItems)?.array?.count ?? 0
            return ItemsRule(skipped: skipped, node: try child(keyword, of: source))
        }
        let node = try child(keyword, of: source)
        guard itemsAreList else { return nil }
        return ItemsRule(skipped: source.value(.items)?.array?.count ?? 0, node: node)
    }

    private mutating func containsRule(in source: SchemaSource) throws(JSONSchema.Problem) -> any SchemaRule {
        ContainsRule(
            node: try child(.contains, of: source),
            minimum: source.has(.minContains) ? try source.count(.minContains) : nil,
            maximum: source.has(.maxContains) ? try source.count(.maxContains) : nil)
    }

    /// Beside a pattern that is not supported, nobody can say which properties are additional.
    private mutating func additionalPropertiesRule(
        in source: SchemaSource
    ) throws(JSONSchema.Problem) -> (any SchemaRule)? {
        let node = try child(.additionalProperties, of: source)
        guard let patterns = try namePatterns(of: source) else {
            report("additionalProperties beside patternProperties", at: source.place)
            return nil
        }
        let named = source.has(.properties) ? try source.members(.properties).map(\.key) : []
        let areForbidden = source.value(.additionalProperties) == .bool(false)
        return AdditionalPropertiesRule(
            named: Set(named.map(ExactText.init)), patterns: patterns,
            treatment: areForbidden ? .forbidden : .checked(node))
    }

    private mutating func conditionRule(in source: SchemaSource) throws(JSONSchema.Problem) -> any SchemaRule {
        ConditionRule(
            condition: try child(.condition, of: source),
            then: try childIfPresent(.then, of: source),
            otherwise: try childIfPresent(.otherwise, of: source))
    }

    private mutating func checkDialect(in source: SchemaSource) throws(JSONSchema.Problem) {
        let dialect = try source.text(.dialect)
        let name = dialect.split(separator: "#").first.map(String.init) ?? ""
        if !Self.dialects.contains(name) { report("$schema \(dialect)", at: source.place) }
    }

    private static let dialects: Set<String> = [
        "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2019-09/schema",
        "http://json-schema.org/draft-07/schema", "http://json-schema.org/draft-06/schema",
        "https://json-schema.org/draft-07/schema", "https://json-schema.org/draft-06/schema",
    ]
}
