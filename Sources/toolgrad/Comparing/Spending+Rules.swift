import Evaluation

extension Spending {
    /// What of it counts where a model of an identity was asked: the rules ask none.
    ///
    /// A study's record has the questions to the rules too, and so have the samples of earlier versions.
    func asking(_ model: String?) -> Spending {
        guard model == RuleBasedSolver.identity else { return self }
        var spending = Spending()
        spending.toolCalls = toolCalls
        return spending
    }
}
