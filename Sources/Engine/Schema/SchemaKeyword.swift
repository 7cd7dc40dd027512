/// A keyword of JSON Schema that is understood, by its spelling.
enum SchemaKeyword: String {
    case type, const, required
    case enumeration = "enum"
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    case minLength, maxLength, pattern
    case minItems, maxItems, uniqueItems
    case minProperties, maxProperties, dependentRequired
    case items, prefixItems, additionalItems, contains, minContains, maxContains
    case properties, patternProperties, additionalProperties, propertyNames, dependentSchemas
    case allOf, anyOf, oneOf, not
    case condition = "if"
    case then
    case otherwise = "else"
    case reference = "$ref"
    case definitions = "$defs"
    case olderDefinitions = "definitions"
    case dialect = "$schema"
    case identifier = "$id"
    case anchor = "$anchor"
    case comment = "$comment"
    case title, description, examples, deprecated, readOnly, writeOnly, format
    case standard = "default"
    case contentEncoding, contentMediaType, contentSchema
    /// Stands for the schema `false` in failures.
    case nothing = "false"
}
