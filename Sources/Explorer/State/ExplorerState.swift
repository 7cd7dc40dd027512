import Canvas
import Engine
import Review

/// Everything the interface knows: changed by `update` alone, drawn by `frame`.
package struct ExplorerState: Hashable, Sendable {
    /// Why the explorer was opened.
    package enum Opening: Hashable, Sendable {
        /// To review what is there.
        case dataset
        /// To watch a run that grows in this process; opens on Live.
        case run
        /// A fresh demo: says what is being watched until ten decisions were made, and its first sample is paced.
        case demo
    }

    /// A way to write samples that were decided.
    package struct ExportFormat: Hashable, Sendable {
        /// Its name, as the export effect gives it back.
        package let name: String
        /// What it is for, in a few words.
        package let summary: String
        /// The status of the samples that it writes.
        package let status: ReviewState.Status

        /// A format by its name.
        package init(name: String, summary: String, writing status: ReviewState.Status = .accepted) {
            self.name = name
            self.summary = summary
            self.status = status
        }
    }

    let dataset: String
    let reviewer: String
    let planner: String
    let opening: Opening
    let formats: [ExportFormat]
    /// The run that this process grows; nil where it is not known or there is none.
    let ownRun: RunID?
    /// Whether that run can go on when the explorer is left.
    let background: BackgroundGrowth
    /// Whether nothing can be decided.
    let isReadOnly: Bool
    /// The distance of the reviewer's clock from UTC.
    let utcOffset: Duration
    let keymap: Keymap
    let preferences: Preferences
    /// The signs that the terminal can draw: rows are counted as they will be drawn.
    let glyphs: GlyphSet

    var size: Size
    var run: RunActivity
    var queue = Queue()
    var open: OpenSample?
    /// Events of the sample that is being read, until it is there.
    var early: [RecordedEvent] = []
    var growing: [SampleID] = []
    var held: Set<SampleID> = []
    /// What was asked of growing samples and has not counted yet.
    var waiting: [SampleID: WaitingSteerings] = [:]
    /// Branches that this process began.
    var ownBranches: Set<SampleID> = []
    var followsNewest = false
    var marks = Marks()
    var savedQueues: [SavedQueue] = []
    /// The themes there are.
    var themes: [String] = []
    /// The theme that the reviewer chose.
    var theme = ""
    var isPaced: Bool

    /// A text that came back from the user's editor for a sample that is no longer on the screen.
    var homecoming: Homecoming?
    /// The iteration to look at once the first sample is there.
    var returning: Int?

    var screen = Screen.review
    var live = LiveState()
    var stats = StatsState()
    var compare = CompareState()
    var adjudicate = AdjudicateState()
    var baselines = BaselinesState()
    var evaluations = EvaluationsState()
    /// The number of the pass that judges again without showing what was decided before; nil where all is shown.
    package var blindPass: Int?

    var focus = Pane.chains
    var isZoomed = false
    var comparesDrafts = true
    /// Whether rows that are too long go on in the next one, instead of being cut.
    var wrapsRows = false
    var cursors: [Pane: PaneItem] = [:]
    var scrolls: [Pane: Int] = [:]
    /// Chains of which only the heading is shown.
    var folded: Set<Chain.ID> = []
    /// Steps whose arguments have rows of their own where they otherwise share them.
    var unfolded: Set<Int> = []
    /// The finding that was gone to last, among those of the iteration on show.
    var problem: Int?
    /// The wake-up that a replay of the growth waits for.
    var replay: Int?
    var prefix: [Key] = []
    /// Keys that wait for the sample they are meant for.
    var typedAhead: [Key] = []
    /// Whether a sample is being looked for beyond the rows at hand.
    var isSeeking = false
    /// The selected sample, where it cannot be read.
    var unreadable: SampleID?
    var overlay: Overlay?
    /// The wake-up until which a dialog is deaf: keys that were meant for what was there before do nothing.
    var deafness: Int?
    /// Calls that wait for the curator's word.
    var approvals = PendingApprovals()
    var notice: Notice?
    /// What was told, oldest first.
    var told: [Notice] = []
    /// What the folders of exports are called, but for the format.
    let exportFolder: String
    /// The folders that the reviewer chose, by format.
    var exportFolders: [String: String] = [:]
    var session = Session()

    /// What an explorer shows before it has learnt anything; send it a ``ExplorerEvent/resized(_:)`` or a queue page.
    ///
    /// - Parameters:
    ///   - dataset: The dataset's name.
    ///   - reviewer: Who decides.
    ///   - planner: Who plans: `offline`, or a model's name.
    ///   - size: The cells of the screen.
    ///   - opening: Why it was opened.
    ///   - run: What grows beside the review.
    ///   - formats: What accepted samples can be written as.
    ///   - exportFolder: Where exports go unless the reviewer says otherwise.
    ///   - ownRun: The run that this process grows, if it grows one.
    ///   - workers: How many samples this process grows at once; nil where it grows none.
    ///   - grownBefore: Samples of its run that had ended before the explorer was opened.
    ///   - background: Whether its run can go on when the explorer is left.
    ///   - isReadOnly: Whether the dataset is open for reading only.
    ///   - undoDepth: Decisions of the reviewer that could be undone.
    ///   - utcOffset: The distance of the reviewer's clock from UTC.
    ///   - keymap: Which keys ask for what.
    ///   - preferences: What the reviewer set.
    ///   - glyphs: The signs that the terminal can draw.
    package init(
        dataset: String, reviewer: String, planner: String, size: Size, opening: Opening = .dataset,
        run: RunActivity = .idle, formats: [ExportFormat] = [], exportFolder: String = "", ownRun: RunID? = nil,
        workers: Int? = nil, grownBefore: Int = 0, background: BackgroundGrowth = .impossible, isReadOnly: Bool = false,
        undoDepth: Int = 0,
        utcOffset: Duration = .zero,
        keymap: Keymap = .standard, preferences: Preferences = Preferences(),
        glyphs: GlyphSet = .utf8
    ) {
        self.glyphs = glyphs
        self.dataset = dataset
        self.reviewer = reviewer
        self.planner = planner
        self.size = size
        self.opening = opening
        self.run = run
        self.formats = formats
        self.exportFolder = exportFolder
        self.utcOffset = utcOffset
        self.ownRun = ownRun
        self.background = background
        self.isReadOnly = isReadOnly
        self.keymap = keymap
        self.preferences = preferences
        isPaced = opening == .demo
        screen = opening == .run ? .live : .review
        live = LiveState(run: ownRun, workers: workers, before: grownBefore)
        session.undoDepth = undoDepth
    }

}

/// What the run beside the review is doing.
package enum RunActivity: Hashable, Sendable {
    /// Nothing grows.
    case idle
    /// So many samples were asked for.
    case growing(requested: Int)
    /// The samples wait at their next gates.
    case paused(requested: Int)
    /// It was under way, and is over.
    case ended
    /// It cannot go on; the text says why.
    case failed(String)

    /// Whether quitting would end something.
    package var isUnderWay: Bool {
        switch self {
        case .growing, .paused: true
        case .idle, .ended, .failed: false
        }
    }
}
