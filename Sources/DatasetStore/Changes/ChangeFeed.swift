/// Looks at the dataset whenever this process has committed, and four times a second for the others.
actor ChangeFeed {
    private static let interval = Duration.milliseconds(250)

    private let look: @Sendable (ChangePlace) async throws -> (DatasetChange, ChangePlace)?
    private let bell: CommitBell
    private let wakes: AsyncStream<Void>
    private let ticking: Task<Void, Never>
    private let listener: Int
    private var place: ChangePlace

    init(
        from place: ChangePlace, bell: CommitBell,
        look: @escaping @Sendable (ChangePlace) async throws -> (DatasetChange, ChangePlace)?
    ) {
        let (wakes, wake) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.place = place
        self.bell = bell
        self.look = look
        self.wakes = wakes
        listener = bell.add(wake)
        ticking = Task {
            while !Task.isCancelled {
                wake.yield()
                try? await Task.sleep(for: Self.interval)
            }
            wake.finish()
        }
    }

    deinit {
        ticking.cancel()
        bell.remove(listener)
    }

    /// The next change; nil when cancelled.
    func next() async -> DatasetChange? {
        for await _ in wakes {
            // A look that fails is made again: whoever reads the dataset itself is told why.
            guard let (change, next) = try? await look(place) else { continue }
            place = next
            if !change.isEmpty { return change }
        }
        return nil
    }
}
