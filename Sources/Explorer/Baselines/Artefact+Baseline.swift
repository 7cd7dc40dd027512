import Engine
import Evaluation
import Foundation

extension ArtefactList {
    /// What there is to read of an item of a baseline: the node under the cursor, then the item, or the item alone.
    init(of open: OpenBaseline, from pane: BaselinesState.Pane) {
        switch pane {
        case .items: self.init(Artefact.all(of: open.sample))
        case .tree: self.init(Artefact.all(of: open.node) + Artefact.all(of: open.sample))
        }
    }
}

extension Artefact {
    /// A node of an answer tree: what came of it, and what was said.
    fileprivate static func all(of node: AnswerOutline.Node) -> [Artefact] {
        let name = "node \(node.number)"
        let facts = ["depth \(node.depth)"] + node.marks.map(\.word)
        switch node.kind {
        case .root: return []
        case .thought(let text): return [Artefact("\(name): thought", text, facts: facts)]
        case .action(let function): return [Artefact("\(name): action", function, facts: facts)]
        case .input(let arguments, let observation, let status):
            let ended = "status \(status.rawValue), \(status.words)"
            return [
                Artefact("\(name): observation", .bytes(Data(observation.utf8)), facts: [ended] + facts),
                Artefact("\(name): arguments", .bytes(Data(arguments.utf8)), facts: facts),
            ]
        }
    }

    /// An item of a baseline: its texts, the calls on the way to the answer, the tools and the conversation.
    fileprivate static func all(of sample: BaselineSample) -> [Artefact] {
        let name = "item \(sample.index)"
        let calls = sample.result.steps.enumerated().flatMap { index, step in
            [
                Artefact(
                    "\(name) step \(index + 1) \(step.call.tool): observation", .bytes(Data(step.observation.utf8)),
                    facts: [step.status.words]),
                Artefact("\(name) step \(index + 1) \(step.call.tool): arguments", step.call.arguments),
            ]
        }
        return [Artefact("\(name): query", sample.instruction.query)] + ending(of: sample, name) + calls + [
            Artefact("\(name): tools it is about", .array(sample.instruction.related.map { .string($0.text) })),
            Artefact("\(name): tools it was offered", .array(sample.offered.map { .string($0.text) })),
        ] + conversation(of: sample, name)
    }

    private static func ending(of sample: BaselineSample, _ name: String) -> [Artefact] {
        switch sample.result.ending {
        case .answered(let text): [Artefact("\(name): answer", text)]
        case .unanswered(let reason), .failed(let reason): [Artefact("\(name): why it failed", reason)]
        case .gaveUp, .exhausted, .outOfQueries: []
        }
    }

    private static func conversation(of sample: BaselineSample, _ name: String) -> [Artefact] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(sample.result.messages) else { return [] }
        return [Artefact("\(name): conversation", .bytes(bytes), facts: ["\(sample.result.messages.count) messages"])]
    }
}
