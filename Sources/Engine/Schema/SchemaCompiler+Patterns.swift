extension SchemaCompiler {
    /// The rule of `pattern`; a pattern that cannot be searched for is reported, and the rest of the schema holds.
    mutating func patternRule(in source: SchemaSource) throws(JSONSchema.Problem) -> (any SchemaRule)? {
        let text = try source.text(.pattern)
        do throws(TextPattern.Refusal) {
            return PatternRule(pattern: try pattern(text))
        } catch {
            report("\(SchemaKeyword.pattern.rawValue) (\(error))", at: source.place)
            return nil
        }
    }

    /// The patterns of `patternProperties` with their schemas, but for those that are reported.
    mutating func patternChildren(
        of source: SchemaSource
    ) throws(JSONSchema.Problem) -> [(TextPattern, SchemaNode.ID)] {
        let nodes = try namedChildren(.patternProperties, of: source)
        var patterns: [(TextPattern, SchemaNode.ID)] = []
        for member in try source.members(.patternProperties) {
            do throws(TextPattern.Refusal) {
                let pattern = try pattern(member.key)
                nodes[ExactText(member.key)].map { patterns.append((pattern, $0)) }
            } catch {
                let keyword = SchemaKeyword.patternProperties.rawValue
                report("\(keyword) (\(error))", at: "\(source.place)/\(keyword)/\(SchemaPointer.escaped(member.key))")
            }
        }
        return patterns
    }

    /// The patterns of names that are not additional; nil when one of them cannot be searched for.
    mutating func namePatterns(of source: SchemaSource) throws(JSONSchema.Problem) -> [TextPattern]? {
        guard source.has(.patternProperties) else { return [] }
        let names = try source.members(.patternProperties).map(\.key)
        let patterns = names.compactMap { try? pattern($0) }
        return patterns.count == names.count ? patterns : nil
    }

    /// Instructions of all patterns of one schema together: a short schema could otherwise take all memory.
    private static let patternSizeLimit = 50_000

    /// Read once, however often the schema has it.
    private mutating func pattern(_ text: String) throws(TextPattern.Refusal) -> TextPattern {
        if let pattern = patterns[ExactText(text)] { return pattern }
        guard patternSize <= Self.patternSizeLimit else { throw .tooMany(limit: Self.patternSizeLimit) }
        let pattern = try TextPattern(text)
        patternSize += pattern.size
        patterns[ExactText(text)] = pattern
        return pattern
    }
}
