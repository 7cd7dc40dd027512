/// A question about a scalar that a list of ranges would answer at too great a length.
struct ScalarTrait: Sendable {
    private let answer: @Sendable (Unicode.Scalar) -> Bool

    init(_ answer: @escaping @Sendable (Unicode.Scalar) -> Bool) {
        self.answer = answer
    }

    init(of set: ScalarSet) {
        self.init { set.contains($0) }
    }

    func holds(for scalar: Unicode.Scalar) -> Bool {
        answer(scalar)
    }
}

extension ScalarTrait {
    /// What `\p{…}` names: a general category or a property of its own, spelled as ECMAScript does; nil for others.
    init?(named name: String) {
        let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("General_Category", 2), ("gc", 2): self.init(category: parts[1])
        case ("Script", 2), ("sc", 2): self.init(script: parts[1])
        case (_, 1):
            guard let trait = ScalarTrait(category: name) ?? Self.named[name] else { return nil }
            self = trait
        case _: return nil
        }
    }

    private init?(category name: String) {
        guard let categories = Self.categories[name] else { return nil }
        self.init { categories.contains($0.properties.generalCategory) }
    }

    private init?(script name: String) {
        guard let set = ScalarScripts.sets[name] else { return nil }
        self.init(of: set)
    }
}
