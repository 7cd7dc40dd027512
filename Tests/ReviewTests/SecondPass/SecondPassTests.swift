import Engine
import Review
import Testing

@Suite("A second pass")
struct SecondPassTests {
    @Test func `Every status has its share of the samples`() {
        let all = decided(accepted: 60, rejected: 30, skipped: 10)
        let pass = SecondPass(among: all, .share(0.1), seed: 7, at: noon)

        #expect(pass.samples.count == 10)
        #expect(Set(pass.samples).count == 10)
        #expect(statuses(of: pass, among: all) == [.accepted: 6, .rejected: 3, .skipped: 1])
    }

    @Test func `A rare status is not left out`() {
        let all = decided(accepted: 97, rejected: 2, skipped: 1)
        let pass = SecondPass(among: all, .count(5), seed: 1, at: noon)

        #expect(statuses(of: pass, among: all) == [.accepted: 3, .rejected: 1, .skipped: 1])
    }

    @Test func `There is one of each status even where fewer were asked for`() {
        let all = decided(accepted: 10, rejected: 5, skipped: 5)
        let pass = SecondPass(among: all, .count(1), seed: 1, at: noon)

        #expect(statuses(of: pass, among: all) == [.accepted: 1, .rejected: 1, .skipped: 1])
    }

    @Test func `All samples are all samples`() {
        let all = decided(accepted: 3, rejected: 2, skipped: 0)

        #expect(Set(SecondPass(among: all, .share(1), seed: 1, at: noon).samples) == Set(all.map(\.id)))
        #expect(Set(SecondPass(among: all, .count(50), seed: 1, at: noon).samples) == Set(all.map(\.id)))
    }

    @Test func `The same seed chooses the same samples in whatever order they come`() {
        let all = decided(accepted: 40, rejected: 20, skipped: 5)
        let pass = SecondPass(among: all, .share(0.2), seed: 7, at: noon)

        #expect(SecondPass(among: all.reversed(), .share(0.2), seed: 7, at: noon) == pass)
        #expect(SecondPass(among: all, .share(0.2), seed: 8, at: noon).samples != pass.samples)
    }

    @Test func `A sample more or less leaves most of the choice as it was`() {
        let all = decided(accepted: 100, rejected: 0, skipped: 0)
        let pass = SecondPass(among: all, .count(20), seed: 7, at: noon)
        let later = SecondPass(among: Array(all.dropLast()), .count(20), seed: 7, at: noon)

        #expect(Set(pass.samples).intersection(later.samples).count >= 19)
    }

    @Test func `The order tells nothing of what was decided`() {
        let pass = SecondPass(among: decided(accepted: 50, rejected: 50, skipped: 0), .share(1), seed: 3, at: noon)
        let firstHalf = pass.samples.prefix(50).count { $0.index <= 50 }

        #expect((15...35).contains(firstHalf), "The accepted ones are not all at one end.")
    }

    @Test func `What the reviewer decided in the last day is not judged again`() {
        let now = noon
        let day: Int64 = 24 * 60 * 60 * 1_000_000
        let seen = [nil, now.microseconds - day / 2, now.microseconds - day + 1, now.microseconds - day]
        let candidates = seen.enumerated().map { index, time in
            SecondPass.Candidate(
                id: sample(index + 1), status: .accepted, seen: time.map { Timestamp(microseconds: $0) })
        }

        let pass = SecondPass(among: candidates, .share(1), seed: 1, at: now)

        #expect(Set(pass.samples) == [sample(1), sample(4)])
        #expect((pass.candidates, pass.fresh) == (2, 2))
    }

    @Test func `What was edited is not judged again, since the first verdict is on another text`() {
        let candidates = [false, true, false, true].enumerated().map { index, isEdited in
            SecondPass.Candidate(id: sample(index + 1), status: .accepted, isEdited: isEdited)
        }

        let pass = SecondPass(among: candidates, .share(1), seed: 1, at: noon)

        #expect(Set(pass.samples) == [sample(1), sample(3)])
        #expect((pass.candidates, pass.fresh, pass.edited) == (2, 0, 2))
    }

    @Test func `Nothing is chosen where nothing is decided`() {
        #expect(SecondPass(among: [], .share(0.5), seed: 1, at: noon).samples.isEmpty)
    }

    private let noon = Timestamp(microseconds: 1_800_000_000_000_000)

    private func sample(_ index: Int) -> SampleID { SampleID(run: RunID(ContentHash(of: "run")), index: index) }

    private func decided(accepted: Int, rejected: Int, skipped: Int) -> [SecondPass.Candidate] {
        let statuses =
            Array(repeating: ReviewState.Status.accepted, count: accepted)
            + Array(repeating: .rejected, count: rejected) + Array(repeating: .skipped, count: skipped)
        return statuses.enumerated().map { SecondPass.Candidate(id: sample($0 + 1), status: $1) }
    }

    /// How many samples of each status were chosen.
    private func statuses(
        of pass: SecondPass, among candidates: [SecondPass.Candidate]
    ) -> [ReviewState.Status: Int] {
        let chosen = candidates.filter { pass.samples.contains($0.id) }
        return Dictionary(grouping: chosen, by: \.status).mapValues(\.count)
    }
}
