import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    /// Reads two samples and what is akin to them: what they branched from, and the branches of that.
    func loadCompared(_ first: SampleID, _ second: SampleID) async throws {
        var lines = try await dataset.family(of: first)
        if !lines.contains(where: { $0.id == second }) { lines += try await dataset.family(of: second) }
        let asked = lines.filter { [first, second].contains($0.id) }
        let others = lines.filter { ![first, second].contains($0.id) }
        let shown = (asked + others.prefix(Self.mostAkin)).sorted { $0.label < $1.label }
        var members: [ComparedSamples.Member] = []
        for line in shown {
            members.append(
                ComparedSamples.Member(try await dataset.reviewedSample(line.id), name: line.label.description))
        }
        inbox.post(.compared(first, second, ComparedSamples(members, leftOut: lines.count - shown.count)))
    }

    /// How many samples are read beside those that were asked for.
    private static let mostAkin = 20
}
