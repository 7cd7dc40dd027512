/// Decides, scalar by scalar, what may be drawn: a state machine without any output of its own.
struct ClusterRules {
    /// What is done with one scalar.
    enum Verdict: Equatable {
        case lineFeed
        case tab
        case returnBeforeLineFeed
        case marked
        case begins(width: Int)
        case joins
        case exceeds
        case selects
        case continuesEmoji
    }

    private enum State {
        case closed
        case open(Base)
    }

    /// The visible scalar that later ones attach to.
    fileprivate struct Base {
        var isPictographic: Bool
        var takesSelector: Bool
        var marks = 0
        var scalars = 1
        var isJoined = false
    }

    fileprivate static let mostMarks = 4
    fileprivate static let mostScalars = 32
    private var state = State.closed

    /// Forgets the base, because something was drawn that nothing may attach to.
    mutating func close() {
        state = .closed
    }

    /// Judges a scalar; what follows it matters for a joiner and a carriage return alone.
    mutating func judge(_ scalar: Unicode.Scalar, before upcoming: @autoclosure () -> Unicode.Scalar?) -> Verdict {
        if case .open(var base) = state, let verdict = base.attach(scalar, before: upcoming) {
            state = .open(base)
            return verdict
        }
        state = .closed
        switch scalar {
        case "\n": return .lineFeed
        case "\t": return .tab
        case "\r" where upcoming() == "\n": return .returnBeforeLineFeed
        case _ where HiddenScalars.contains(scalar): return .marked
        case _: break
        }
        guard let width = ScalarWidth.cells(of: scalar), width > 0 else { return .marked }
        state = .open(Base(isPictographic: scalar.isPictographic, takesSelector: scalar.properties.isEmoji))
        return .begins(width: width)
    }
}

extension ClusterRules.Base {
    /// Attaches a scalar to this base, or returns nil where it cannot.
    fileprivate mutating func attach(
        _ scalar: Unicode.Scalar, before upcoming: () -> Unicode.Scalar?
    ) -> ClusterRules.Verdict? {
        guard scalar.value >= 0x300 else { return nil }
        scalars += 1
        switch scalar.value {
        case 0xFE0E, 0xFE0F: return select()
        case 0x200D: return join(before: upcoming())
        case 0x1F3FB...0x1F3FF where isPictographic && marks == 0: return .continuesEmoji
        case _ where isJoined: return continueEmoji()
        case _ where HiddenScalars.contains(scalar): return nil
        case _: return ScalarWidth.cells(of: scalar) == 0 ? addMark() : nil
        }
    }

    private mutating func select() -> ClusterRules.Verdict? {
        guard takesSelector, marks == 0 else { return nil }
        takesSelector = false
        return .selects
    }

    private mutating func join(before upcoming: Unicode.Scalar?) -> ClusterRules.Verdict? {
        guard isPictographic, !isJoined, marks == 0, scalars < ClusterRules.mostScalars,
            let upcoming, upcoming.isPictographic, ScalarWidth.cells(of: upcoming) != nil
        else { return nil }
        isJoined = true
        return .continuesEmoji
    }

    private mutating func continueEmoji() -> ClusterRules.Verdict {
        isJoined = false
        takesSelector = true
        return .continuesEmoji
    }

    private mutating func addMark() -> ClusterRules.Verdict {
        marks += 1
        return marks > ClusterRules.mostMarks ? .exceeds : .joins
    }
}

extension Unicode.Scalar {
    /// Whether an emoji sequence can be built with this scalar.
    fileprivate var isPictographic: Bool {
        value > 0x7F && properties.isEmoji
            && !(0x1F1E6...0x1F1FF).contains(value) && !(0x1F3FB...0x1F3FF).contains(value)
    }
}
