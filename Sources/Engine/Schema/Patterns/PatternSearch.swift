/// One search: the machine stands at all places of its program that the text so far can lead to.
///
/// Each place is visited once for a scalar, so that no expression takes more than linear time.
struct PatternSearch {
    private(set) var stepsLeft: Int

    private let program: PatternProgram
    /// The round in which an instruction was last visited.
    private var visited: [Int]
    private var round = 0
    /// Instructions that wait for the next scalar.
    private var waiting: [Int] = []
    private var open: [Int] = []

    init(of program: PatternProgram, steps: Int) {
        self.program = program
        stepsLeft = max(steps - program.instructions.count / 8, 0)
        visited = Array(repeating: 0, count: program.instructions.count)
    }

    mutating func finds(in text: String) throws(TextPattern.OutOfSteps) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        var (previous, next) = (Unicode.Scalar?.none, scalars.next())
        var reached: [Int] = []
        while true {
            if previous == nil || !program.isAnchored { reached.append(0) }
            if try follow(reached, between: previous, and: next) { return true }
            guard let scalar = next, !(waiting.isEmpty && program.isAnchored) else { return false }
            reached.removeAll(keepingCapacity: true)
            for place in waiting where program.takes(scalar, at: place) { reached.append(place + 1) }
            (previous, next) = (next, scalars.next())
        }
    }

    /// Goes on from instructions to all that wait for a scalar; true when the end of the expression is among them.
    private mutating func follow(
        _ starts: [Int], between previous: Unicode.Scalar?, and next: Unicode.Scalar?
    ) throws(TextPattern.OutOfSteps) -> Bool {
        round += 1
        waiting.removeAll(keepingCapacity: true)
        for start in starts {
            visit(start)
            while let place = open.popLast() {
                guard stepsLeft > 0 else { throw TextPattern.OutOfSteps() }
                stepsLeft -= 1
                switch program.instructions[place] {
                case .found: return true
                case .scalar: waiting.append(place)
                case .anyOf(let set):
                    stepsLeft = max(stepsLeft - program.sets[set].cost + 1, 0)
                    waiting.append(place)
                case .edge(let edge): if edge.lies(between: previous, and: next) { visit(place + 1) }
                case .jump(let target): visit(target)
                case .fork(let first, let second):
                    visit(second)
                    visit(first)
                }
            }
        }
        return false
    }

    private mutating func visit(_ place: Int) {
        guard visited[place] != round else { return }
        visited[place] = round
        open.append(place)
    }
}
