import Engine

/// A call whose inputs have been bound, and what they were bound to.
struct BoundCall: Sendable {
    let tool: KnownTool
    private(set) var arguments: [PlannedCall.Argument] = []
    /// How much the outputs that feed it are suspected of making it fail.
    private(set) var suspicion = 0.0
    /// Where each thing the call is about comes from.
    private var origins: [Thing: Origin] = [:]

    private struct Origin: Hashable {
        let supplier: Reference
        let item: JSONPath
    }

    /// Which output feeds an argument.
    enum Reference: Hashable, Sendable {
        case step(Int)
        case call(Int)
    }

    init(tool: KnownTool) {
        self.tool = tool
    }

    mutating func feed(_ input: Vocabulary.Input, with offer: Offer, suspicion: Double) {
        arguments.append(PlannedCall.Argument(name: input.input.name, binding: offer.binding))
        self.suspicion += suspicion
        guard let reference = offer.binding.reference else { return }
        origins[input.thing] = Origin(supplier: reference, item: offer.item)
    }

    mutating func set(_ input: Vocabulary.Input, to literal: JSON) {
        arguments.append(PlannedCall.Argument(name: input.input.name, binding: .literal(literal)))
    }

    /// Values of one thing come from one item of one output, and two things of a kind from different ones.
    func mayFeed(_ thing: Thing, from offer: Offer) -> Bool {
        guard let reference = offer.binding.reference else { return true }
        let origin = Origin(supplier: reference, item: offer.item)
        if let known = origins[thing] { return known == origin }
        return !origins.contains { $0.key.kind == thing.kind && $0.value == origin }
    }

    /// Whether no thing is bound half to an output and half to a made-up value: a latitude of Oslo with a longitude of
    /// nowhere.
    var hasWholeThings: Bool {
        tool.vocabulary.inputs.allSatisfy { input in
            guard input.meaning.contains("."), origins[input.thing] != nil else { return true }
            return arguments.first { $0.name == input.input.name }?.binding.isLiteral != true
        }
    }

    /// Whether the other is the same call: of the same tool, with the same values from the same places.
    func isSame(as other: BoundCall) -> Bool {
        tool.name == other.tool.name && arguments == other.arguments
    }

    var planned: PlannedCall { PlannedCall(tool: tool.name, arguments: arguments) }

    /// The outputs that feed the call.
    var references: Set<Reference> { Set(arguments.compactMap(\.binding.reference)) }

    /// The steps of the workflow that feed it.
    var steps: Set<Int> {
        Set(
            references.compactMap { reference in
                guard case .step(let number) = reference else { return nil }
                return number
            })
    }

    /// Whether an earlier call of the same proposal feeds it.
    var usesCalls: Bool { references.count > steps.count }

    var literals: [(name: String, value: JSON)] {
        arguments.compactMap { argument in
            guard case .literal(let value) = argument.binding else { return nil }
            return (argument.name, value)
        }
    }
}

extension PlannedCall.Binding {
    var reference: BoundCall.Reference? {
        switch self {
        case .literal: nil
        case .step(let number, _): .step(number)
        case .call(let number, _): .call(number)
        }
    }

    var isLiteral: Bool { reference == nil }
}
