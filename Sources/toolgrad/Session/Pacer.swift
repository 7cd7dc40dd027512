import Engine

/// Slows the first demo sample down to a pace that the eye can follow, until somebody is in a hurry.
actor Pacer {
    private let followed: SampleID
    private var pause: Duration
    private var isOn = true
    private var sleeping: Task<Void, Never>?

    init(following sample: SampleID, pause: Duration = .milliseconds(300)) {
        followed = sample
        self.pause = pause
    }

    /// Waits after an event of the followed sample has been shown; the engine waits meanwhile.
    func wait(after event: RecordedEvent) async throws {
        guard isOn, event.sample == followed, event.event.isWorthALook else { return }
        let sleep = Task { _ = try? await Task.sleep(for: pause) }
        sleeping = sleep
        await withTaskCancellationHandler {
            await sleep.value
        } onCancel: {
            sleep.cancel()
        }
        try Task.checkCancellation()
    }

    /// Whoever steps has seen the slow motion: what a step does is shown at a quicker pace.
    func step() {
        pause = .milliseconds(60)
        sleeping?.cancel()
    }

    func hurry() {
        isOn = false
        sleeping?.cancel()
    }
}

extension RunEvent {
    /// Whether there is something new to read on the screen after it.
    fileprivate var isWorthALook: Bool {
        switch self {
        case .proposed, .attempted, .tried, .selected, .iterationEnded, .drafted, .draftFailed: true
        case .began, .branched, .imported, .iterationBegan, .steered, .sampled, .asked, .interrupted, .finished: false
        }
    }
}
