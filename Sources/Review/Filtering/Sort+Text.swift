extension Sort {
    /// The names of the orders, as ``init(parsing:)`` reads them.
    package static let names = ["id", "lint", "uncertainty", "novelty", "length", "cost", "random"]

    /// Reads `id`, `-lint`, `random:7`; a dash turns the order around, and `random` alone has the seed 0.
    package init(parsing text: String) throws(FilterProblem) {
        let word = text.trimmed.lowercased()
        let isReversed = word.hasPrefix("-")
        let name = isReversed ? String(word.dropFirst()) : word
        guard let key = Key(name) else { throw Self.problem(with: name, in: text) }
        self.init(key, isReversed: isReversed)
    }

    /// What ``init(parsing:)`` reads as this order.
    package var text: String { (isReversed ? "-" : "") + key.text }

    private static func problem(with name: String, in text: String) -> FilterProblem {
        if name.hasPrefix("random:") {
            return FilterProblem(0..<text.count, "a seed is a whole number, as in random:7")
        }
        guard !name.isEmpty else {
            return FilterProblem(0..<text.count, "name an order: \(names.joined(separator: ", "))")
        }
        return FilterProblem(0..<text.count, unknown: "order", name, among: names)
    }
}

extension Sort.Key {
    fileprivate init?(_ name: String) {
        switch name {
        case "id": self = .id
        case "lint": self = .lint
        case "uncertainty": self = .uncertainty
        case "novelty": self = .novelty
        case "length": self = .length
        case "cost": self = .cost
        case "random": self = .random(seed: 0)
        case let name:
            guard name.hasPrefix("random:"), let seed = UInt64(name.dropFirst("random:".count)) else { return nil }
            self = .random(seed: seed)
        }
    }

    fileprivate var text: String {
        switch self {
        case .id: "id"
        case .lint: "lint"
        case .uncertainty: "uncertainty"
        case .novelty: "novelty"
        case .length: "length"
        case .cost: "cost"
        case .random(let seed): "random:\(seed)"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }) else { return "" }
        let last = lastIndex { !$0.isWhitespace } ?? first
        return String(self[first...last])
    }
}
