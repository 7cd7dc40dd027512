import Engine

extension Stages {
    /// The four stages without any model: deterministic, driven by schemas, wordings and the flow of data.
    package static var offline: Stages {
        Stages(
            planner: "offline", version: 3, proposer: OfflineProposer(), executor: OfflineExecutor(),
            selector: OfflineSelector(),
            synthesizer: OfflineSynthesizer())
    }
}
