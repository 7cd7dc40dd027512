import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Review

/// `toolgrad diff`: two samples, two iterations of one, or a sample and what it was before.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compare two samples, or two iterations of one.",
        discussion: """
            toolgrad diff s-00417 s-00418
            toolgrad diff s-00417@4 s-00417@5
            toolgrad diff s-00417@original s-00417
            toolgrad diff s-00417

            @ and a number is the sample as it stood after that iteration, @original is it without its edits. A sample \
            alone is compared with what it was before its edits; without edits, its last draft with the one before.
            """)

    @Argument(help: "A sample, such as s-00417, s-00417@4 or s-00417@original.")
    var from: String

    @Argument(help: "What it is compared with.")
    var to: String?

    @Flag(help: "Print one JSON line.")
    var json = false

    @OptionGroup var source: DatasetOption

    mutating func validate() throws {
        let problems = [from, to].compactMap(\.self).filter { DiffPlace($0) == nil }.map { text in
            "\"\(SafeText(text).plain)\" is no sample. Write it as s-00417, s-00417@4 or s-00417@original."
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() async throws {
        guard let first = DiffPlace(from) else { return }
        let dataset = try source.open(.readOnly)
        let diff: SampleDiff
        if let second = to.flatMap(DiffPlace.init) {
            diff = SampleDiff(from: try await dataset.side(at: first), to: try await dataset.side(at: second))
        } else {
            diff = try await dataset.ownDiff(of: first)
        }
        try Output.data.line(json ? diff.json.compactText : diff.text)
    }
}

/// A sample, or a state of it, as people name it.
struct DiffPlace: Hashable, Sendable {
    /// Which state of the sample is meant.
    enum State: Hashable, Sendable {
        case counting
        case original
        case iteration(Int)
    }

    let label: SampleLabel
    let state: State

    /// Reads `s-00417`, `s-00417@4` and `s-00417@original`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let label = SampleLabel(parts[0]) else { return nil }
        self.label = label
        guard parts.count == 2 else {
            state = .counting
            return
        }
        if parts[1] == "original" {
            state = .original
        } else if let number = Int(parts[1]), number > 0 {
            state = .iteration(number)
        } else {
            return nil
        }
    }
}

extension Dataset {
    fileprivate func side(at place: DiffPlace) async throws -> DiffSide {
        let sample = try await sample(labelled: place.label.description)
        let label = place.label.description
        switch place.state {
        case .counting: return DiffSide(sample, label: label)
        case .original: return DiffSide(original: sample, label: label)
        case .iteration(let number):
            try sample.check(number, label)
            return DiffSide(sample, label: label, after: number)
        }
    }

    /// A sample, or an iteration of it, and what it was before.
    fileprivate func ownDiff(of place: DiffPlace) async throws -> SampleDiff {
        let sample = try await sample(labelled: place.label.description)
        guard let pair = try sample.ownPair(place) else {
            throw CommandFailure("\(place.label) has no earlier draft and no edits: name what to compare it with.")
        }
        return SampleDiff(from: pair.from, to: pair.to)
    }
}

extension ReviewedSample {
    fileprivate func check(_ iteration: Int, _ label: String) throws {
        guard !state.iterations.contains(where: { $0.number == iteration }) else { return }
        throw CommandFailure("\(label) has \(state.iterations.count) iterations, none numbered \(iteration).")
    }

    fileprivate func ownPair(_ place: DiffPlace) throws -> (from: DiffSide, to: DiffSide)? {
        let label = place.label.description
        switch place.state {
        case .counting, .original: return DiffSide.pair(of: self, label: label)
        case .iteration(let number):
            try check(number, label)
            return DiffSide.pair(of: self, label: label, after: number)
        }
    }
}
