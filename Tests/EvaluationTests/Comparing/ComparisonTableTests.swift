import Engine
import Testing

@testable import Evaluation

@Suite struct `The notes of a comparison` {
    private static let passed = ComparedSample(
        steps: 2, spending: .of(calls: 4, dollars: "0.01"), wallTime: .seconds(1))
    private static let unpriced = ComparedSample(
        steps: nil, spending: .of(calls: 4, dollars: nil), wallTime: .seconds(1))

    private static let failed = ComparedSample(
        steps: nil, spending: .of(calls: 4, dollars: "0.01"), wallTime: .seconds(1))

    private func column(
        _ method: ComparedMethod, model: String = "m", seed: UInt64 = 1, tools: String = "tools", wanted: Int = 1,
        instructions: APISet.Scope? = nil, obstacle: String? = nil, unfinished: Spending = Spending(),
        _ samples: [ComparedSample] = [passed]
    ) -> ComparisonTable.Column {
        ComparisonTable.Column(
            method: method, model: model, seed: seed, tools: ContentHash(of: tools), toolCount: 77,
            instructions: instructions, wanted: wanted,
            figures: MethodFigures(samples, seed: seed, resamples: 100), obstacle: obstacle, unfinished: unfinished)
    }

    @Test func `name both meanings of passing, and only those in the table`() {
        let both = ComparisonTable([column(.lean), column(.dfs)]).notes.joined(separator: "\n")
        let one = ComparisonTable([column(.lean), column(.paper)]).notes.joined(separator: "\n")

        #expect(both.contains("Passed, answer-first: the sample ends complete"))
        #expect(
            both.contains(
                "Passed, query-first: the search ends with an answer within its limits; whether that solves the query is no"
            ))
        #expect(one.contains("Passed, answer-first") && !one.contains("query-first: the search"))
    }

    @Test func `are without differences where models, tools and seeds are the same`() {
        let notes = ComparisonTable([column(.lean), column(.paper), column(.dfs), column(.react)]).notes

        #expect(!notes.contains { $0.hasPrefix("Not the same") })
    }

    @Test func `say first where the columns differ in more than their method`() {
        let notes = ComparisonTable([
            column(.offline, model: "offline"), column(.dfs, model: "rules", seed: 2, tools: "others"),
        ]).notes

        let shorts = ["tools", "others"].map { ContentHash(of: $0).short }
        #expect(
            notes.prefix(3) == [
                "Not the same model: offline: offline; dfs: rules. The methods alone do not explain the differences.",
                "Not the same tools: offline: 77 tools, \(shorts[0]); dfs: 77 tools, \(shorts[1]).",
                "Not the same seed: offline: 1; dfs: 2.",
            ])
    }

    @Test func `say where instructions or the number of samples differ`() {
        let mixed = ComparisonTable([
            column(.lean), column(.dfs, instructions: .single),
            column(.react, instructions: .multi, [Self.passed, Self.passed]),
        ]).notes
        let alike = ComparisonTable([column(.lean), column(.dfs, instructions: .multi)]).notes

        #expect(
            mixed.prefix(2) == [
                "Not the same instructions: dfs: single; react: multi.",
                "Not the same number of samples: lean: 1; dfs: 1; react: 2.",
            ])
        #expect(!alike.contains { $0.hasPrefix("Not the same") })
    }

    @Test func `count what is missing and what is not known`() {
        let notes = ComparisonTable([column(.lean, wanted: 5, [Self.passed, Self.unpriced])]).notes

        #expect(
            notes.suffix(3) == [
                "lean has 2 of 5 samples.",
                "lean: no interval (–) for each passed sample, since in more than 2.5 % of the resamples none of the 2 "
                    + "samples passed.",
                "lean: cost in dollars known of 1 of 2 samples.",
            ])
    }

    /// Of six samples of which three passed, (1/2)^6 = 1.6 % of the resamples have none that did.
    @Test func `count the resamples that an interval is without`() {
        let column = column(.lean, Array(repeating: Self.passed, count: 3) + Array(repeating: Self.failed, count: 3))
        let gaps = column.figures.quantities.values.compactMap(\.perPassed?.resampling).filter { $0.interval != nil }

        let notes = ComparisonTable([column]).notes

        let most = gaps.map(\.empty).max() ?? 0
        #expect(most > 0)
        #expect(
            notes.contains(
                "lean: the intervals for each passed sample leave out up to \(most) of 100 resamples, in which none of "
                    + "the 6 samples passed."), "\(notes)")
    }

    @Test func `say nothing of resamples where all samples passed`() {
        let notes = ComparisonTable([column(.lean, [Self.passed, Self.passed])]).notes

        #expect(!notes.contains { $0.hasPrefix("lean: ") }, "\(notes)")
    }

    @Test func `say why samples are missing, and what went into them`() {
        let spent = Spending.of(calls: 3, tools: 1, tokens: 400, dollars: "0.01")

        let notes = ComparisonTable([column(.dfs, wanted: 5, obstacle: "the limit was met", unfinished: spent)]).notes

        #expect(
            notes.suffix(2) == [
                "dfs has 1 of 5 samples: the limit was met.",
                "dfs: 3 model calls, 1 tool call, 400 tokens, $0.01 went into unfinished samples and unused "
                    + "instructions. No figure has that.",
            ])
    }

    @Test func `tell of spending what there is of it`() {
        #expect(Spending().words == "nothing")
        #expect(Spending.of(calls: 1, dollars: nil).words == "1 model call, an unknown cost")
    }

    @Test func `published figures say where they are from`() {
        #expect(PublishedFigures.paper.map(\.title) == ["ToolGrad", "ToolBench DFS"])
        #expect(PublishedFigures.paper.map { $0.source.contains("arXiv 2508.04086v1") } == [true, true])
        #expect(PublishedFigures.paper.map(\.passed) == [1, 0.638])
        #expect(PublishedFigures.paper.map { $0.perSample[.steps] } == [6.1, 3.3])
        #expect(PublishedFigures.paper.map { $0.perSample[.modelCalls] } == [45.9, 64.5])
    }
}
