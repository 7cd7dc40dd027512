import Engine
import GRDB

/// A question to a model as the record names it; made before the commit, since prompts are long.
struct Question: Sendable {
    /// A piece of the request, which is kept once.
    struct Part: Sendable {
        let text: String
        let hash: ContentHash
    }

    let slot: ExchangeSlot
    let model: String
    let parts: [Part]
    private let hash: ContentHash

    init(_ request: ModelRequest, in slot: ExchangeSlot) {
        self.slot = slot
        model = request.model.withoutNul
        parts = request.parts.map { Part(text: $0, hash: ContentHash(of: $0)) }
        hash = ContentHash(ofRequest: parts.map(\.hash))
    }

    /// Where in the record the question stands.
    func arguments(_ sample: SampleRow) -> StatementArguments {
        [
            sample.id, slot.iteration, slot.stage.rawValue, slot.proposal?.number ?? 0, slot.turn, slot.repair,
            hash.hex,
        ]
    }
}

extension ContentHash {
    /// The hash of a request whose parts have these, as ``ModelRequest/contentHash`` has it.
    init(ofRequest parts: [ContentHash]) {
        self.init(of: parts.map(\.hex).joined(separator: "\n"))
    }
}

extension ExchangeSlot {
    /// Says where the question was asked, for messages: `s-00002, iteration 3, executing proposal 1, turn 2`.
    var place: String {
        var words = ["\(sample)", iteration == 0 ? "at the end" : "iteration \(iteration)"]
        words.append(stage.rawValue + (proposal.map { " proposal \($0.number)" } ?? ""))
        if turn > 0 { words.append("turn \(turn)") }
        if repair > 0 { words.append("repair \(repair)") }
        return words.joined(separator: ", ")
    }
}
