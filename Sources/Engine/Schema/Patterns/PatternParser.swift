/// Reads a regular expression by recursive descent, as deep as groups may nest.
struct PatternParser {
    private(set) var position = 0
    private let scalars: [Unicode.Scalar]
    private var depth = 0

    /// Counts above are as good as this one: what they repeat is too large in any case.
    private static let countLimit = 1_000_000

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    mutating func tree() throws(TextPattern.Refusal) -> PatternTree {
        guard scalars.count <= TextPattern.lengthLimit else { throw .tooLong(limit: TextPattern.lengthLimit) }
        let tree = try choice()
        guard next == nil else { throw .malformed("`)` closes no group") }
        return tree
    }

    var next: Unicode.Scalar? { ahead(0) }

    func ahead(_ count: Int) -> Unicode.Scalar? {
        position + count < scalars.count ? scalars[position + count] : nil
    }

    mutating func take() -> Unicode.Scalar? {
        defer { position += 1 }
        return next
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    mutating func rewind(to position: Int) {
        self.position = position
    }
}

extension PatternParser {
    private mutating func choice() throws(TextPattern.Refusal) -> PatternTree {
        var options = [try sequence()]
        while skip("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws(TextPattern.Refusal) -> PatternTree {
        var terms: [PatternTree] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let term = try term(scalar)
            if !term.isEmpty { terms.append(term) }
        }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    private mutating func term(_ first: Unicode.Scalar) throws(TextPattern.Refusal) -> PatternTree {
        if let edge = edge(first) { return .edge(edge) }
        return try repeated(try atom(first))
    }

    private mutating func edge(_ first: Unicode.Scalar) -> PatternEdge? {
        let edge: PatternEdge? =
            switch (first, ahead(1)) {
            case ("^", _): .start
            case ("$", _): .end
            case ("\\", "b"): .wordBoundary
            case ("\\", "B"): .noWordBoundary
            case _: nil
            }
        if edge != nil { position += first == "\\" ? 2 : 1 }
        return edge
    }

    private mutating func atom(_ first: Unicode.Scalar) throws(TextPattern.Refusal) -> PatternTree {
        position += 1
        switch first {
        case ".": return .anyOf(.withinLine)
        case "(": return try group()
        case "[": return .anyOf(try scalarClass())
        case "\\": return try escape()
        case "*", "+", "?": throw .malformed("`\(first)` repeats nothing")
        case "{":
            rewind(to: position - 1)
            guard try bounds() == nil else { throw .malformed("`{` repeats nothing") }
            position += 1
            return .scalar(first.value)
        case _: return .scalar(first.value)
        }
    }

    private mutating func repeated(_ tree: PatternTree) throws(TextPattern.Refusal) -> PatternTree {
        guard let (least, most) = try quantifier() else { return tree }
        // Lazy or greedy, the same texts have the expression in them.
        _ = skip("?")
        return tree.isEmpty || most == 0 ? .empty : .repeated(tree, least: least, most: most)
    }
}

extension PatternParser {
    private mutating func quantifier() throws(TextPattern.Refusal) -> (least: Int, most: Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        return next == "{" ? try bounds() : nil
    }

    /// What stands in braces; nil, and nothing read, where the brace stands for itself.
    private mutating func bounds() throws(TextPattern.Refusal) -> (least: Int, most: Int?)? {
        let start = position
        position += 1
        let least = count()
        let hasComma = skip(",")
        let most = hasComma ? count() : least
        guard skip("}"), least != nil || most != nil else {
            rewind(to: start)
            return nil
        }
        guard let least else { throw .malformed("a repetition needs its lower bound") }
        guard least <= most ?? least else { throw .malformed("the bounds of a repetition are out of order") }
        return (least, most)
    }

    private mutating func count() -> Int? {
        var count: Int?
        while let digit = next, ("0"..."9").contains(digit) {
            count = min((count ?? 0) * 10 + Int(digit.value - 0x30), Self.countLimit)
            position += 1
        }
        return count
    }

    private mutating func group() throws(TextPattern.Refusal) -> PatternTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= TextPattern.depthLimit else { throw .tooDeep(limit: TextPattern.depthLimit) }
        if skip("?") { try groupKind() }
        let tree = try choice()
        guard skip(")") else { throw .malformed("a group is not closed") }
        return tree
    }

    private mutating func groupKind() throws(TextPattern.Refusal) {
        let kind = take()
        switch (kind, next) {
        case (":", _): break
        case ("=", _), ("!", _): throw .unsupported("lookahead")
        case ("<", "="), ("<", "!"): throw .unsupported("lookbehind")
        case ("<", _): try groupName()
        case ("i", _), ("m", _), ("s", _), ("-", _): throw .unsupported("flags")
        case _: throw .malformed("a group cannot begin with `(?\(kind.map { String($0) } ?? "")`")
        }
    }

    private mutating func groupName() throws(TextPattern.Refusal) {
        let start = position
        while let scalar = next, scalar == "_" || scalar == "$" || scalar.properties.isIDContinue { position += 1 }
        guard position > start, skip(">") else { throw .malformed("the name of a group is not closed by `>`") }
    }
}
