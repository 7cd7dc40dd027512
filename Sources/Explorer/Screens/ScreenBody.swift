import Canvas

/// What a screen beside Review puts between the header and the hints.
protocol ScreenBody {
    /// What the status line tells, the most important first.
    var status: [String] { get }
    /// What is done most here, for the last rows.
    var hints: [Hint] { get }
    /// All of the screen in lines to be read out, headings before what stands under them.
    var lines: [String] { get }
    /// What the cursor is on, in lines to be read out.
    var place: [String] { get }
    /// What was gone to and is still being read, so that it is read out later.
    var pending: PendingReading { get }

    func draw(in rect: Rect, on frame: inout Frame)
}

/// What a screen cannot read out yet.
enum PendingReading: Hashable, Sendable {
    case nothing
    /// What the cursor is on.
    case place
    case everything
}

extension ScreenBody {
    var pending: PendingReading { .nothing }
}

extension ExplorerState {
    /// The body of the screen that is shown; nil for Review, which has a picture of its own.
    func body(_ pen: Pen) -> (any ScreenBody)? {
        switch screen {
        case .review: nil
        case .live: LiveScreen(state: self, pen: pen)
        case .stats: StatsScreen(state: self, pen: pen)
        case .compare: CompareScreen(state: self, pen: pen)
        case .adjudicate: AdjudicateScreen(state: self, pen: pen)
        case .baselines: BaselinesScreen(state: self, pen: pen)
        case .evaluations: EvaluationsScreen(state: self, pen: pen)
        }
    }
}
