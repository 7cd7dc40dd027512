import Engine

/// Something whose output can feed a call: a step of the workflow, or an earlier call of the same proposal.
struct Supplier: Sendable {
    enum Source: Hashable, Sendable {
        case step(Step)
        /// 1 for the first call of the proposal; its output is not known yet.
        case call(Int)
    }

    let tool: ToolName
    /// The places that offer a meaning, as bindings, with the item of a list each belongs to.
    private let offers: [String: [Offer]]

    init(_ source: Source, tool: KnownTool) {
        self.tool = tool.name
        offers = Dictionary(
            grouping: tool.vocabulary.products.flatMap { Self.offers(of: $0, from: source) }, by: \.meaning)
    }

    func offers(of meaning: String) -> [Offer] { offers[meaning] ?? [] }

    private static func offers(of product: Vocabulary.Product, from source: Source) -> [Offer] {
        switch source {
        case .call(let number):
            return [
                Offer(
                    meaning: product.meaning, binding: .call(number, path: product.first), item: product.first.item,
                    value: nil)
            ]
        case .step(let step):
            return (step.output.json ?? .null).values(matching: product.pattern).prefix(5)
                .filter { !$0.value.saysNothing }
                .map { found in
                    Offer(
                        meaning: product.meaning, binding: .step(step.number, path: found.path), item: found.path.item,
                        value: found.value)
                }
        }
    }
}

/// One value that a supplier has for an input.
struct Offer: Hashable, Sendable {
    let meaning: String
    let binding: PlannedCall.Binding
    /// The list item it belongs to: values of one thing come from one item.
    let item: JSONPath
    /// Nil where the call has not been made yet.
    let value: JSON?
}
