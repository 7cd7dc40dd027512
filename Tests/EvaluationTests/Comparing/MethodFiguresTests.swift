import Engine
import Testing

@testable import Evaluation

@Suite struct `What a method came to` {
    /// Two samples that pass and one that does not; the price of the last is unknown.
    private static let samples = [
        ComparedSample(steps: 4, spending: .of(calls: 10, tools: 5, tokens: 1_000, dollars: "0.02")),
        ComparedSample(steps: 2, spending: .of(calls: 6, tools: 3, tokens: 400, dollars: "0.04")),
        ComparedSample(steps: nil, spending: .of(calls: 14, tools: 1, tokens: 100, dollars: nil)),
    ]

    private func figures(_ samples: [ComparedSample] = samples) -> MethodFigures {
        MethodFigures(samples, seed: 1, resamples: 200)
    }

    @Test func `has the share that passed, with Wilson's interval`() throws {
        let passed = figures().passed

        // 2 of 3: the middle is 0.5731 and the reach 0.3654.
        let interval = try #require(passed.interval)
        #expect(passed == .init(2, of: 3))
        #expect(abs(interval.lowerBound - 0.2077) < 0.0001 && abs(interval.upperBound - 0.9385) < 0.0001)
        #expect(figures([]).passed.value == nil && figures([]).passed.interval == nil)
    }

    @Test(arguments: [
        (ComparedQuantity.steps, 2.0, 3.0), (.modelCalls, 10, 15), (.toolCalls, 3, 4.5), (.tokens, 500, 750),
    ])
    func `counts the failed samples too, for each sample and for each that passed`(
        quantity: ComparedQuantity, perSample: Double, perPassed: Double
    ) {
        let found = figures().quantities[quantity]

        #expect(found?.perSample?.value == perSample)
        #expect(found?.perPassed?.value == perPassed)
        #expect(found?.known == 3)
    }

    @Test func `leaves out what is not known, and says of how many it is`() throws {
        let cost = try #require(figures().quantities[.cost])
        let seconds = try #require(figures().quantities[.wallTime])

        // (0.02 + 0.04) / 2, of the two samples of known price, which both passed.
        #expect(cost.known == 2)
        #expect(abs((cost.perSample?.value ?? 0) - 0.03) < 1e-12)
        #expect(abs((cost.perPassed?.value ?? 0) - 0.03) < 1e-12)
        #expect(seconds.known == 0 && seconds.perSample == nil && seconds.perPassed == nil)
    }

    @Test func `has nothing for each that passed where none did`() throws {
        let steps = try #require(figures([Self.samples[2]]).quantities[.steps])

        #expect(steps.perSample?.value == 0 && steps.perSample?.interval == nil)
        #expect(steps.perPassed == nil)
    }

    @Test func `has intervals between the resamples that there can be`() throws {
        let two = [
            ComparedSample(steps: 1, spending: .of(calls: 3)), ComparedSample(steps: nil, spending: .of(calls: 1)),
        ]
        let calls = try #require(MethodFigures(two, seed: 4, resamples: 2_000).quantities[.modelCalls])

        // Drawn are 3 and 3, 3 and 1, or 1 and 1: means of 3, 2 and 1. The last, a quarter of the draws, has none that
        // passed, so nobody knows how far the figure for each that passed may go.
        #expect(calls.perSample?.interval == 1...3)
        #expect(calls.perPassed?.value == 4 && calls.perPassed?.interval == nil)
        #expect(calls.lacksIntervalOfPassed)
    }

    /// Where k of the ten drawn passed, ten calls make 10/k for each: 1.25 to 5, as the binomial distribution has it.
    @Test func `has an interval for each that passed where hardly a resample has none`() throws {
        let half = (0..<10).map { ComparedSample(steps: $0 < 5 ? 1 : nil, spending: .of(calls: 1)) }

        let calls = try #require(MethodFigures(half, seed: 4).quantities[.modelCalls])

        #expect(calls.perPassed?.value == 2 && calls.perPassed?.interval == 1.25...5)
        #expect(!calls.lacksIntervalOfPassed)
        #expect((1...40).contains(calls.perPassed?.resampling.empty ?? 0))
        #expect(calls.perSample?.interval == 1...1 && calls.perSample?.resampling.empty == 0)
    }

    @Test func `has one point for an interval where all are alike, and the same one for the same seed`() {
        let alike = Array(repeating: ComparedSample(steps: 2, spending: .of(calls: 9)), count: 5)

        #expect(figures(alike).quantities[.modelCalls]?.perSample?.interval == 9...9)
        #expect(figures() == figures())
    }

    @Test func `keeps what judges say apart from what passed`() throws {
        let judged = [SolvedVerdict.solved, .unsure, .unsure, .unsolved].map {
            ComparedSample(
                steps: 1, spending: .of(calls: 1),
                judged: JudgedSample([SolvedOpinion("strict", SolvedRuling($0, reason: ""))], end: .answered))
        }

        let figures = figures(judged + Self.samples)

        // (1 + 0.5 + 0.5) / 4.
        #expect(figures.judged.map(\.answers) == [.init(solved: 1, unsure: 2, unsolved: 1)])
        #expect(figures.judged.map(\.rate) == [0.5])
        #expect(figures.passed == .init(6, of: 7))
        #expect(self.figures().judged.isEmpty)
    }
}

extension Spending {
    /// Made-up spending; the prompt has all tokens.
    static func of(calls: Int, tools: Int = 0, tokens: Int = 0, dollars: String? = "0") -> Spending {
        var spending = Spending()
        spending.modelCalls = calls
        spending.toolCalls = tools
        spending.promptTokens = tokens
        spending.cost = dollars.flatMap(Money.init(dollars:))
        return spending
    }
}
