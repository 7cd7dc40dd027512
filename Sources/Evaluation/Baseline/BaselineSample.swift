import Engine

/// One item of the query-first baseline: an instruction, and how an answer was searched.
package struct BaselineSample: Hashable, Sendable {
    /// How an answer is searched.
    package enum Method: String, Hashable, Codable, Sendable, CaseIterable {
        case dfs, react
    }

    /// 1 for the first of the baseline.
    package let index: Int
    package let method: Method
    package let instruction: Instruction
    /// The whole set that the model was offered.
    package let offered: [ToolName]
    package let result: SearchResult
    /// Writing the instruction included: its share of the question that wrote it.
    package let spending: Spending
    /// What judges said, one for each of them, the last one last; empty where none was asked.
    package private(set) var opinions: [SolvedOpinion]
    /// Judges who gave no verdict; empty where each did, and where an earlier version did not note it.
    package private(set) var silences: [JudgeSilence]
    /// In seconds of the clock; nil for one that was answered from the record.
    package let wallTime: Duration?

    package init(
        index: Int, method: Method, instruction: Instruction, offered: [ToolName], result: SearchResult,
        spending: Spending, opinions: [SolvedOpinion] = [], silences: [JudgeSilence] = [], wallTime: Duration? = nil
    ) {
        self.index = index
        self.method = method
        self.instruction = instruction
        self.offered = offered
        self.result = result
        self.spending = spending
        self.opinions = opinions
        self.silences = silences
        self.wallTime = wallTime
    }

    /// What the last judge said; nil where none was asked.
    package var verdict: SolvedVerdict? { opinions.last?.ruling.verdict }

    /// What a judge said; nil where it was not asked.
    package func opinion(of judge: JudgeIdentity) -> SolvedOpinion? { opinions.first { $0.judge == judge } }

    /// Keeps what a judge said, in place of what the same one said before.
    package mutating func keep(_ opinion: SolvedOpinion) {
        opinions.removeAll { $0.judge == opinion.judge }
        silences.removeAll { $0.judge == opinion.judge }
        opinions.append(opinion)
    }

    /// Keeps that a judge gave no verdict, unless it gave one before.
    package mutating func keep(_ silence: JudgeSilence) {
        guard opinion(of: silence.judge) == nil else { return }
        silences.removeAll { $0.judge == silence.judge }
        silences.append(silence)
    }

    /// The same with other spending.
    package func taking(_ spending: Spending) -> BaselineSample {
        BaselineSample(
            index: index, method: method, instruction: instruction, offered: offered, result: result,
            spending: spending, opinions: opinions, silences: silences, wallTime: wallTime)
    }

    /// As figures of judges count it.
    package var judged: JudgedSample {
        let end: JudgedSample.End =
            switch result.ending {
            case .answered(let answer): answer.saysNothing ? .withoutAnswer : .answered
            case .gaveUp: .withoutAnswer
            case .exhausted, .outOfQueries, .unanswered, .failed: .unfinished
            }
        return JudgedSample(
            opinions, silent: silences.map(\.judge),
            inconclusive: silences.filter { $0.kind == .inconclusive }.map(\.judge), end: end)
    }
}

extension BaselineSample: Codable {
    private enum CodingKeys: String, CodingKey {
        case index, method, instruction, offered, result, spending, opinions, silences, wallTime
    }

    /// What earlier versions kept of a judge: a verdict, and the judge's bare name.
    private enum EarlierKeys: String, CodingKey {
        case verdict, judge
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let earlier = try decoder.container(keyedBy: EarlierKeys.self)
        let verdict = try earlier.decodeIfPresent(SolvedVerdict.self, forKey: .verdict)
        let judge = try earlier.decodeIfPresent(JudgeIdentity.self, forKey: .judge)
        let old = verdict.map { SolvedOpinion(judge ?? "an unknown judge", SolvedRuling($0, reason: "")) }
        self.init(
            index: try members.decode(Int.self, forKey: .index),
            method: try members.decode(Method.self, forKey: .method),
            instruction: try members.decode(Instruction.self, forKey: .instruction),
            offered: try members.decode([ToolName].self, forKey: .offered),
            result: try members.decode(SearchResult.self, forKey: .result),
            spending: try members.decode(Spending.self, forKey: .spending),
            opinions: try members.decodeIfPresent([SolvedOpinion].self, forKey: .opinions) ?? [old].compactMap(\.self),
            silences: try members.decodeIfPresent([JudgeSilence].self, forKey: .silences) ?? [],
            wallTime: try members.decodeIfPresent(Duration.self, forKey: .wallTime))
    }
}
