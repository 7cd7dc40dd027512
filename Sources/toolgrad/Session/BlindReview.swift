import DatasetStore
import Engine
import Explorer
import Review

/// A further pass of one reviewer over some samples, of which nothing that was decided before is shown.
struct BlindReview: Sendable {
    /// 2 or more.
    let pass: Int
    let reviewer: String
    /// In the order of the queue.
    let samples: [SampleID]
    /// What is said at the beginning.
    let greeting: String
    /// What the reviewer said of them in this pass.
    var readings: [SampleID: ReadTwice.Reading]

    /// The place of a sample; nil for one that is not in the pass.
    func place(of sample: SampleID) -> Int? { samples.firstIndex(of: sample) }

    func status(of sample: SampleID) -> ReviewState.Status { readings[sample]?.opinion.status ?? .pending }

    /// How many of the samples have each status by this pass.
    var counts: [ReviewState.Status: Int] {
        samples.reduce(into: [:]) { $0[status(of: $1), default: 0] += 1 }
    }

    /// Under what the place is kept where the reviewer left off.
    var placeName: String { "\(reviewer), pass \(pass)" }
}

/// Which samples to judge again.
struct PassPlan: Sendable {
    let pass: Int
    let extent: SecondPass.Extent
    /// The extent as it was written.
    let extentText: String
    let seed: UInt64

    /// Under what the choice is kept.
    func name(for reviewer: String) -> String { "pass \(pass), \(extentText), seed \(seed), \(reviewer)" }
}

extension Dataset {
    /// Chooses the samples of a pass, or takes the choice up again that was made before with the same plan.
    ///
    /// - Throws: ``CommandFailure`` where nothing can be judged again.
    func blindReview(_ plan: PassPlan, by reviewer: String, at now: Timestamp) async throws -> BlindReview {
        let name = plan.name(for: reviewer)
        let known = try await artefact(kind: ArtefactKind.pass, name: name)?.json.decoded(as: [SampleID].self)
        if let known {
            let edited = try await edited(among: known)
            let samples = known.filter { !edited.contains($0) }
            let readings = try await readings(of: samples, by: reviewer, in: plan.pass)
            return BlindReview(
                pass: plan.pass, reviewer: reviewer, samples: samples,
                greeting: "Pass \(plan.pass), blind, goes on: \(readings.count) of \(samples.count) judged"
                    + "\(Self.notReadAgain(edited.count)).",
                readings: readings)
        }
        let (chosen, said) = try await choose(plan, for: reviewer, at: now)
        try await saveArtefact(kind: ArtefactKind.pass, name: name, json: try JSON(encoding: chosen), at: now)
        return BlindReview(
            pass: plan.pass, reviewer: reviewer, samples: chosen, greeting: "Pass \(plan.pass), blind: \(said).",
            readings: try await readings(of: chosen, by: reviewer, in: plan.pass))
    }

    private func choose(
        _ plan: PassPlan, for reviewer: String, at now: Timestamp
    ) async throws -> ([SampleID], String) {
        let decided = try await candidates(forSecondPassOf: reviewer)
        let choice = SecondPass(among: decided, plan.extent, seed: plan.seed, at: now)
        let fresh =
            choice.fresh == 0
            ? "" : "; \(choice.fresh) are left out, since \(reviewer) decided about them in the last 24 hours"
        let left = Self.notReadAgain(choice.edited) + fresh
        guard !choice.samples.isEmpty else {
            throw CommandFailure(
                decided.isEmpty
                    ? "There is nothing to judge again: no sample of \(path) is decided. Open it without --pass first."
                    : "There is nothing to judge again yet: \(choice.candidates) decided samples can be chosen\(left). "
                        + (choice.fresh == 0
                            ? "Decide samples without editing them first."
                            : "Come back later, or let somebody else judge with --reviewer."))
        }
        return (choice.samples, "\(choice.samples.count) of \(choice.candidates) decided samples\(left)")
    }

    /// What is shown blind is the sample as it was made, so an edited one is left out.
    private static func notReadAgain(_ edited: Int) -> String {
        switch edited {
        case 0: ""
        case 1: "; 1 edited sample is not read again"
        case _: "; \(edited) edited samples are not read again"
        }
    }
}

extension Inbox {
    /// Says what is judged again; a notice lasts as long as the clock says, so it is set first.
    func greet(_ blind: BlindReview?) {
        guard let blind else { return }
        post(.clockTicked(Surroundings.now()))
        post(.told(blind.greeting))
    }
}
