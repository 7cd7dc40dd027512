import Engine

/// Gives the instructions of a baseline one after the other, and asks for ten more when there are none left.
///
/// Which instruction a sample has depends on nothing but the answers to the questions before it; so it is the same at
/// any concurrency, and a larger baseline begins with the samples of a smaller one.
struct InstructionSupply {
    /// An instruction, with what it was written for and its share of what writing took.
    struct Order: Sendable {
        let instruction: Instruction
        let set: APISet
        let share: Spending
    }

    private let plan: BaselinePlan
    private let shelf: APIShelf
    private let id: RunID
    private let study: Study
    /// The instructions of the samples up to this one are settled: samples were made of them.
    private let settled: Int
    private var given = 0
    private var waiting: [Order] = []
    /// What questions took that brought nothing: the next instructions have to bear it.
    private var owed = Spending()
    private var barren = 0
    private(set) var report = WritingReport()

    /// So many questions without any instruction, one after the other, end the supply.
    private static let patience = 3

    init(_ plan: BaselinePlan, shelf: APIShelf, as id: RunID, in study: Study, settled: Int) {
        self.plan = plan
        self.shelf = shelf
        self.id = id
        self.study = study
        self.settled = settled
    }

    /// The next one; nil where question after question brings none.
    ///
    /// - Throws: as ``InstructionWriter/write(about:at:random:spending:)``.
    mutating func next() async throws -> Order? {
        while waiting.isEmpty {
            guard barren < Self.patience else { return nil }
            try await ask()
        }
        given += 1
        return waiting.removeFirst()
    }

    /// A question without an answer is asked again only where no sample is made of what came after it: the answer would
    /// give that sample another instruction.
    private var writer: InstructionWriter {
        InstructionWriter(
            plan.scope, answerTokens: plan.answerTokens, temperature: plan.temperature,
            in: given < settled ? study.asking(.kept) : study)
    }

    private mutating func ask() async throws {
        let number = report.questions + 1
        let set = shelf.set(number, seed: plan.seed)
        let item = SampleID(run: id, index: (number - 1) * InstructionWriter.perQuestion + 1)
        let meter = SpendingMeter()
        // The stream of the set's own draws must not be that of the question's.
        let random = SeededGenerator(for: .instructing, seed: plan.seed, sample: number, iteration: 1)
        let written = try await writer.write(about: set, at: item, random: random, spending: meter)
        report.add(written)
        owed.add(await meter.spending)
        guard !written.kept.isEmpty else { return barren += 1 }
        barren = 0
        let shares = owed.shares(among: written.kept.count)
        owed = Spending()
        waiting = zip(written.kept, shares).map { Order(instruction: $0, set: set, share: $1) }
    }
}

/// What came of writing instructions.
package struct WritingReport: Hashable, Sendable {
    /// Without those that only asked again.
    package private(set) var questions = 0
    package private(set) var written = 0
    package private(set) var dropped: [DroppedInstruction] = []
    /// Why questions brought nothing at all.
    package private(set) var problems: [String] = []
    /// How many questions had no answer: asked again, they may have one.
    package private(set) var unanswered = 0

    package init() {}

    mutating func add(_ answer: WrittenInstructions) {
        questions += 1
        written += answer.kept.count
        dropped += answer.dropped
        unanswered += answer.unanswered
        if let problem = answer.problem { problems.append(problem) }
    }
}

extension Spending {
    /// Parts for each of so many, which together are the whole; where it does not divide, the first ones get more.
    package func shares(among count: Int) -> [Spending] {
        func part(_ whole: Int, _ number: Int) -> Int {
            func upTo(_ number: Int) -> Int { (whole * number + count - 1) / count }
            return upTo(number + 1) - upTo(number)
        }
        return (0..<count).map { number in
            var share = Spending()
            share.modelCalls = part(modelCalls, number)
            share.toolCalls = part(toolCalls, number)
            share.promptTokens = part(promptTokens, number)
            share.completionTokens = part(completionTokens, number)
            share.cost = cost.map { Money(nanodollars: Int64(part(Int($0.nanodollars), number))) }
            return share
        }
    }
}
