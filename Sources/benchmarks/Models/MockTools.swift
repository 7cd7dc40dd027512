import Engine

/// Sixty tools that take whatever fits their schemas, and return something.
enum MockTools {
    private static let subjects = [
        "library", "harbour", "orchard", "museum", "railway", "bakery", "theatre", "garden", "market", "observatory",
        "ferry", "archive",
    ]
    private static let deeds = [
        ("find", "Finds entries of the"), ("count", "Counts entries of the"), ("rank", "Ranks entries of the"),
        ("describe", "Describes an entry of the"), ("compare", "Compares entries of the"),
    ]

    static var source: InlineToolSource {
        InlineToolSource(tools) { call in
            let key = ContentHash(of: "\(call.tool) \(call.arguments.compactText)")
            return .returned(
                RecordedOutput([
                    "id": .string("e-\(key.short)"), "title": .string("Entry \(key.short)"),
                    "count": .init(integerLiteral: call.arguments.compactText.utf8.count), "tags": ["open", "checked"],
                ]))
        }
    }

    private static var tools: [Tool] {
        subjects.flatMap { subject in deeds.map { tool($0.0, $0.1, subject) } }
    }

    private static func tool(_ deed: String, _ beginning: String, _ subject: String) -> Tool {
        Tool(
            name: ToolName("\(subject)_\(deed)"),
            description: "\(beginning) \(subject), by words of its title and by what is known of it.",
            inputSchema: [
                "type": "object",
                "properties": [
                    "words": ["type": "string", "description": "Words of the title."],
                    "kind": ["type": "string", "enum": ["person", "place", "thing", "event"]],
                    "limit": ["type": "integer", "minimum": 1, "maximum": 50, "description": "The most entries."],
                    "exact": ["type": "boolean", "description": "Whether every word must be there."],
                ],
                "required": ["words", "kind"], "additionalProperties": false,
            ], family: subject)
    }
}
