/// A regular expression as it was written: what follows what, and what is repeated.
indirect enum PatternTree: Sendable {
    case scalar(UInt32)
    case anyOf(ScalarSet)
    case edge(PatternEdge)
    case sequence([PatternTree])
    case choice([PatternTree])
    /// Without end where there is no most.
    case repeated(PatternTree, least: Int, most: Int?)
}

/// A place between two scalars, without width.
enum PatternEdge: Sendable {
    case start
    case end
    case wordBoundary
    case noWordBoundary

    /// Whether the place between two scalars, nil at an end of the text, is such an edge.
    func lies(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
        switch self {
        case .start: previous == nil
        case .end: next == nil
        case .wordBoundary: Self.isWord(previous) != Self.isWord(next)
        case .noWordBoundary: Self.isWord(previous) == Self.isWord(next)
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map(ScalarSet.word.contains) ?? false
    }
}

extension PatternTree {
    /// What accepts no scalar and asks for no edge.
    static let empty = PatternTree.sequence([])

    /// Whether there is nothing to write for it: the parser leaves nothing else that has no size.
    var isEmpty: Bool {
        switch self {
        case .sequence(let terms): terms.isEmpty
        case .scalar, .anyOf, .edge, .choice, .repeated: false
        }
    }

    /// The steps that visiting all its instructions takes, counted before any is written, and no further than one
    /// above the limit.
    var size: Int {
        switch self {
        case .scalar, .edge: 1
        case .anyOf(let set): set.cost
        case .sequence(let terms): Self.total(terms)
        case .choice(let options): min(Self.total(options) + 2 * (options.count - 1), Self.ceiling)
        case .repeated(let tree, let least, let most): min(Self.size(of: tree.size, least, most), Self.ceiling)
        }
    }

    private static let ceiling = TextPattern.sizeLimit + 1

    private static func total(_ trees: [PatternTree]) -> Int {
        trees.reduce(0) { min($0 + $1.size, ceiling) }
    }

    private static func size(of once: Int, _ least: Int, _ most: Int?) -> Int {
        let demanded = least * once
        guard let most else { return demanded + (least > 0 ? 1 : once + 2) }
        return demanded + (most - least) * (once + 1)
    }
}
