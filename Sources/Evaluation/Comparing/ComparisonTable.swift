import Engine

/// Ways to make samples, side by side.
package struct ComparisonTable: Hashable, Sendable {
    /// One method, with what it worked with.
    package struct Column: Hashable, Sendable {
        package let method: ComparedMethod
        /// Who planned or searched: a model's name, or what stands in for one.
        package let model: String
        /// Where it is asked; nil for what is asked nowhere, and where an earlier version did not note it.
        package let endpoint: String?
        package let seed: UInt64
        /// The same for columns with the same tools.
        package let tools: ContentHash
        /// How many tools those are; nil where nobody counted them.
        package let toolCount: Int?
        /// What an instruction is about; nil for a method that begins with answers.
        package let instructions: APISet.Scope?
        /// Samples that were asked for.
        package let wanted: Int
        package let figures: MethodFigures
        /// Why samples are missing; nil where none is, and where nobody knows.
        package let obstacle: String?
        /// What was spent that no sample of the figures has.
        package let unfinished: Spending

        package init(
            method: ComparedMethod, model: String, endpoint: String? = nil, seed: UInt64, tools: ContentHash,
            toolCount: Int?, instructions: APISet.Scope? = nil, wanted: Int, figures: MethodFigures,
            obstacle: String? = nil,
            unfinished: Spending = Spending()
        ) {
            self.method = method
            self.model = model
            self.endpoint = endpoint
            self.seed = seed
            self.tools = tools
            self.toolCount = toolCount
            self.instructions = instructions
            self.wanted = wanted
            self.figures = figures
            self.obstacle = obstacle
            self.unfinished = unfinished
        }
    }

    package let columns: [Column]

    package init(_ columns: [Column]) {
        self.columns = columns
    }

    /// What a reader has to know to read the figures, one sentence each.
    package var notes: [String] {
        differences + orders.map { "Passed, \($0.rawValue): \($0.pass)." }
            + orders.map { "Ground-truth steps, \($0.rawValue): \($0.steps)." } + judgements + Self.meanings + gaps
    }

    /// Those that the columns have.
    private var orders: [ComparedMethod.Order] {
        ComparedMethod.Order.allCases.filter { order in columns.contains { $0.method.order == order } }
    }

    /// In what the columns differ beside their method: then the table does not compare methods alone.
    private var differences: [String] {
        let seeds = columns.map(\.seed).eachOnce
        let counts = columns.map(\.figures.samples).eachOnce
        let scopes = columns.compactMap(\.instructions).eachOnce
        let found: [String?] = [
            differentModels,
            columns.map(\.tools).eachOnce.count > 1
                ? "Not the same tools: \(each { ($0.toolCount.map { "\($0) tools, " } ?? "") + $0.tools.short })."
                : nil,
            seeds.count > 1 ? "Not the same seed: \(each { "\($0.seed)" })." : nil,
            scopes.count > 1 ? "Not the same instructions: \(each { $0.instructions?.rawValue })." : nil,
            counts.count > 1 ? "Not the same number of samples: \(each { "\($0.figures.samples)" })." : nil,
        ]
        return found.compactMap(\.self)
    }

    /// Several endpoints may serve other weights under one name, so they are told where they differ.
    private var differentModels: String? {
        let endpoints = columns.compactMap(\.endpoint).eachOnce
        let identities = each {
            ModelIdentity(name: $0.model, base: endpoints.count > 1 ? $0.endpoint : nil).description
        }
        if columns.map(\.model).eachOnce.count > 1 {
            return "Not the same model: \(identities). The methods alone do not explain the differences."
        }
        if endpoints.count > 1 {
            return "Not the same endpoint: \(identities). Equal names may mean other weights."
        }
        let without = columns.filter { $0.endpoint == nil }.map(\.method.rawValue)
        guard !endpoints.isEmpty, !without.isEmpty else { return nil }
        return "Perhaps not the same endpoint: an earlier version made \(without.joined(separator: " and ")), and did "
            + "not note it."
    }

    /// Of those columns that have it.
    private func each(_ what: (Column) -> String?) -> String {
        columns.compactMap { column in what(column).map { "\(column.method.rawValue): \($0)" } }
            .joined(separator: "; ")
    }

    private static let meanings = [
        "Per passed sample: what all samples took together, for each that passed.",
        "Model calls are requests, retries too; tool calls are those that left. The share of a query-first sample in "
            + "the question that wrote its instruction is counted.",
        "Seconds go from a sample's beginning to its end, while others grow beside it; where an answer-first run was "
            + "killed, its pause counts.",
        "Intervals are 95 %: Wilson's for shares, percentiles of resampled samples for everything else.",
    ]

    /// What is not there or not known.
    private var gaps: [String] {
        columns.flatMap { column in
            let figures = column.figures
            let sentences: [String?] = [column.shortage, column.rest, column.unsteadiness, column.emptyResamples]
            return sentences.compactMap(\.self)
                + ComparedQuantity.allCases.compactMap { quantity in
                    guard let known = figures.quantities[quantity]?.known, known < figures.samples else { return nil }
                    return
                        "\(column.method.rawValue): \(quantity.title) known of \(known) of \(figures.samples) samples."
                }
        }
    }
}

extension ComparisonTable.Column {
    /// That samples are missing, and why.
    fileprivate var shortage: String? {
        guard figures.samples < wanted else { return nil }
        return "\(method.rawValue) has \(figures.samples) of \(wanted) samples" + (obstacle.map { ": \($0)." } ?? ".")
    }

    /// What was paid for beside the samples.
    fileprivate var rest: String? {
        guard unfinished != Spending() else { return nil }
        return "\(method.rawValue): \(unfinished.words) went into unfinished samples and unused instructions. "
            + "No figure has that."
    }

    /// Why a figure has no interval.
    fileprivate var unsteadiness: String? {
        guard figures.quantities.values.contains(where: \.lacksIntervalOfPassed) else { return nil }
        return "\(method.rawValue): no interval (–) for each passed sample, since in more than 2.5 % of the resamples "
            + "none of the \(figures.samples) samples passed."
    }

    /// What the intervals that are there do not tell of.
    fileprivate var emptyResamples: String? {
        let resamplings = figures.quantities.values.compactMap(\.perPassed?.resampling)
        let gaps = resamplings.filter { $0.interval != nil && $0.empty > 0 }
        guard let largest = gaps.max(by: { ($0.empty, $0.drawn) < ($1.empty, $1.drawn) }) else { return nil }
        return "\(method.rawValue): the intervals for each passed sample leave out up to \(largest.empty) of "
            + "\(largest.drawn) resamples, in which none of the \(figures.samples) samples passed."
    }
}

extension Array where Element: Hashable {
    /// Without repetitions, in the order of the first ones.
    fileprivate var eachOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
