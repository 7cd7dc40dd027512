import Engine

extension ArtefactList {
    /// All there is to read of a sample that is judged in two ways; nothing of it names a reviewer or tells a verdict.
    init(of dispute: Dispute) {
        let steps = dispute.workflow.chains.flatMap(\.steps)
        self.init(
            Artefact.texts(of: dispute)
                + steps.flatMap { Artefact.all(of: $0, tool: dispute.tools[$0.call.tool]) })
    }
}

extension Artefact {
    fileprivate static func texts(of dispute: Dispute) -> [Artefact] {
        [("query", dispute.query), ("response", dispute.response)].filter { !$0.1.isEmpty }
            .map { Artefact("\(dispute.name): \($0.0)", $0.1) }
    }
}
