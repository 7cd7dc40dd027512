import DatasetStore
import Engine
import Evaluation
import Review

/// What an evaluation is asked for, on the command line.
struct EvaluationWish {
    let items: ItemOptions
    let answering: AnsweringOptions
    /// A file of predictions; nil where a model is asked.
    let predictions: String?
    /// Nil takes the model's name, or the file's.
    let name: String?
    /// Nil for what is usual.
    let tools: CallAnswering?
    let toolOptions: ToolOptions
}

extension EvaluationWish {
    /// Opens everything that it needs for `body`, and closes the tools after it.
    ///
    /// - Throws: what is wrong with items, models, tools or the file; nothing was asked then.
    func open<Result>(
        in dataset: Dataset, _ surroundings: Surroundings, _ body: (Evaluating) async throws -> Result
    ) async throws -> Result {
        let options = self.items
        let items = try await EvaluationItems(options, in: dataset)
        for note in items.notes { try Output.notes.line(ToolText.line(note)) }
        if let predictions {
            let others = try await options.others(than: items, in: dataset)
            let input = try PredictionsInput(predictions, for: items, others: others)
            for note in input.notes { try Output.notes.line(note) }
            let models = try await surroundings.models(answering, answering: nil)
            return try await body(try await evaluating(input, items, models, in: dataset))
        }
        let models = try await surroundings.models(answering, answering: answering.asking.wish)
        let tools = try await surroundings.tools(self.tools, toolOptions, for: items, in: dataset)
        return try await tools.live.closing {
            for notice in tools.notices { try Output.notes.line(ToolText.line(notice)) }
            return try await body(try await evaluating(items, models, tools, in: dataset))
        }
    }

    /// Predictions out of a file; only a judge costs anything then.
    private func evaluating(
        _ input: PredictionsInput, _ items: EvaluationItems, _ models: EvaluationModels, in dataset: Dataset
    ) async throws -> Evaluating {
        let plan = EvaluationPlan(
            predictor: .file(input.contentHash), scope: self.items.json, items: items.contentHash)
        // Nobody calls a tool, and a library has to have one.
        let library = try await ToolLibrary(of: [NamedSource("nothing", RecordedAnswers(items, in: dataset))])
        let account = try await account(of: plan.study, in: dataset)
        let study = study(of: plan.study, EvaluationModels.nobody, models, library, account, in: dataset)
        return Evaluating(
            dataset: dataset, items: items, plan: plan, name: name ?? input.name,
            predict: { task, _, _ in input.predictions[task.truth.id] },
            judge: judge(models, beside: study), concurrency: answering.asking.concurrency,
            unanswered: answering.asking.unanswered)
    }

    private func evaluating(
        _ items: EvaluationItems, _ models: EvaluationModels, _ tools: EvaluationTools, in dataset: Dataset
    ) async throws -> Evaluating {
        guard let model = models.answering else { throw CommandFailure("No model is named. Name one with --model.") }
        let answers = AnswerPlan(
            turns: answering.turns, answerTokens: answering.asking.answerTokens,
            temperature: answering.asking.temperature,
            seed: self.items.seed)
        let library = tools.live.library
        let plan = EvaluationPlan(
            predictor: .model(
                model.identity, answers, tools.answering, tools: library.contentHash(of: items.tools.map(\.name))),
            scope: self.items.json, items: items.contentHash)
        let account = try await account(of: plan.study, in: dataset)
        let study = study(of: plan.study, model.stage, models, library, account, in: dataset)
        let answerer = Answerer(answers, in: study)
        return Evaluating(
            dataset: dataset, items: items, plan: plan, name: name ?? model.name,
            predict: { task, slot, meter in
                try await answerer.answer(task.truth, offering: task.tools, at: slot, spending: meter)
            }, judge: judge(models, beside: study), concurrency: answering.asking.concurrency,
            unanswered: answering.asking.unanswered)
    }

    /// What was spent before counts: a limit is one of the study, however often it is interrupted.
    private func account(of study: RunID, in dataset: Dataset) async throws -> BudgetAccount {
        let clock = ContinuousClock()
        let start = clock.now
        return BudgetAccount(answering.asking.budget, spent: try await dataset.studySpending(of: study)) {
            clock.now - start
        }
    }

    private func study(
        of study: RunID, _ stage: ModelSettings.StageModel, _ models: EvaluationModels, _ library: ToolLibrary,
        _ account: BudgetAccount, in dataset: Dataset
    ) -> Study {
        let ledger = dataset.ledger(for: study)
        return Study(
            model: stage, library: library, ledger: ledger, account: account, prices: models.prices,
            askedBefore: AskedBefore(answering.asking.unanswered) { try await ledger.endings(of: $0) })
    }

    /// The judge has the study's record and budget, and a model of its own.
    private func judge(
        _ models: EvaluationModels, beside study: Study
    ) -> EvaluationJudge? {
        guard let model = models.judging else { return nil }
        let study = Study(
            model: model.stage, library: study.library, ledger: study.ledger, account: study.account,
            prices: study.prices, askedBefore: study.askedBefore)
        let tokens = answering.asking.answerTokens
        let quality = QualityJudge(in: study, as: model.identity, maxTokens: tokens)
        let solved = SolvedJudge(in: study, as: model.identity, maxTokens: tokens)
        return EvaluationJudge(
            quality: .init(quality.identity) { try await quality.judge($0, at: $1, spending: $2) },
            solved: answering.judgeSolved
                ? .init(solved.identity) { try await solved.judge($0, at: $1, spending: $2) } : nil)
    }
}
