import Engine
import Evaluation
import Testing

@testable import Explorer

@Suite("The list of an evaluation")
struct EvaluationListTests {
    private let rows = EvaluationExample.rows(of: EvaluationExample.small)
    private let larger = EvaluationExample.rows(of: EvaluationExample.large)

    private func ids(_ list: EvaluationList, of rows: [EvaluationRow]) -> [String] {
        list.entries.map { rows[$0.place].summary?.id ?? "unreadable" }
    }

    @Test func `has wrong items first, each part in the order of the items`() {
        let list = EvaluationList(rows, scope: .all, category: nil, comparedWith: nil)

        #expect(
            ids(list, of: rows) == ["s-00002", "s-00004", "s-00005/irrelevance", "s-00006", "s-00001", "s-00003"])
        #expect(list.entries.allSatisfy { $0.difference == nil } && list.unpaired == 0)
    }

    @Test func `shows what is wrong alone, and one category alone`() {
        let wrong = EvaluationList(rows, scope: .wrong, category: nil, comparedWith: nil)
        let vain = EvaluationList(rows, scope: .all, category: .irrelevance, comparedWith: nil)
        let single = EvaluationList(rows, scope: .all, category: .single, comparedWith: nil)

        #expect(wrong.entries.count == 4)
        #expect(ids(vain, of: rows) == ["s-00005/irrelevance"])
        #expect(single.entries.isEmpty)
    }

    @Test func `has what cannot be read first, whatever is filtered`() {
        let broken = rows + [.unreadable(index: 7, "Damaged.")]

        let list = EvaluationList(broken, scope: .wrong, category: .irrelevance, comparedWith: nil)

        #expect(ids(list, of: broken) == ["unreadable", "s-00005/irrelevance"])
    }

    @Test func `of two evaluations it shows where they differ: lost, won, then otherwise`() {
        let list = EvaluationList(larger, scope: .all, category: nil, comparedWith: rows)

        // Both have item 1 right by the same calls; both have 2 and 6 wrong, 6 without any call.
        #expect(
            ids(list, of: larger) == ["s-00003", "s-00004", "s-00005/irrelevance", "s-00002"])
        #expect(list.entries.map(\.difference) == [.lost, .won, .won, .otherwise])
        #expect(list.unpaired == 0)
    }

    @Test func `filters are about the evaluation that is shown, not about the marked one`() {
        let list = EvaluationList(larger, scope: .wrong, category: nil, comparedWith: rows)

        #expect(list.entries.map(\.difference) == [.lost, .otherwise])
    }

    @Test func `counts what is in one evaluation alone, and what asks for something else there`() {
        let fewer = Array(rows.prefix(4))
        var asked = EvaluationExample.items(of: EvaluationExample.small)[1]
        asked = EvaluationExample.item(
            Truth(
                id: asked.id, query: "Something else?", offered: asked.truth.offered, calls: asked.truth.calls,
                response: "", category: .chained), [])
        let changed = [fewer[0], .item(EvaluationSummary(asked, index: 2)), fewer[2], fewer[3]]

        // 5 and 6 are missing, and 2 asks for something else; 1 is the same in both.
        let less = EvaluationList(larger, scope: .all, category: nil, comparedWith: changed)
        #expect(ids(less, of: larger) == ["s-00003", "s-00004"])
        #expect(less.unpaired == 3 && less.differing == 1 && less.pairs == 3)
        // The other way round the two that are missing are in the marked one alone.
        #expect(EvaluationList(fewer, scope: .all, category: nil, comparedWith: larger).unpaired == 2)
    }

    @Test func `the same calls in another spelling are no difference`() {
        let truth = EvaluationExample.truth(1)
        func row(_ arguments: String) -> EvaluationRow {
            let call = Prediction.Call(name: "city_lookup", arguments: arguments)
            return .item(
                EvaluationSummary(
                    EvaluationExample.item(truth, [call], [.missing("sun_times", number: 2)]), index: 1))
        }

        let spelled = EvaluationList(
            [row(#"{ "b": 1, "a": 2 }"#)], scope: .all, category: nil, comparedWith: [row(#"{"a":2,"b":1}"#)])
        let other = EvaluationList(
            [row(#"{"a":2,"b":1}"#)], scope: .all, category: nil, comparedWith: [row(#"{"a":2,"b":3}"#)])

        #expect(spelled.entries.isEmpty)
        #expect(other.entries.map(\.difference) == [.otherwise])
    }

    @Test func `a summary names each kind of fault once, and leaves out what is none`() {
        let wrong = EvaluationSummary(EvaluationExample.wrong(2), index: 2)
        let twice = EvaluationSummary(
            EvaluationExample.item(
                EvaluationExample.truth(1), [],
                [.missing("city_lookup", number: 1), .missing("sun_times", number: 2)]), index: 1)

        #expect(wrong.faults == ["wrong argument", "extra call"])
        #expect(twice.faults == ["missing call"])
        #expect(!wrong.isRight && !twice.isRight)
    }
}

@Suite("A call of an evaluated item")
struct EvaluatedCallTests {
    private func verdicts(_ item: EvaluatedItem) -> [EvaluatedCall] {
        item.alignedCalls.map { EvaluatedCall($0, item.score.mistakes) }
    }

    @Test func `is told by what is wrong with it`() {
        #expect(verdicts(EvaluationExample.right(1)) == [.same, .same])
        #expect(verdicts(EvaluationExample.missing(1)) == [.same, .missing])
        #expect(verdicts(EvaluationExample.wrong(1)) == [.same, .wrongArgument, .extra])
        #expect(verdicts(EvaluationExample.invented(1)) == [.invalid, .missing, .notOffered])
        #expect(verdicts(EvaluationExample.vain(1)) == [.inVain])
        #expect(verdicts(EvaluationExample.calm(1)) == [])
        #expect(verdicts(EvaluationExample.silent(1)) == [.missing, .missing])
    }

    @Test func `stands beside its partner, extra ones behind`() {
        let calls = EvaluationExample.wrong(1).alignedCalls

        #expect(calls.map(\.expectedNumber) == [1, 2, nil])
        #expect(calls.map(\.foundNumber) == [1, 2, 3])
        #expect(calls.map(\.isSame) == [true, false, false])
        #expect(calls[2].found?.name == "weather_daily" && calls[2].expected == nil)
    }

    @Test func `every verdict has a sign and a word of its own where colours are missing`() {
        let all: [EvaluatedCall] = [.same, .wrongArgument, .invalid, .missing, .extra, .notOffered, .inVain]

        #expect(Set(all.map(\.word)).count == all.count)
        #expect(all.allSatisfy { EvaluatedCall.glyphs.contains($0.glyph) })
    }
}
