/// What a source offers now, held against what was approved of it: all that a person needs to say yes or no.
package struct ApprovalReview: Hashable, Sendable {
    /// What happened to a tool since the approval.
    package enum State: Hashable, Sendable {
        /// It was not approved before.
        case new
        /// Its definition is the approved one.
        case same
        /// Its definition is another one.
        case changed(ToolDifference)
        /// It was approved, and the source has it no more.
        case gone
    }

    /// One tool to look at.
    package struct Entry: Hashable, Sendable {
        /// As listed now; for a tool that is gone, as it was approved.
        package let tool: Tool
        package let state: State
        /// What it was classified as when it was approved; nil for a new one.
        package let current: Tool.Effects?
        package let suggestion: EffectsSuggestion
        /// Other tools, listed now or approved before, whose names are easily taken for this one's.
        package let lookAlikes: [ToolName]
    }

    package let source: String
    /// What is started or asked now, whole.
    package let command: String
    package let identity: ContentHash
    /// Of what the command does not show: see ``ToolApproval/marks``.
    package let marks: [String: String]
    /// Nil when the command is the approved one, or when nothing was approved yet.
    package let commandChange: CommandChange?
    /// The tools listed now, in their order, then those that are gone.
    package let entries: [Entry]
    /// What the source has and nobody can use.
    package let leftOut: [LeftOutTool]

    /// Compares a listing with what was approved under the source's name; nil when nothing was.
    package init(
        of offer: ToolOffer, from source: String, command: String, identity: ContentHash,
        marks: [String: String] = [:], against approval: ToolApproval?
    ) {
        self.source = source
        self.command = command
        self.identity = identity
        self.marks = marks
        commandChange = approval.flatMap {
            $0.identity == identity ? nil : CommandChange(since: $0, to: command, marks)
        }
        leftOut = offer.leftOut
        entries = Self.entries(for: offer.tools, approved: approval?.tools ?? [])
    }

    private static func entries(for tools: [Tool], approved: [ToolApproval.Approved]) -> [Entry] {
        let earlier = Dictionary(approved.map { ($0.definition.name, $0) }, uniquingKeysWith: { first, _ in first })
        let listed = Set(tools.map(\.name))
        let gone = approved.filter { !listed.contains($0.definition.name) }
        let twins = Dictionary(grouping: tools.map(\.name) + gone.map(\.definition.name), by: \.look)
        func entry(_ tool: Tool, _ state: State, _ current: Tool.Effects?) -> Entry {
            Entry(
                tool: tool, state: state, current: current, suggestion: EffectsSuggestion(for: tool),
                lookAlikes: (twins[tool.name.look] ?? []).filter { $0 != tool.name })
        }
        return tools.map { tool in
            let before = earlier[tool.name]
            return entry(tool, State(of: tool, since: before?.definition), before?.effects)
        } + gone.map { entry($0.definition, .gone, $0.effects) }
    }

    /// Whether what was approved holds for all that is listed now, so that there is nothing to decide.
    package var isSettled: Bool {
        commandChange == nil && entries.allSatisfy { $0.state == .same || $0.state == .gone }
    }

    /// The effects that count without another word, by name: those of tools that are still what was approved.
    package var standing: [ToolName: Tool.Effects] {
        guard commandChange == nil else { return [:] }
        return chosen { $0.state == .same ? $0.current : nil }
    }

    /// What rules make of the listed tools; where none matches, what is ``standing`` stays.
    package func choice(by classification: Classification) -> [ToolName: Tool.Effects] {
        standing.merging(chosen { classification.rule(for: $0.tool.name)?.effects }) { $1 }
    }

    /// The approval of exactly these tools as they are listed now; a name that is not listed is ignored.
    package func approval(of choice: [ToolName: Tool.Effects]) -> ToolApproval {
        ToolApproval(
            source: source, command: command, identity: identity, marks: marks,
            tools: listed.compactMap { entry in
                choice[entry.tool.name].map { .init(definition: entry.tool.classified(as: $0), effects: $0) }
            })
    }

    /// Everything but what is gone.
    package var listed: [Entry] { entries.filter { $0.state != .gone } }

    private func chosen(_ effects: (Entry) -> Tool.Effects?) -> [ToolName: Tool.Effects] {
        Dictionary(
            listed.compactMap { entry in effects(entry).map { (entry.tool.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}

extension ApprovalReview.State {
    fileprivate init(of tool: Tool, since approved: Tool?) {
        guard let approved else {
            self = .new
            return
        }
        self =
            approved.definitionHash == tool.definitionHash
            ? .same : .changed(ToolDifference(from: approved, to: tool))
    }
}
