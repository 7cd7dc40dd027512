import Engine

/// Something whose output can feed a call: a step of the workflow, or an earlier call of the same proposal.
struct Supplier: Sendable {
    enum Source: Hashable, Sendable {
        case step(Step)
        /// 1 for the first call of the proposal; its output is not known yet.
        case call(Int)
    }

    let tool: ToolName
    private let source: Source
    /// What the output is known to have before it is there.
    private let declared: [String: [Vocabulary.Product]]
    /// What the output of a tool without words really has.
    private let found: [String: [Offer]]

    init(_ source: Source, tool: KnownTool) {
        self.tool = tool.name
        self.source = source
        switch source {
        case .step(let step) where tool.wording.hasNoWords:
            declared = [:]
            found = Self.offers(of: step, by: tool.tool)
        case .step, .call:
            declared = tool.vocabulary.offers
            found = [:]
        }
    }

    /// The places that offer a meaning, as bindings, with the item of a list each belongs to.
    func offers(of meaning: String) -> [Offer] {
        found[meaning] ?? (declared[meaning] ?? []).flatMap { Self.offers(of: $0, from: source) }
    }

    /// Values read of one output, and taken of one meaning.
    private static let most = (read: 500, ofOneMeaning: 5)

    /// What a step's output has beside what the step was asked.
    private static func offers(of step: Step, by tool: Tool) -> [String: [Offer]] {
        let sense = Sense(tool: tool)
        let asked = Set(step.call.arguments.leaves.map(\.value))
        var offers: [String: [Offer]] = [:]
        for (path, value) in (step.output.json ?? .null).scalars(atMost: most.read)
        where !asked.contains(value) && !value.saysNothing {
            let type = value.string == nil ? "number" : "string"
            for meaning in sense.meanings(at: path.pattern, path.keys, isItem: path.isItem, type: type)
            where (offers[meaning] ?? []).count < most.ofOneMeaning {
                let binding = PlannedCall.Binding.step(step.number, path: path)
                offers[meaning, default: []].append(
                    Offer(
                        meaning: meaning, binding: binding, item: path.item, value: value,
                        isNamed: tool.wording.outputMeanings[path.pattern] == meaning))
            }
        }
        return offers
    }

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
    /// Whether the tool's wording says what it means.
    var isNamed = false
}

extension Offer {
    /// Whether the value, found again as an argument, can be known to come from here.
    ///
    /// A small number or a short text under another name could be equal by chance.
    func isTraceable(as argument: String) -> Bool {
        guard let value, let key = path?.keys.last else { return true }
        if isNamed || argument == key || argument.hasSuffix("_" + key) { return true }
        if let text = value.string { return text.utf8.count > 2 }
        return value.int.map { abs($0) >= 1000 } ?? true
    }

    private var path: JSONPath? {
        switch binding {
        case .literal: nil
        case .step(_, let path), .call(_, let path): path
        }
    }
}
