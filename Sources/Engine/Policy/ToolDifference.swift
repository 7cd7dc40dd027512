/// How the definition of a tool differs from the one that was approved.
package struct ToolDifference: Hashable, Sendable {
    /// A part of a definition that a difference is shown for.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case description, arguments, output, hint

        /// The part of a definition as text; schemas with sorted keys, as their order means nothing.
        fileprivate func text(of tool: Tool) -> String {
            switch self {
            case .description: tool.description
            case .arguments: tool.inputSchema.sortedText
            case .output: tool.outputSchema?.sortedText ?? ""
            case .hint: tool.hint?.rawValue ?? "none"
            }
        }
    }

    /// One part that changed.
    package struct Change: Hashable, Sendable {
        package let part: Part
        package let lines: [DifferenceLine]
    }

    /// The parts that changed, in the order of ``Part``.
    package let changes: [Change]

    package init(from old: Tool, to new: Tool) {
        changes = Part.allCases.compactMap { part in
            let (before, after) = (part.text(of: old), part.text(of: new))
            guard ExactText(before) != ExactText(after) else { return nil }
            return Change(part: part, lines: LineDifference(from: before, to: after).lines)
        }
    }
}

extension JSON {
    fileprivate var sortedText: String {
        (try? JSON(parsing: canonicalText, limits: .init(depth: .max, keysPerObject: .max)))?.prettyText ?? prettyText
    }
}
