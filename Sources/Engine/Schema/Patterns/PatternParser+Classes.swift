extension PatternParser {
    /// One member of a class: a scalar, which can begin a range, or a set.
    private enum Member {
        case scalar(UInt32)
        case set(ScalarSet)
    }

    /// Reads a class, whose bracket is read already.
    mutating func scalarClass() throws(TextPattern.Refusal) -> ScalarSet {
        let isInverted = skip("^")
        var (ranges, sets) = ([ClosedRange<UInt32>](), [ScalarSet]())
        while !skip("]") {
            let first = try member()
            if case .scalar(let low) = first, let high = try rangeEnd() {
                guard low <= high else { throw .malformed("a range of a class is out of order") }
                ranges.append(low...high)
                continue
            }
            switch first {
            case .scalar(let scalar): ranges.append(scalar...scalar)
            case .set(let set): sets.append(set)
            }
        }
        let set = ScalarSet(ranges, and: sets)
        return isInverted ? set.inverted : set
    }

    /// The end of a range that has begun; nil, and nothing read, where the hyphen stands for itself.
    private mutating func rangeEnd() throws(TextPattern.Refusal) -> UInt32? {
        guard next == "-", ahead(1) != "]" else { return nil }
        let start = position
        _ = skip("-")
        switch try member() {
        case .scalar(let scalar): return scalar
        case .set:
            rewind(to: start)
            return nil
        }
    }

    private mutating func member() throws(TextPattern.Refusal) -> Member {
        guard let scalar = take() else { throw .malformed("a class is not closed") }
        guard scalar == "\\" else { return .scalar(scalar.value) }
        if skip("b") { return .scalar(0x08) }
        switch try escape() {
        case .scalar(let scalar): return .scalar(scalar)
        case .anyOf(let set): return .set(set)
        case .edge, .sequence, .choice, .repeated: throw .malformed("a class has a part that is no scalar")
        }
    }
}
