import Engine

/// The query-first baseline: instructions are written first, and then an answer to each is searched.
///
/// Source: ToolBench (OpenBMB/ToolBench), the method that answer-first generation is compared with.
package struct Baseline: Sendable {
    private let plan: BaselinePlan
    private let study: Study
    private let id: RunID
    private let shelf: APIShelf
    private let now: @Sendable () -> Timestamp

    /// `id` is the study's own in its record; `now` measures how long a sample takes, and decides nothing.
    package init(_ plan: BaselinePlan, as id: RunID, in study: Study, now: @escaping @Sendable () -> Timestamp) {
        self.plan = plan
        self.id = id
        self.study = study
        self.now = now
        shelf = APIShelf(of: study.library.tools, scope: plan.scope)
    }

    /// Makes the samples 1 to `count` that are not there yet, several at once; `tell` gets each when it is done.
    ///
    /// The samples up to `settled` keep their instructions, also where a question that wrote none is asked again. Where
    /// a limit is met, samples that are under way go as far as they can, and no other begins.
    ///
    /// - Throws: ``ModelError`` when no other question would have an answer either, `CancellationError`, and what the
    ///   ledger and `tell` throw. What was answered until then is in the record.
    package func run(
        count: Int, concurrency: Int, without done: Set<Int> = [], settled: Int = 0,
        tell: @Sendable (BaselineSample) async throws -> Void
    ) async throws -> BaselineOutcome {
        var supply = InstructionSupply(plan, shelf: shelf, as: id, in: study, settled: settled)
        var ending = BaselineOutcome.Ending.complete
        try await withThrowingTaskGroup(of: Arrival.self) { group in
            var underWay = 0
            func take() async throws {
                guard let arrival = try await group.next() else { return }
                underWay -= 1
                switch arrival {
                case .sample(let sample): try await tell(sample)
                case .limit(let limit): ending = .limitMet(limit)
                }
            }
            var index = 0
            while index < count, ending == .complete {
                index += 1
                guard let order = try await order(&supply, &ending) else { break }
                guard !done.contains(index) else { continue }
                while underWay >= max(1, concurrency) { try await take() }
                guard ending == .complete else { break }
                group.addTask { [index] in try await arrival(of: index, order) }
                underWay += 1
            }
            while underWay > 0 { try await take() }
        }
        return BaselineOutcome(ending: ending, writing: supply.report)
    }

    /// The next instruction; nil where there is none, which is then the ending.
    private func order(
        _ supply: inout InstructionSupply, _ ending: inout BaselineOutcome.Ending
    ) async throws -> InstructionSupply.Order? {
        do {
            if let order = try await supply.next() { return order }
            ending = .noInstructions(supply.report.problems.last ?? "No query of it could be used.")
        } catch let spent as BudgetSpent {
            ending = .limitMet(spent.limit)
        }
        return nil
    }

    private enum Arrival: Sendable {
        case sample(BaselineSample)
        case limit(Budget.Limit)
    }

    private func arrival(of index: Int, _ order: InstructionSupply.Order) async throws -> Arrival {
        do { return .sample(try await sample(index, order)) } catch let spent as BudgetSpent {
            return .limit(spent.limit)
        }
    }

    private func sample(_ index: Int, _ order: InstructionSupply.Order) async throws -> BaselineSample {
        let witness = RecordWitness(study.ledger)
        let begun = now()
        let result = try await Search(plan.search, in: study.keeping(witness)).answer(
            order.instruction.query, with: order.set.tools, for: SampleID(run: id, index: index),
            random: SeededGenerator(for: .searching, seed: plan.seed, sample: index, iteration: 0))
        var spending = order.share
        spending.add(result.spending)
        return BaselineSample(
            index: index, method: plan.method, instruction: order.instruction, offered: order.set.tools.map(\.name),
            result: result, spending: spending, wallTime: witness.wasAsked ? nil : now().since(begun))
    }
}

/// How a baseline ended.
package struct BaselineOutcome: Hashable, Sendable {
    package enum Ending: Hashable, Sendable {
        /// Every sample is there.
        case complete
        case limitMet(Budget.Limit)
        /// Question after question brought no instruction that can be used; the text says why.
        case noInstructions(String)
    }

    package let ending: Ending
    /// Of the questions of this session and of those that the record answered.
    package let writing: WritingReport
}
