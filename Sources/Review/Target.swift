import Engine

/// What a reason, a comment or a finding is about.
package enum Target: Hashable, Codable, Sendable {
    case whole
    case query
    case response
    case chain(Chain.ID)
    case step(Int)
    case argument(step: Int, path: JSONPath)
    case iteration(Int)
    case proposal(iteration: Int, Proposal.ID)
}

extension Target: CustomStringConvertible {
    /// `query`, `chain c2`, `step 3`, `step 3.max_price`, `iteration 4`, `proposal 4.2`.
    package var description: String {
        switch self {
        case .whole: "whole"
        case .query: "query"
        case .response: "response"
        case .chain(let chain): "chain c\(chain.number)"
        case .step(let number): "step \(number)"
        case .argument(let step, let path): "step \(step).\(path)"
        case .iteration(let number): "iteration \(number)"
        case .proposal(let iteration, let proposal): "proposal \(iteration).\(proposal.number)"
        }
    }

    /// Reads what ``description`` writes; nil for anything else.
    package init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch (words.first, words.dropFirst().first) {
        case ("whole", nil): self = .whole
        case ("query", nil): self = .query
        case ("response", nil): self = .response
        case ("chain", let rest?):
            guard rest.hasPrefix("c"), let number = Int(rest.dropFirst()) else { return nil }
            self = .chain(Chain.ID(number))
        case ("step", let rest?): self.init(step: rest)
        case ("iteration", let rest?):
            guard let number = Int(rest) else { return nil }
            self = .iteration(number)
        case ("proposal", let rest?):
            let numbers = rest.split(separator: ".").compactMap { Int($0) }
            guard numbers.count == 2 else { return nil }
            self = .proposal(iteration: numbers[0], Proposal.ID(numbers[1]))
        case (_, _): return nil
        }
    }

    private init?(step text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard let number = parts.first.flatMap(Int.init) else { return nil }
        guard parts.count == 2 else {
            self = .step(number)
            return
        }
        guard let path = JSONPath(parts[1]) else { return nil }
        self = .argument(step: number, path: path)
    }
}
