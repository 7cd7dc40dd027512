import Engine

/// Binds the inputs of one tool: to outputs that mean the same, else to values a person would use.
struct Binder {
    /// Every supplier, the preferred one last.
    let suppliers: [Supplier]
    let literals: Literals

    /// The call, or nil when a required input has neither a supplier nor a value.
    func bind(_ tool: Tool, random: inout SeededGenerator) -> BoundCall? {
        let vocabulary = Vocabulary(of: tool)
        var bound = BoundCall(tool: tool)
        for input in tool.inputs {
            let meaning = vocabulary.meaning(of: input)
            let thing = Thing(of: input, meaning: meaning)
            if let offer = offer(for: meaning, thing: thing, input, bound, random: &random) {
                bound.feed(input, with: offer, thing)
            } else if let literal = literals.value(for: input, meaning: meaning, of: bound, random: &random) {
                bound.set(input, to: literal)
            } else if input.isRequired {
                return nil
            }
        }
        return bound.hasWholeThings ? bound : nil
    }

    /// A value of the right meaning and type, from the thing that already feeds this part of the call, if one does.
    private func offer(
        for meaning: String, thing: Thing, _ input: Tool.Input, _ bound: BoundCall, random: inout SeededGenerator
    ) -> Offer? {
        let fitting = suppliers.reversed().lazy
            .map { $0.offers(of: meaning).filter { bound.mayFeed(thing, from: $0) && $0.fits(input) } }
            .first { !$0.isEmpty }
        return fitting?.randomElement(using: &random)
    }
}

/// The thing an input is about: `from_latitude` and `from_longitude` are about one place, `to_latitude` about another.
struct Thing: Hashable, Sendable {
    let kind: String
    let part: String

    init(of input: Tool.Input, meaning: String) {
        kind = meaning.split(separator: ".").first.map(String.init) ?? meaning
        part = ["from_", "to_", "first_", "second_", "start_", "end_"].first { input.name.hasPrefix($0) } ?? ""
    }
}

extension Offer {
    /// Whether the value has the type that the input wants; a value that is not there yet is believed.
    fileprivate func fits(_ input: Tool.Input) -> Bool {
        guard let value, let schema = try? JSONSchema(input.schema) else { return true }
        return schema.failures(of: value).isEmpty
    }
}
