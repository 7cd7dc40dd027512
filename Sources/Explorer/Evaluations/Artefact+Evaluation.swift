import Engine
import Evaluation
import Foundation

extension ArtefactList {
    /// What there is to read of an item of an evaluation, and of what another evaluation made of it.
    init(of item: EvaluatedItem, besides other: (name: String, item: EvaluatedItem)?) {
        self.init(
            Artefact.truth(of: item) + Artefact.prediction(of: item, by: "model")
                + (other.map { Artefact.prediction(of: $0.item, by: "A, \($0.name)") } ?? [])
                + [Artefact("\(item.id): figures", .object(item.score.json))])
    }
}

extension Artefact {
    fileprivate static func truth(of item: EvaluatedItem) -> [Artefact] {
        let truth = item.truth
        return [
            Artefact("\(truth.id): query", truth.query),
            Artefact("\(truth.id): mistakes", item.score.mistakes.map(\.sentence).joined(separator: "\n")),
            Artefact("\(truth.id): calls of the truth", .array(truth.calls.map(\.json))),
            Artefact("\(truth.id): response of the truth", truth.response),
            Artefact("\(truth.id): tools that were offered", .array(truth.offered.map { .string($0.text) })),
        ]
    }

    fileprivate static func prediction(of item: EvaluatedItem, by who: String) -> [Artefact] {
        guard let prediction = item.prediction else { return [] }
        let calls = prediction.calls.enumerated().map { index, call in
            Artefact(
                "\(item.id): \(who), arguments of call \(index + 1) \(call.name)", .bytes(Data(call.arguments.utf8)),
                facts: [call.endingWords])
        }
        return calls + [Artefact("\(item.id): \(who), response", prediction.response)]
            + (prediction.problem.map { [Artefact("\(item.id): \(who), why there is no whole prediction", $0)] } ?? [])
    }
}

extension ToolCall {
    fileprivate var json: JSON { ["name": .string(tool.text), "arguments": arguments] }
}

extension ItemScore {
    fileprivate var json: JSON.Object {
        JSON.Object(
            Metric.allCases.compactMap { metric in
                figures[metric].map { JSON.Object.Member(key: metric.title, value: .init(floatLiteral: $0)) }
            })
    }
}
