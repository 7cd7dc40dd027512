/// Which tools of a listing a policy lets through, and why not the others.
struct Admission: Hashable, Sendable {
    /// Each with the effects that count: what the user classified, or the source's own claim where that is stricter.
    let tools: [Tool]
    let leftOut: [LeftOutTool]

    /// Holds a listing against what was approved; nil allows nothing.
    init(of offer: ToolOffer, from source: String, identity: ContentHash, by approval: ToolApproval?) {
        let approved = Dictionary(
            (approval?.tools ?? []).map { ($0.definition.name, $0) }, uniquingKeysWith: { first, _ in first })
        var tools: [Tool] = []
        var leftOut = offer.leftOut
        for tool in offer.tools {
            let obstacle = Obstacle(
                for: tool, approved[tool.name], sameCommand: approval.map { $0.identity == identity })
            if let obstacle {
                leftOut.append(LeftOutTool(name: tool.name.text, reason: obstacle.sentence(about: source)))
            } else if let effects = approved[tool.name]?.effects {
                tools.append(tool.classified(as: max(effects, tool.hint ?? effects)))
            }
        }
        self.tools = tools
        self.leftOut = leftOut
    }
}

/// What keeps a tool from being called.
private enum Obstacle {
    case notApproved
    case changed
    case otherCommand

    /// Nil when nothing does.
    init?(for tool: Tool, _ approved: ToolApproval.Approved?, sameCommand: Bool?) {
        switch (sameCommand, approved) {
        case (false?, _): self = .otherCommand
        case (nil, _), (true?, nil): self = .notApproved
        case (true?, let approved?):
            guard approved.definition.definitionHash != tool.definitionHash else { return nil }
            self = .changed
        }
    }

    func sentence(about source: String) -> String {
        switch self {
        case .notApproved: "It is not approved yet: approve it with toolgrad tools approve."
        case .changed:
            "It has changed since it was approved: see the difference, and approve it again, "
                + "with toolgrad tools approve."
        case .otherCommand:
            "The command of \(source) has changed since it was approved: approve it again with toolgrad tools approve."
        }
    }
}
