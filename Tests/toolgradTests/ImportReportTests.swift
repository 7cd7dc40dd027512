import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Reports of imports")
struct ImportReportTests {
    private func sample(line: Int) throws -> ImportedSample {
        let row = #"{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","content":"Cold."}]}"#
        return try #require(
            try ImportReader(.trl, file: "rows.jsonl").read(
                ImportRow(spot: .line(line), content: .bytes(Array(row.utf8)))))
    }

    @Test func `name the first samples and decisions that were not taken, and count the others`() throws {
        let decision = Decision(
            sequence: 1, time: Timestamp(microseconds: 0), reviewer: "ada", sample: SampleBuilder.warmth(of: "Oslo").id,
            action: .accept)
        var report = ImportReport()
        for line in 1...25 {
            var adoption = Adoption(growth: .refused("it is another"))
            adoption.refusedDecisions = [DecisionRefusal(decision, .noSample), DecisionRefusal(decision, .noSample)]
            report.add(adoption, try sample(line: line))
        }

        let lines = report.refusalLines

        #expect(report.problems == 25)
        #expect(lines.count == 42)
        #expect(lines.first == "rows.jsonl, line 1: it was not taken: it is another.")
        #expect(lines[19].hasPrefix("rows.jsonl, line 20: "))
        #expect(lines[20] == "… and 5 more samples that were not taken")
        #expect(lines.last == "… and 30 more decisions that were not taken")
    }

    @Test func `name everything where it is little`() {
        var few = FirstOnes<Int>(2)
        few.add(1)
        few.add(2)
        #expect(few.named == [1, 2] && few.others == 0)
        few.add(3)
        #expect(few.named == [1, 2] && few.count == 3 && few.others == 1)
    }
}
