import Engine
import Review
import Testing

@Suite("How far two readings agree")
struct AgreementReportTests {
    /// Cohen's own table of 1960, with our three statuses for his three labels.
    ///
    /// J. Cohen, Educational and Psychological Measurement 20 (1960), table 1: kappa .492.
    @Test func `The figures are those of the published table`() throws {
        let counts: [[Int]] = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
        let opinions: [Opinion] = [.accepted, .rejected([AnchoredReason(.unnatural)], note: ""), .skipped]
        var readings: [ReadTwice] = []
        for (row, line) in counts.enumerated() {
            for (column, count) in line.enumerated() {
                for _ in 0..<count { readings.append(pair(readings.count + 1, opinions[row], opinions[column])) }
            }
        }

        let summary = AgreementSummary(of: readings)

        #expect(summary.samples == 200)
        #expect(try #require(summary.decision.raw) == 0.7)
        #expect(abs(try #require(summary.decision.kappa).value - 0.492) < 0.0005)
        #expect(abs(try #require(summary.decision.ac1).value - 0.57597) < 0.000005)
        #expect(summary.disagreements.count == 60)
        #expect(summary.blind == 200)
    }

    @Test func `A reason is compared over all samples, the primary one over those that both rejected`() throws {
        let both = Opinion.rejected([AnchoredReason(.unnatural), AnchoredReason(.ungrounded)], note: "")
        let one = Opinion.rejected([AnchoredReason(.ungrounded)], note: "")
        let summary = AgreementSummary(of: [
            pair(1, both, one), pair(2, both, both), pair(3, .accepted, one), pair(4, .accepted, .accepted),
        ])

        #expect(summary.primaryReason.samples == 2)
        #expect(summary.primaryReason.raw == 0.5)
        #expect(summary.reasons.map(\.reason) == [.unnatural, .ungrounded])
        #expect(summary.reasons.map(\.figure.samples) == [4, 4])
        #expect(summary.reasons.map(\.figure.raw) == [0.75, 0.75])
    }

    @Test func `Disagreements are those on the decision, and say which are settled`() {
        let rejected = Opinion.rejected([AnchoredReason(.unsafe)], note: "")
        let other = Opinion.rejected([AnchoredReason(.other)], note: "why")
        let summary = AgreementSummary(of: [
            pair(1, .accepted, .accepted), pair(2, .accepted, rejected), pair(3, rejected, other),
            pair(4, .skipped, .accepted, settled: .accepted),
        ])

        #expect(summary.disagreements.map(\.label) == ["s-2", "s-4"])
        #expect(summary.adjudicated == 1)
    }

    @Test func `Nothing is claimed where nothing was read twice`() {
        let summary = AgreementSummary(of: [])

        #expect(summary.samples == 0)
        #expect((summary.readers, summary.leftOut, summary.edited) == (0, 0, 0))
        #expect(summary.decision.raw == nil)
        #expect(summary.decision.kappa == nil)
        #expect(summary.decision.ac1 == nil)
        #expect(summary.primaryReason.samples == 0)
        #expect(summary.reasons.isEmpty)
    }

    private func pair(_ index: Int, _ first: Opinion, _ second: Opinion, settled: Opinion? = nil) -> ReadTwice {
        func reading(_ opinion: Opinion, by reviewer: String, in pass: Int) -> ReadTwice.Reading {
            ReadTwice.Reading(
                reviewer: reviewer, pass: pass, opinion: opinion, time: Timestamp(microseconds: Int64(pass)))
        }
        return ReadTwice(
            id: SampleID(run: RunID(ContentHash(of: "run")), index: index), label: "s-\(index)",
            first: reading(first, by: "ann", in: 1), second: reading(second, by: "ben", in: 2),
            adjudication: settled.map { reading($0, by: "eve", in: 1) })
    }
}
