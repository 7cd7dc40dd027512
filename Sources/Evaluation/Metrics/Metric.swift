/// What an evaluation measures.
///
/// Each is measured item by item and then averaged over the items that have it; an item to which it does not apply is
/// left out and counted, never zero.
package enum Metric: String, Hashable, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    case right
    case toolRecall, toolPrecision, toolF1
    case callRecall, callPrecision, callF1
    case successRate
    case callExactMatch, argumentAccuracy, astAccuracy
    case chainOrder
    case schemaValid, hallucinatedCalls
    case relevance, irrelevance
    case quality, solved
}

extension Metric {
    /// For the head of a table.
    package var title: String {
        switch self {
        case .right: "right items"
        case .toolRecall: "tool recall"
        case .toolPrecision: "tool precision"
        case .toolF1: "tool F1"
        case .callRecall: "call recall"
        case .callPrecision: "call precision"
        case .callF1: "call F1"
        case .successRate: "success rate"
        case .callExactMatch: "exact calls"
        case .argumentAccuracy: "argument accuracy"
        case .astAccuracy: "AST accuracy"
        case .chainOrder: "chain order"
        case .schemaValid: "schema-valid calls"
        case .hallucinatedCalls: "hallucinated calls"
        case .relevance: "relevance"
        case .irrelevance: "irrelevance"
        case .quality: "quality of response"
        case .solved: "solved"
        }
    }

    /// The definition, in one line.
    package var meaning: String {
        switch self {
        case .right: "items in which nothing is wrong: just the calls of the truth, or none where none can help"
        case .toolRecall: "of the truth's tools, those that are called; sets of names (ToolGrad)"
        case .toolPrecision:
            "of the tools that are called, those of the truth; sets of names, 0 if none is called (ToolGrad)"
        case .toolF1: "harmonic mean of tool recall and tool precision; sets of names"
        case .callRecall: "of the truth's calls, those whose tool is called as often; multisets of names"
        case .callPrecision:
            "of the calls, those whose tool the truth calls as often; multisets of names, 0 if none is called"
        case .callF1: "harmonic mean of call recall and call precision; multisets of names, so a tool can count twice"
        case .successRate: "of the truth's tools, those with at least one call that worked (ToolGrad)"
        case .callExactMatch: "of the truth's calls, those that are made with the same arguments in canonical JSON"
        case .argumentAccuracy: "of the truth's arguments, those given the same value; over calls that have a partner"
        case .astAccuracy: "items with just the truth's calls by names, required arguments, types, values (as BFCL)"
        case .chainOrder:
            "longest common subsequence of the tools called and the truth's, by the length of the truth; not where its "
                + "calls are independent"
        case .schemaValid: "of the calls, those to an offered tool whose arguments fit its schema"
        case .hallucinatedCalls: "of the calls, those to names that were not offered"
        case .relevance: "items that need a call and get at least one (BFCL)"
        case .irrelevance: "items that no tool can help and that get no call (BFCL)"
        case .quality: "a judge's 0 to 100 for each request of the query, averaged (ToolGrad's QoR)"
        case .solved:
            "a judge's solved 1, unsure 0.5, unsolved 0, over all queries with a known solution (StableToolBench's SoPR)"
        }
    }

    package var higherIsBetter: Bool { self != .hallucinatedCalls }

    /// What the best or worst item can have: 1 for a share, 100 for points.
    package var scale: Double { self == .quality ? 100 : 1 }
}

/// Why an item has no figure for a metric.
package enum Omission: String, Hashable, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// No tool can help, so there is nothing to find.
    case irrelevant
    /// Some tool can help, so that calling none is no virtue.
    case relevant
    /// No call was asked for.
    case noCalls
    /// Calls were asked for, and nobody made them.
    case notMade
    /// The calls of the truth need nothing of one another, so that any order is right.
    case independent
    /// No call has a partner in the truth that takes arguments.
    case nothingAligned
    /// No call names a tool whose schema is known.
    case noSchema
    case notJudged
    /// A judge was asked, and gave no verdict on the item, or on no item at all.
    case noVerdict
    /// Another judge has the figure, and verdicts of two judges make no mean.
    case otherJudge
    /// The score is of a version that did not have the metric yet.
    case notMeasured

    /// Why, for a footnote.
    package var reason: String {
        switch self {
        case .irrelevant: "no tool can help"
        case .relevant: "a tool can help"
        case .noCalls: "no call"
        case .notMade: "calls were not made"
        case .independent: "calls are independent"
        case .nothingAligned: "no arguments to compare"
        case .noSchema: "no schema known"
        case .notJudged: "not judged"
        case .noVerdict: "no verdict"
        case .otherJudge: "judged by another judge"
        case .notMeasured: "scored by an older version"
        }
    }
}

/// So many of so many.
package struct Tally: Hashable, Codable, Sendable {
    package var part: Int
    package var whole: Int

    package init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// Nil for a part of nothing.
    package var share: Double? { whole > 0 ? Double(part) / Double(whole) : nil }
}

extension Truth.Category: CodingKeyRepresentable {}
