import Engine

/// Something whose output can feed a call: a step of the workflow, or an earlier call of the same proposal.
struct Supplier: Sendable {
    enum Source: Hashable, Sendable {
        case step(Step)
        /// 1 for the first call of the proposal; its output is not known yet.
        case call(Int)
    }

    let source: Source
    let products: [Vocabulary.Product]

    init(_ source: Source, tool: Tool) {
        self.source = source
        products = Vocabulary(of: tool).products
    }

    /// The places that offer a meaning, as bindings, with the item of a list each belongs to.
    func offers(of meaning: String) -> [Offer] {
        products.filter { $0.meaning == meaning }.flatMap { product -> [Offer] in
            switch source {
            case .call(let number):
                let path = JSONPath.first(of: product.pattern)
                return [Offer(binding: .call(number, path: path), item: path.item, value: nil)]
            case .step(let step):
                return (step.output.json ?? .null).values(matching: product.pattern).prefix(5)
                    .filter { !$0.value.saysNothing }
                    .map { found in
                        Offer(
                            binding: .step(step.number, path: found.path), item: found.path.item, value: found.value)
                    }
            }
        }
    }
}

/// One value that a supplier has for an input.
struct Offer: Hashable, Sendable {
    let binding: PlannedCall.Binding
    /// The list item it belongs to: values of one thing come from one item.
    let item: JSONPath
    /// Nil where the call has not been made yet.
    let value: JSON?
}

extension JSONPath {
    /// An open path with every index 0.
    static func first(of pattern: String) -> JSONPath {
        var path = JSONPath()
        for key in pattern.replacing("[]", with: ".[]").split(separator: ".").map(String.init) {
            path = key == "[]" ? path.appending(index: 0) : path.appending(key: key)
        }
        return path
    }

    /// Up to the last index: the list item that the place belongs to.
    var item: JSONPath {
        let last = components.lastIndex { component in
            guard case .index = component else { return false }
            return true
        }
        return JSONPath(Array(components.prefix((last ?? -1) + 1)))
    }
}
