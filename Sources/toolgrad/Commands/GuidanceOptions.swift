import ArgumentParser
import DatasetStore
import Engine
import Explorer
import Review

/// What all samples of a run are told from the beginning.
struct GuidanceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Tell proposer and selector of every sample so; may be given several times.",
            discussion: """
                Part of the run: other guidance makes another run. Offline, a note that begins with "avoid" keeps away \
                the tools that it names, or that share a word with it; any other note draws those that share one.
                """, valueName: "text"))
    var guidance: [String] = []

    @Option(
        help: ArgumentHelp(
            "Make guidance of the rejected samples that a filter lets through, such as status:rejected.",
            discussion: """
                A rejection that blames the tool of a step becomes "avoid TOOL", and your note is taken as you wrote \
                it. What was learnt is printed before the run, and kept with it; where nothing is, no run begins, unless \
                --guidance says something.
                """, valueName: "filter"))
    var learnFrom: String?

    var isUsed: Bool { !guidance.isEmpty || learnFrom != nil }

    mutating func validate() throws {
        do { _ = try Guidance(guidance) } catch { throw ValidationError("--guidance: \(error)") }
        do throws(FilterProblem) { _ = try filter() } catch {
            throw ValidationError("--learn-from: " + error.underlined(in: learnFrom ?? ""))
        }
    }

    private func filter() throws(FilterProblem) -> Filter? {
        try learnFrom.map { text throws(FilterProblem) in try Filter(parsing: text) }
    }

    /// The guidance, with what the dataset's rejections teach, and what is to be said of it.
    func guidance(from dataset: Dataset) async throws -> GuidanceReport {
        guard let filter = try filter() else { return try GuidanceReport(own: guidance) }
        return try GuidanceReport(own: guidance, try await dataset.lessons(of: filter))
    }
}

extension Dataset {
    /// What the rejected ones of some samples teach.
    func lessons(of filter: Filter) async throws -> Lessons {
        let wanted = filter.and(Filter(statuses: [.rejected]))
        try await prepare(for: QueueView(filter: wanted))
        var lessons = Lessons()
        for sample in try await ids(matching: wanted) {
            let reading = try await reading(of: sample)
            lessons.add(reading.sample, rejectedBy: reading.decisions.standingRejection?.sequence ?? 0)
        }
        return lessons
    }
}
