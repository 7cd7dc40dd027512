import Engine

/// What rejected samples teach the next ones: notes for a run's guidance, made from reasons, targets and notes.
///
/// A reason that blames the tool of a step becomes `avoid TOOL`; what the curator wrote of a rejection is taken as it
/// is. Other reasons are about what no proposer decides, and are only counted.
package struct Lessons: Sendable {
    /// One note, and what speaks for it.
    package struct Lesson: Hashable, Sendable {
        package let note: String
        /// Why, where a reason made it; nil for the curator's own words.
        package let reason: Reason?
        /// How many rejections say so.
        package fileprivate(set) var count: Int
        fileprivate var newest: Int
    }

    /// The rejected samples that were looked at.
    package private(set) var rejections = 0
    /// Notes that seem to hold a secret; they are taken nowhere.
    package private(set) var withheld = 0
    /// How often each reason was given that makes no note, for samples whose note was not taken either.
    package private(set) var mute: [Reason: Int] = [:]
    private var lessons: [String: Lesson] = [:]

    package init() {}

    /// Learns from a sample, if it is rejected; `decision` is the sequence number of its rejection.
    package mutating func add(_ sample: ReviewedSample, rejectedBy decision: Int) {
        guard sample.review.status == .rejected else { return }
        rejections += 1
        var blamed: Set<ToolName> = []
        for blame in sample.review.reasons.flatMap({ tools(blamedBy: $0, in: sample) })
        where blamed.insert(blame.tool).inserted {
            learn("avoid \(blame.tool)", because: blame.reason, decision)
        }
        let isHeard = hear(sample.review.note, decision)
        for anchored in sample.review.reasons where !isHeard && tools(blamedBy: anchored, in: sample).isEmpty {
            mute[anchored.reason, default: 0] += 1
        }
    }

    /// Every lesson: what was said most often first, then what was said last.
    package var all: [Lesson] {
        lessons.values.sorted { left, right in
            (right.count, right.newest, left.note) < (left.count, left.newest, right.note)
        }
    }

    /// Takes a note of the curator; false where there is nothing to take.
    private mutating func hear(_ words: String, _ decision: Int) -> Bool {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty, line != "-" else { return false }
        if SecretScan(line, under: "", nil).first != nil {
            withheld += 1
            return false
        }
        let isWhole = line.count <= Guidance.longestNote
        learn(isWhole ? line : line.prefix(Guidance.longestNote - 1) + "…", because: nil, decision)
        return true
    }

    private mutating func learn(_ note: String, because reason: Reason?, _ decision: Int) {
        guard note.count <= Guidance.longestNote else { return }
        var lesson = lessons[note] ?? Lesson(note: note, reason: reason, count: 0, newest: 0)
        lesson.count += 1
        lesson.newest = max(lesson.newest, decision)
        lessons[note] = lesson
    }
}

extension Lessons {
    private struct Blame {
        let tool: ToolName
        let reason: Reason
    }

    /// The tools that a reason says should not have been used.
    private func tools(blamedBy anchored: AnchoredReason, in sample: ReviewedSample) -> [Blame] {
        guard anchored.reason.blamesTools else { return [] }
        return sample.tools(at: anchored.target).map { Blame(tool: $0, reason: anchored.reason) }
    }
}

extension Reason {
    /// Whether it is the tool that should have been left out, not how it was used or talked about.
    fileprivate var blamesTools: Bool {
        switch self {
        case .wrongTool, .redundantStep, .unsafe: true
        case .unnatural, .leaksTools, .argumentNotInferable, .ambiguous, .timeBound, .badDependency, .missingStep,
            .badValue, .emptyOutput, .ungrounded, .incomplete, .duplicate, .other:
            false
        }
    }
}

extension ReviewedSample {
    /// The tools that a target names by itself; none where it is wider than a step or a proposal.
    fileprivate func tools(at target: Target) -> [ToolName] {
        switch target {
        case .step(let number), .argument(step: let number, path: _):
            (workflow.step(number) ?? state.workflow.step(number)).map { [$0.call.tool] } ?? []
        case .proposal(let iteration, let proposal):
            state.iterations.first { $0.number == iteration }?.trials.first { $0.id == proposal }?.proposal.tools ?? []
        case .whole, .query, .response, .chain, .iteration: []
        }
    }
}
