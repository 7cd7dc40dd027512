import Engine

/// Binds the inputs of one tool: to outputs that mean the same, else to values a person would use.
struct Binder {
    /// Every supplier, the preferred one last.
    let suppliers: [Supplier]
    let literals: Literals
    let suspicion: Suspicion
    /// Whether values that were said before are passed over.
    var wantsOthers = false

    /// The call, or nil when a required input has neither a supplier nor a value.
    func bind(_ tool: KnownTool, random: inout SeededGenerator) -> BoundCall? {
        var bound = BoundCall(tool: tool)
        for input in tool.vocabulary.inputs {
            if let offer = offer(for: input, bound, random: &random), mayFeed(input, of: tool, random: &random) {
                bound.feed(
                    input, with: offer, suspicion: suspicion.of(offer.value, meaning: input.meaning, for: tool.tool))
            } else if let literal = literals.value(for: input, of: bound, isOther: wantsOthers, random: &random) {
                bound.set(input, to: literal)
            } else if input.input.isRequired {
                return nil
            }
        }
        return bound.hasWholeThings ? bound : nil
    }

    /// What nobody must say is seldom said where no words are known for it.
    private func mayFeed(_ input: Vocabulary.Input, of tool: KnownTool, random: inout SeededGenerator) -> Bool {
        !tool.wording.hasNoWords || input.input.isRequired || Int.random(in: 0..<10, using: &random) < 2
    }

    /// A value of the right meaning and type, from the thing that already feeds this part of the call, if one does;
    /// a suspected one only where there is no other.
    private func offer(
        for input: Vocabulary.Input, _ bound: BoundCall, random: inout SeededGenerator
    ) -> Offer? {
        var suspected: [Offer] = []
        for supplier in suppliers.reversed() where supplier.tool != bound.tool.name {
            let fitting = supplier.offers(of: input.meaning).filter {
                bound.mayFeed(input.thing, from: $0) && input.takes($0.value)
                    && (!bound.tool.wording.hasNoWords || $0.isTraceable(as: input.input.name))
            }
            let good = fitting.filter { suspicion.of($0.value, meaning: input.meaning, for: bound.tool.tool) < 1 }
            if let offer = good.randomElement(using: &random) { return offer }
            suspected += fitting
        }
        return suspected.first
    }
}
