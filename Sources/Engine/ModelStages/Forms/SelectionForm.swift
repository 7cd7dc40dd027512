/// The choice among the trials that succeeded, and where the chosen one's steps go.
struct SelectionForm: Form {
    private let candidates: [Proposal.ID]
    private let places: [(words: String, place: Placement)]

    let name = "selection"

    init(_ request: SelectionRequest) {
        candidates = request.candidates.map(\.id)
        let chains = request.workflow.chains.map { ("chain \($0.id.number)", Placement.append($0.id)) }
        places = (request.mayOpenChain ? [("new chain", .newChain)] : []) + chains
    }

    private static let decline = "decline"
    private var choices: [String] { candidates.map { "proposal \($0.number)" } + [Self.decline] }

    var schema: JSON {
        Shape.object([
            ("reason", Shape.text), ("choice", Shape.oneOf(choices)), ("place", Shape.oneOf(places.map(\.words))),
        ])
    }

    var words: String {
        let choices = choices.map { "\"\($0)\"" }.joined(separator: " or ")
        let places = places.map { "\"\($0.words)\"" }.joined(separator: " or ")
        return #"{"reason": text, "choice": \#(choices), "place": \#(places)}"#
    }

    func read(_ answer: JSON) -> FormReading<Selection> {
        var answer = answer
        answer.mend("choice", to: choices)
        answer.mend("place", to: places.map(\.words))
        let declines = answer["choice"]?.string == Self.decline
        let shape =
            declines ? Shape.object([("reason", Shape.text), ("choice", Shape.oneOf([Self.decline]))]) : schema
        if let problem = Shape.problem(of: answer, against: shape) { return .unusable(problem: problem) }
        let reason = answer["reason"]?.string ?? ""
        guard !declines else { return .usable(.declined(reason: reason)) }
        guard let id = candidates.first(where: { "proposal \($0.number)" == answer["choice"]?.string }),
            let place = places.first(where: { $0.words == answer["place"]?.string })?.place
        else { return .unusable(problem: "It chooses nothing that can be chosen.") }
        return .usable(.chosen(id, place: place, reason: reason))
    }
}

extension JSON {
    /// Puts the word that is meant in the place of one that is spelled a little differently.
    fileprivate mutating func mend(_ key: String, to words: [String]) {
        guard case .object(var object) = self, let said = object[key]?.string,
            let meant = Spelling.name(meantBy: said, among: words)
        else { return }
        object.set(key, .string(meant))
        self = .object(object)
    }
}
