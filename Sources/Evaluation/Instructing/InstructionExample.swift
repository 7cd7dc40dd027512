import Engine

/// A query that somebody wrote by hand, as an example for those that a model writes.
package struct InstructionExample: Hashable, Sendable {
    /// What the tools do, by their names, in the order in which they are offered.
    package let offered: [(name: String, purpose: String)]
    package let query: String
    package let related: [String]

    package static func == (left: Self, right: Self) -> Bool { left.query == right.query }

    package func hash(into hasher: inout Hasher) { hasher.combine(query) }

    /// How many are shown with each question.
    static let shown = 3

    /// The pool of a scope: 12 for one group of tools, 36 for several.
    package static func pool(_ scope: APISet.Scope) -> [InstructionExample] {
        switch scope {
        case .single: single
        case .multi: multi
        }
    }

    /// Three of the pool, drawn.
    static func drawn(_ scope: APISet.Scope, _ random: SeededGenerator) -> [InstructionExample] {
        var random = random
        return Array(pool(scope).shuffled(using: &random).prefix(shown))
    }

    private static let single = read(PackageResources.examples_single_jsonl)
    private static let multi = read(PackageResources.examples_multi_jsonl)

    private static func read(_ bytes: [UInt8]) -> [InstructionExample] {
        bytes.split(separator: UInt8(ascii: "\n")).map { line in
            do { return try InstructionExample(JSON(parsing: line)) } catch {
                preconditionFailure("an example that comes with the program cannot be read: \(error)")
            }
        }
    }

    /// For a model to read.
    var told: String {
        let tools = offered.map { "- \($0.name): \($0.purpose)" }.joined(separator: "\n")
        let names = related.map { JSON.string($0).compactText }.joined(separator: ", ")
        return "Tools:\n\(tools)\nQuery: \(query)\nTools that it is about: [\(names)]"
    }
}

extension InstructionExample {
    private struct Unreadable: Error {
        let line: String
    }

    fileprivate init(_ json: JSON) throws {
        guard let query = json["query"]?.string, let offered = json["tools"]?.object?.members,
            let related = json["related"]?.array?.compactMap(\.string)
        else { throw Unreadable(line: json.compactText) }
        self.query = query
        self.related = related
        self.offered = offered.map { ($0.key, $0.value.string ?? "") }
    }
}
