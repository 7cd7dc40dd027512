/// Mended arguments for one tool, or nothing and the reason.
struct CallForm: Form {
    enum Decision: Hashable, Sendable {
        case call(ToolCall)
        case giveUp(reason: String)
    }

    let tool: Tool
    /// Calls that have failed and must not be made again.
    let failed: [ToolCall]

    let name = "call"
    let words = #"{"reason": text, "arguments": {name: value or null}, or null to give up}"#

    private var arguments: ArgumentsForm { ArgumentsForm(tool: tool, references: .none) }

    var schema: JSON {
        Shape.object([
            ("reason", Shape.text), ("arguments", ["anyOf": [arguments.schema(), ["type": "null"]]]),
        ])
    }

    func read(_ answer: JSON) -> FormReading<Decision> {
        let outline = Shape.object([("reason", Shape.text), ("arguments", ["type": ["object", "null"]])])
        if let problem = Shape.problem(of: answer, against: outline) { return .unusable(problem: problem) }
        guard let given = answer["arguments"], !given.isNull else {
            return .usable(.giveUp(reason: answer["reason"]?.string ?? ""))
        }
        do throws(Objection) {
            let members = try arguments.read(given).compactMap { argument -> JSON.Object.Member? in
                guard case .literal(let value) = argument.binding else { return nil }
                return JSON.Object.Member(key: argument.name, value: value)
            }
            let call = ToolCall(tool: tool.name, arguments: .object(JSON.Object(members)))
            guard !failed.contains(where: { $0.contentHash == call.contentHash }) else {
                return .unusable(problem: "These arguments have failed already. Give others, or null to give up.")
            }
            return .usable(.call(call))
        } catch {
            return .unusable(problem: error.text)
        }
    }
}
