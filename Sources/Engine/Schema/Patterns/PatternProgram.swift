/// A regular expression as instructions for a machine that is in many places at once.
struct PatternProgram: Sendable {
    enum Instruction {
        /// Takes this scalar and goes on with the next instruction.
        case scalar(UInt32)
        /// Takes any scalar of the set at this index.
        case anyOf(Int)
        /// Goes on only at such an edge.
        case edge(PatternEdge)
        /// Goes on at both places.
        case fork(Int, Int)
        case jump(Int)
        case found
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []

    /// Whether a match can begin only where the text does.
    let isAnchored: Bool

    init(of tree: PatternTree) throws(TextPattern.Refusal) {
        guard tree.size <= TextPattern.sizeLimit else { throw .tooLarge(limit: TextPattern.sizeLimit) }
        isAnchored = tree.beginsAtStart
        write(tree)
        instructions.append(.found)
    }

    /// Whether the instruction, one that takes a scalar, takes this one.
    func takes(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        switch instructions[index] {
        case .scalar(let wanted): wanted == scalar.value
        case .anyOf(let set): sets[set].contains(scalar)
        case .edge, .fork, .jump, .found: false
        }
    }
}

extension PatternProgram {
    private mutating func write(_ tree: PatternTree) {
        switch tree {
        case .scalar(let scalar): instructions.append(.scalar(scalar))
        case .anyOf(let set):
            instructions.append(.anyOf(sets.count))
            sets.append(set)
        case .edge(let edge): instructions.append(.edge(edge))
        case .sequence(let terms): terms.forEach { write($0) }
        case .choice(let options): write(choiceOf: options)
        case .repeated(let tree, let least, let most): write(tree, least: least, most: most)
        }
    }

    private mutating func write(choiceOf options: [PatternTree]) {
        var jumps: [Int] = []
        for option in options.dropLast() {
            let fork = reserve()
            write(option)
            jumps.append(reserve())
            instructions[fork] = .fork(fork + 1, instructions.count)
        }
        options.last.map { write($0) }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func write(_ tree: PatternTree, least: Int, most: Int?) {
        var last = instructions.count
        for _ in 0..<least {
            last = instructions.count
            write(tree)
        }
        if let most {
            write(tree, optionally: most - least)
        } else if least > 0 {
            instructions.append(.fork(last, instructions.count + 1))
        } else {
            let fork = reserve()
            write(tree)
            instructions.append(.jump(fork))
            instructions[fork] = .fork(fork + 1, instructions.count)
        }
    }

    private mutating func write(_ tree: PatternTree, optionally times: Int) {
        var forks: [Int] = []
        for _ in 0..<times {
            forks.append(reserve())
            write(tree)
        }
        for fork in forks { instructions[fork] = .fork(fork + 1, instructions.count) }
    }

    /// A place for an instruction whose targets are not known yet.
    private mutating func reserve() -> Int {
        instructions.append(.found)
        return instructions.count - 1
    }
}

extension PatternTree {
    fileprivate var beginsAtStart: Bool {
        switch self {
        case .edge(.start): true
        case .edge(.end), .edge(.wordBoundary), .edge(.noWordBoundary), .scalar, .anyOf: false
        case .sequence(let terms): terms.first?.beginsAtStart ?? false
        case .choice(let options): options.allSatisfy(\.beginsAtStart)
        case .repeated(let tree, let least, _): least > 0 && tree.beginsAtStart
        }
    }
}
