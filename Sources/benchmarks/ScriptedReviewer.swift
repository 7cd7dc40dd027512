import Canvas

/// A reviewer who knows only what the screen shows: decides one finished sample after the other, looks around in them,
/// and goes to Live in between, where the followed sample is held and let go.
///
/// What was meant is noted with every key that asks for something, to be compared with what came of it.
struct ScriptedReviewer {
    /// What was meant, and for which sample: its name as the screen showed it.
    enum Deed: Hashable, Sendable {
        case accepted(String)
        case rejected(String, reason: Character)
        case skipped(String)
        case held(String)
        case released(String)
    }

    /// A key had no effect that could be seen, for longer than anybody waits.
    struct Stuck: Error, CustomStringConvertible {
        let deeds: Int
        let screen: String

        var description: String {
            "After \(deeds) deeds the screen does not show what the last key asked for:\n\(screen)"
        }
    }

    private(set) var deeds: [Deed] = []
    private(set) var keys = 0
    private let patience: Int
    private var turn = 0
    private var moves: ArraySlice<Move> = []
    /// The sample that the turn is about.
    private var subject: String?
    private var waits = 0
    /// The sample that could not be held, as it had ended.
    private var refused: String?

    /// - Parameter patience: How many looks at the screen may show nothing new before it gives up.
    init(patience: Int = 10_000) { self.patience = patience }

    /// The samples that were decided, in order.
    var decided: Int { turn - (moves.isEmpty ? 0 : 1) }

    /// The next key for what is on the screen; nil where that is not yet what the reviewer waits for.
    ///
    /// - Throws: ``Stuck``.
    mutating func nextKey(seeing screen: String) throws(Stuck) -> Key? {
        if moves.isEmpty { begin(seeing: screen) }
        if screen.contains(Self.refusal) { takeBackHolding(seeing: screen) }
        guard let subject, let move = moves.first, move.isDue(on: screen, about: subject, otherThan: refused) else {
            waits += 1
            guard waits <= patience else { throw Stuck(deeds: deeds.count, screen: screen) }
            return nil
        }
        waits = 0
        keys += 1
        moves.removeFirst()
        note(move.meaning, of: subject, seeing: screen)
        return move.key
    }

    /// What Live says when the followed sample ended just before it was to be held.
    private static let refusal = "This sample no longer grows."

    /// The key was answered, with a refusal: the next sample that is followed is held instead.
    private mutating func takeBackHolding(seeing screen: String) {
        guard case .held(let name)? = deeds.last, refused != name else { return }
        deeds.removeLast()
        refused = name
        moves = [Move.holding] + moves
    }

    /// Turns to the next sample once it is there and finished.
    private mutating func begin(seeing screen: String) {
        guard let next = ReviewedScreen.reviewed(on: screen), next != subject, screen.contains("final query") else {
            return
        }
        subject = next
        moves = Move.turns[turn % Move.turns.count][...]
        turn += 1
    }

    private mutating func note(_ meaning: Move.Meaning, of subject: String, seeing screen: String) {
        switch meaning {
        case .nothing: return
        case .accept: deeds.append(.accepted(subject))
        case .reject(let reason): deeds.append(.rejected(subject, reason: reason))
        case .skip: deeds.append(.skipped(subject))
        case .hold: deeds.append(.held(ReviewedScreen.followed(on: screen) ?? "nobody"))
        case .release: deeds.append(.released(ReviewedScreen.followed(on: screen) ?? "nobody"))
        }
    }
}

/// A key, what it is for, and what must be on the screen before it is pressed.
private struct Move {
    enum Meaning {
        case nothing, accept, skip, hold, release
        case reject(reason: Character)
    }

    enum Cue {
        /// Nothing new: it follows the key before without a look.
        case none
        case words(String)
        case following
        /// The sample of the turn is on Review again.
        case subject
    }

    let key: Key
    let meaning: Meaning
    let cue: Cue

    init(_ key: Character, _ meaning: Meaning = .nothing, after cue: Cue = .none) {
        self.key = .character(key)
        self.meaning = meaning
        self.cue = cue
    }

    func isDue(on screen: String, about subject: String, otherThan refused: String?) -> Bool {
        switch cue {
        case .none: true
        case .words(let words): screen.contains(words)
        case .following: ReviewedScreen.followed(on: screen).map { $0 != refused } ?? false
        case .subject: ReviewedScreen.reviewed(on: screen) == subject
        }
    }

    static let holding = Move("H", .hold, after: .following)

    /// One turn after the other, each about a sample of its own.
    static let turns: [[Move]] = [
        [Move("a", .accept)],
        [Move("r"), Move("3", .reject(reason: "3"), after: .words("Reject "))],
        [Move("j"), Move("j"), Move("k"), Move("a", .accept, after: .subject)],
        [Move("g"), Move("l"), Move("g", after: .words("Workers")), Move("r"), Move("s", .skip, after: .subject)],
        [
            Move("g"), Move("l"), holding, Move("H", .release, after: .words("HELD")),
            Move("g"), Move("r"), Move("a", .accept, after: .subject),
        ],
        [Move("["), Move("]"), Move("r"), Move("1", .reject(reason: "1"), after: .words("Reject "))],
    ]
}

/// Which sample a screen is about, read as people read it.
private enum ReviewedScreen {
    static func reviewed(on screen: String) -> String? {
        guard followed(on: screen) == nil, !screen.contains("Workers") else { return nil }
        return screen.firstMatch(of: #/(s-[0-9]+(?:\.b[0-9]+)*) it /#).map { String($0.1) }
    }

    static func followed(on screen: String) -> String? {
        screen.firstMatch(of: #/Following (?:newest )?(s-[0-9]+(?:\.b[0-9]+)*) /#).map { String($0.1) }
    }
}
