import Engine

extension ImportedSample {
    /// What a run that grew nothing says of the sample.
    ///
    /// A sample without a response ends with an empty one, which a reviewer can write.
    package func events(at time: Timestamp, as sample: SampleID) -> [RecordedEvent] {
        let synthesis = Synthesis(query: content.query, response: content.response ?? "")
        let events: [RunEvent] = [
            .began(planner: Self.planner, plan: plan), .imported(from: format.rawValue, content.workflow),
            .finished(.completed(synthesis)),
        ]
        return events.enumerated().map { place, event in
            RecordedEvent(sample: sample, number: place + 1, time: time, event: event)
        }
    }

    /// Stands where other samples name what grew them.
    package static let planner = "imported"

    /// What is known of the run: the seed, the iterations and the batch, where the file's name tells them.
    package var plan: Plan {
        let name = WorkflowFileName(place.file)
        var plan = Plan.paper(seed: seed ?? 0)
        plan.iterations = name?.iterations ?? 0
        plan.batch = name?.batch ?? 0
        return plan
    }
}
