import Engine
import Testing

@Suite("A search for any pattern")
struct TextPatternPropertyTests {
    @Test(arguments: 0..<60)
    func `agrees with one that tries every way`(seed: UInt64) throws {
        var random = PatternRandom(seed: seed)
        for _ in 0..<20 {
            let expression = Expression.random(using: &random, depth: 3)
            let pattern = try TextPattern(expression.text)
            for _ in 0..<10 {
                let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in random.letter() }
                var steps = 100_000

                let occurs = try pattern.occurs(in: String(text), spending: &steps)

                #expect(occurs == expression.occurs(in: text), "\(expression.text) in \(String(text))")
            }
        }
    }

    /// Without counted repetitions, an expression has at most three instructions for a scalar.
    @Test(arguments: 0..<40)
    func `takes steps in proportion to the text`(seed: UInt64) throws {
        var random = PatternRandom(seed: seed)
        let expression = Expression.random(using: &random, depth: 5, counted: .never)
        let letters = (0..<3).map { _ in random.letter() }
        let text = String((0..<2_000).map { letters[$0 % 3] })

        let bound = 3 * (expression.text.unicodeScalars.count + 1) * (text.count + 2)

        #expect(try steps(of: expression.text, in: text) <= bound, "\(expression.text)")
    }

    @Test(arguments: [
        "(a+)+$", "^(a+)+$", "(a|aa)*b", "^(a|a)*$", "^(a|aa)+$", "(a*)*b", "((a*)*)*b", "(.*)*x", "(.*a){8}x",
        "(a?){20}a{20}b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y", "^(\\w+\\s?)*$", "(((((a+)+)+)+)+)+b",
        "^((a|b|ab)+c?)+$", "a.{50}b",
    ])
    func `is not made to double its steps by one scalar more`(pattern: String) throws {
        let short = String(repeating: "a", count: 1_000) + "!"
        let long = String(repeating: "a", count: 4_000) + "!"

        let (few, many) = try (steps(of: pattern, in: short), steps(of: pattern, in: long))

        #expect(few > 1_000)
        #expect(many <= 5 * few)
    }

    @Test func `ends when the steps are spent`() throws {
        let pattern = try TextPattern("(a|aa)*b")
        var steps = 500

        #expect(throws: TextPattern.OutOfSteps.self) {
            try pattern.occurs(in: String(repeating: "a", count: 1_000), spending: &steps)
        }
        #expect(steps == 0)
    }

    private func steps(of pattern: String, in text: String) throws -> Int {
        let budget = 50_000_000
        var left = budget
        _ = try TextPattern(pattern).occurs(in: text, spending: &left)
        return budget - left
    }
}

/// Numbers that a seed fixes.
private struct PatternRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func letter() -> Character {
        "ab-".randomElement(using: &self) ?? "a"
    }
}

/// A regular expression that knows, by trying every way, where its matches end.
private indirect enum Expression {
    case letter(Character)
    case either(Character, Character)
    case start
    case end
    case boundary
    case pair(Expression, Expression)
    case choice(Expression, Expression)
    case repeated(Expression, least: Int, most: Int?)

    enum Counting {
        case sometimes
        case never
    }

    static func random(
        using random: inout PatternRandom, depth: Int, counted: Counting = .sometimes
    ) -> Expression {
        func inner(_ random: inout PatternRandom) -> Expression {
            .random(using: &random, depth: depth - 1, counted: counted)
        }
        switch depth == 0 ? Int.random(in: 0...8, using: &random) : Int.random(in: 5...20, using: &random) {
        case 0...3: return .letter(random.letter())
        case 4...5: return .either(random.letter(), random.letter())
        case 6: return .start
        case 7: return .end
        case 8: return .boundary
        case 9...13: return .pair(inner(&random), inner(&random))
        case 14...16: return .choice(inner(&random), inner(&random))
        case 17: return .repeated(inner(&random), least: 0, most: 1)
        case 18: return .repeated(inner(&random), least: 0, most: nil)
        case 19 where counted == .sometimes:
            let least = Int.random(in: 0...3, using: &random)
            let most = Bool.random(using: &random) ? nil : least + Int.random(in: 0...2, using: &random)
            return .repeated(inner(&random), least: least, most: most)
        case _: return .repeated(inner(&random), least: 1, most: nil)
        }
    }

    var text: String {
        switch self {
        case .letter(let letter): letter == "-" ? "\\-" : String(letter)
        case .either(let first, let second): "[\\x\(hex(first))\\x\(hex(second))]"
        case .start: "^"
        case .end: "$"
        case .boundary: "\\b"
        case .pair(let first, let second): "(?:\(first.text))(\(second.text))"
        case .choice(let first, let second): "(\(first.text)|\(second.text))"
        case .repeated(let inner, 0, nil): "(\(inner.text))*?"
        case .repeated(let inner, 1, nil): "(\(inner.text))+"
        case .repeated(let inner, 0, 1): "(\(inner.text))?"
        case .repeated(let inner, let least, nil): "(\(inner.text)){\(least),}"
        case .repeated(let inner, let least, .some(let most)): "(\(inner.text)){\(least),\(most)}"
        }
    }

    private func hex(_ letter: Character) -> String {
        String(letter.asciiValue ?? 0, radix: 16)
    }

    func occurs(in text: [Character]) -> Bool {
        (0...text.count).contains { !ends(in: text, from: [$0]).isEmpty }
    }

    private func ends(in text: [Character], from starts: Set<Int>) -> Set<Int> {
        switch self {
        case .letter(let letter): starts.step(in: text) { $0 == letter }
        case .either(let first, let second): starts.step(in: text) { $0 == first || $0 == second }
        case .start: starts.filter { $0 == 0 }
        case .end: starts.filter { $0 == text.count }
        case .boundary: starts.filter { isWord(text, at: $0 - 1) != isWord(text, at: $0) }
        case .pair(let first, let second): second.ends(in: text, from: first.ends(in: text, from: starts))
        case .choice(let first, let second):
            first.ends(in: text, from: starts).union(second.ends(in: text, from: starts))
        case .repeated(let inner, let least, let most): inner.ends(in: text, from: starts, least: least, most: most)
        }
    }

    private func ends(in text: [Character], from starts: Set<Int>, least: Int, most: Int?) -> Set<Int> {
        var reached = starts
        for _ in 0..<least { reached = ends(in: text, from: reached) }
        var all = reached
        for _ in 0..<(most.map { $0 - least } ?? text.count + 1) {
            reached = ends(in: text, from: reached)
            all.formUnion(reached)
        }
        return all
    }

    private func isWord(_ text: [Character], at index: Int) -> Bool {
        text.indices.contains(index) && text[index] != "-"
    }
}

extension Set<Int> {
    fileprivate func step(in text: [Character], where isWanted: (Character) -> Bool) -> Set<Int> {
        Set(filter { $0 < text.count && isWanted(text[$0]) }.map { $0 + 1 })
    }
}
