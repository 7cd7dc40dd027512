import DatasetStore
import Engine
import Explorer

/// A run that grows beside the review, in this process.
struct GrowingRun: Sendable {
    let growth: Growth
    /// Slows the sample that is watched; nil where none is.
    let pacer: Pacer?
    private let task: Task<Void, Never>

    /// Starts growing; every event is stored, then posted, then paced.
    ///
    /// What models say meanwhile is posted too, where somebody listens.
    init(_ growth: Growth, pacer: Pacer?, inbox: Inbox) {
        growth.listening?.attach { inbox.post(.spoken($0, $1)) }
        self.growth = growth
        self.pacer = pacer
        let recorder = WatchedRecorder(growth.dataset) { event in
            inbox.post(.recorded(event))
            try await pacer?.wait(after: event)
        }
        task = Task {
            do {
                try await growth.grow(recording: recorder)
                inbox.post(.runEnded)
            } catch is CancellationError {
                inbox.post(.runEnded)
            } catch { inbox.post(.runFailed("\(error)")) }
        }
    }

    /// Waits for the samples in flight; no other begins.
    func finishInFlight() async {
        await pacer?.hurry()
        await growth.control.finishInFlight()
        await task.value
    }

    /// Stops every sample where it is; what is recorded stays.
    func cancel() async {
        task.cancel()
        await task.value
    }
}

extension GrowingRun {
    /// Starts growing; the first sample of a demo is slow enough to be watched.
    init(_ growth: Growth, _ opening: ExplorerState.Opening, inbox: Inbox) {
        let pacer: Pacer? =
            switch opening {
            case .demo: Pacer(following: growth.samples[0])
            case .dataset, .run: nil
            }
        self.init(growth, pacer: pacer, inbox: inbox)
    }
}
