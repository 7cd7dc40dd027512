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
        #expect(summary.pairwise.pairs.isEmpty)
        #expect(summary.pairwise.mean == nil)
    }

    /// By hand: Ann gives AARR, Ben AARA, Cyd ARRR; chance is 1/2, 1/2 and 3/8, so kappa is 1/2, 1/2 and 1/5.
    @Test func `Every two readers make a pair, and the mean is Light's`() throws {
        let (yes, no) = (Opinion.accepted, Opinion.rejected([AnchoredReason(.unsafe)], note: ""))
        let pairwise = AgreementSummary(of: [
            read(1, yes, yes, third: yes), read(2, yes, yes, third: no), read(3, no, no, third: no),
            read(4, no, yes, third: no),
        ]).pairwise

        #expect(pairwise.readers == ["ann", "ben", "cyd"])
        #expect(pairwise.pairs.map(\.letters) == ["A with B", "A with C", "B with C"])
        #expect(pairwise.pairs.map(\.figure.samples) == [4, 4, 4])
        #expect(pairwise.pairs.map(\.figure.raw) == [0.75, 0.75, 0.5])
        for (pair, kappa) in zip(pairwise.pairs, [0.5, 0.5, 0.2]) {
            #expect(abs(try #require(pair.figure.kappa).value - kappa) < 1e-12)
        }
        let mean = try #require(pairwise.mean)
        #expect(mean.pairs == 3)
        #expect(abs(try #require(mean.raw) - 2.0 / 3) < 1e-12)
        #expect(abs(try #require(mean.kappa) - 0.4) < 1e-12)
    }

    @Test func `Who reads again is compared with themselves, and with others by their first reading`() {
        let sample = read(1, .accepted, .skipped, third: .rejected([AnchoredReason(.unsafe)], note: ""), by: "ann")
        let pairwise = PairwiseAgreement(of: [sample])

        #expect(pairwise.pairs.map(\.letters) == ["A again", "A with B"])
        #expect(pairwise.pairs.map(\.figure.raw) == [0, 0])
        #expect(pairwise.mean?.pairs == 1)
        #expect(PairwiseAgreement.letter(26) == "reader 27")
    }

    private func read(
        _ index: Int, _ first: Opinion, _ second: Opinion, third: Opinion, by reader: String = "cyd"
    ) -> ReadTwice {
        let two = pair(index, first, second)
        let reading = ReadTwice.Reading(
            reviewer: reader, pass: 3, opinion: third, time: Timestamp(microseconds: 3))
        return ReadTwice(id: two.id, label: two.label, first: two.first, second: two.second, others: [reading])
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
