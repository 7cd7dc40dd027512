import Engine

/// A run with a mock for its model: ten iterations of three proposals, each carried out by one call.
struct MockRun: Sendable {
    static let iterations = 10
    static let proposals = 3

    let library: ToolLibrary

    init() async throws { library = try await ToolLibrary(MockTools.source) }

    /// The same on tools that are reached in another way.
    init(on library: ToolLibrary) {
        self.library = library
    }

    /// Every iteration is run, however many steps there are.
    func plan(_ strategy: Plan.Strategy) -> Plan {
        var plan = Plan.demo(seed: 1)
        plan.strategy = strategy
        plan.iterations = Self.iterations
        plan.proposals = Self.proposals
        plan.targetSteps = nil
        plan.drafting =
            switch strategy {
            case .lean: .atTheEnd
            case .paper: .everyIteration
            }
        return plan
    }

    func generator(
        _ strategy: Plan.Strategy, asking model: any LanguageModel, control: RunControl = RunControl(),
        ledger: any RunLedger = ForgetfulLedger()
    ) -> Generator {
        let settings = ModelSettings(strategy: strategy, model: .init(model, name: "mock"))
        return Generator(
            plan: plan(strategy), library: library, stages: .model(settings), control: control, ledger: ledger
        ) { Timestamp(microseconds: 0) }
    }
}

/// What samples came to.
struct Tally: Sendable {
    var samples = 0
    /// Those that ended with a query and a response.
    var completed = 0
    var steps = 0
    /// Requests that were sent to models.
    var modelCalls = 0
    /// Questions that were asked again because the answer could not be used.
    var repairs = 0
    var events = 0

    mutating func count(_ event: RunEvent) {
        events += 1
        switch event {
        case .asked(let exchange):
            modelCalls += exchange.tries
            if exchange.repair > 0 { repairs += 1 }
        case .iterationEnded(_, .grew(let growth)): steps += growth.steps.count
        case .finished(.completed):
            samples += 1
            completed += 1
        case .finished(.synthesisFailed), .finished(.nothingGrown): samples += 1
        case .began, .branched, .imported, .iterationBegan, .steered, .sampled, .proposed, .attempted, .tried,
            .selected,
            .iterationEnded(_, .stalled), .drafted, .draftFailed, .interrupted:
            return
        }
    }

    var callsPerStep: Double? { steps == 0 ? nil : Double(modelCalls) / Double(steps) }
}

/// Counts what happens, and keeps nothing else.
actor TallyRecorder: EventRecorder {
    private(set) var tally = Tally()

    func record(_ event: RecordedEvent) { tally.count(event.event) }

    func events(of sample: SampleID) -> [RecordedEvent] { [] }
}
