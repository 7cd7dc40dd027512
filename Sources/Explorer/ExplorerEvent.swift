import Canvas
import Engine
import Review

/// What happened; everything the interface learns of the world.
package enum ExplorerEvent: Hashable, Sendable {
    /// A key was pressed, or text was pasted.
    case key(Key)
    /// The terminal has another size.
    case resized(Size)
    /// A page of the queue was read; the answer to the effects that load, find and seek.
    case queueLoaded(QueuePage)
    /// A sample could not be read; the text says why.
    case sampleFailed(SampleID, String)
    /// A page could not be read; the text says why.
    case queueFailed(String)
    /// There is no sample of the kind that was looked for, that way.
    case soughtInVain(Effect.Quarry)
    /// The sample with the label that was looked up.
    case found(SampleID)
    /// A sample was read.
    case sampleLoaded(OpenSample)
    /// An event of a growing sample was stored, whichever sample is shown.
    case recorded(RecordedEvent)
    /// A model says something for a growing sample; the newest end of it, not stored yet.
    case spoken(SampleID, Speech)
    /// Decisions that are undone together are on disk. `rows` are the samples' rows as they stand now, as far as the
    /// list needs them; `undoDepth` is what undo can take back, `leftOut` how many samples could not be decided so.
    ///
    /// `undoing` names what is taken back or done again, where that makes no status.
    case decided([Decision], rows: [QueueRow], undoDepth: Int, leftOut: Int, undoing: String? = nil)
    /// Undo or redo found nothing to do.
    case nothingToUndo
    /// Something that lists show of samples is known now, such as what the checks found.
    case listChanged
    /// Another process changed the dataset.
    case changedOutside
    /// A query and a response were written for the chains as they are, by a planner.
    case regenerated(SampleID, query: String, response: String, by: String)
    /// The queues that have names.
    case queuesKnown([SavedQueue])
    /// A growing sample stops at its next gate.
    case held(SampleID)
    /// A held sample goes on by itself.
    case released(SampleID)
    /// A growing sample will be asked for something at its next gate.
    case steered(SampleID, at: RunControl.Gate)
    /// What was asked of a growing sample and has not counted yet, all of it.
    case waiting(SampleID, WaitingSteerings)
    /// What a run had come to when it began to be watched, told before any event that happened later.
    case runStands(RunStanding)
    /// No process grows a run any more that another one grew.
    case runLeft(RunID)
    /// A branch began to grow.
    case branched(SampleID, from: SampleID)
    /// The tools that the run leaves out of its batches.
    case muted([ToolName])
    /// How many samples grow at once.
    case workersSet(Int)
    /// A sample was stopped where it was.
    case stopped(SampleID)
    /// The samples that are judged in two ways, in the order of their labels.
    case disagreementsLoaded([Dispute])
    /// Two samples were read to be compared, with what is akin to them.
    case compared(SampleID, SampleID, ComparedSamples)
    /// Every growing sample waits at its next gate.
    case runPaused
    /// The run goes on.
    case runResumed
    /// Every sample of the run ended, or the run was stopped.
    case runEnded
    /// The run cannot go on; the text says why and what to do.
    case runFailed(String)
    /// The run could not go on without the explorer, so that stays; the text says why and what to do.
    case stayed(String)
    /// An export is on disk; the text says what and where.
    case exported(String)
    /// The editor ended with a changed text.
    case edited(SampleID, EditedField, text: String)
    /// The editor ended without a change, or with a failure that the text tells.
    case editAbandoned(String)
    /// A text is on the clipboard; the text says which.
    case copied(String)
    /// The themes there are, and the one that is in force when none is previewed.
    case themesKnown([String], chosen: String)
    /// Something happened beside the reviewer's work that is worth a line, such as a theme that was saved anew.
    case told(String)
    /// Something that was asked for did not work; the text says what to do.
    case failed(String)
    /// A call may change something and waits for the curator's word.
    case approvalAsked(ApprovalQuestion)
    /// A call that asked is over without an answer: its run was cancelled, or its time is up.
    case approvalWithdrawn(ApprovalQuestion.ID)
    /// The figures of a filter; `agreement` is nil where no sample was read twice.
    case statisticsLoaded(StatisticsPage, agreement: AgreementSummary?)
    /// The figures could not be counted; the text says why.
    case statisticsFailed(String)
    /// The answer to a request about studies.
    case studyRead(StudyAnswer)
    /// Something of a study could not be read; the text says why.
    case studyFailed(StudyRequest, String)
    /// The time now. Once a second is enough.
    case clockTicked(Timestamp)
    /// The while is over that ``Effect/wake(_:after:)`` asked for.
    case woken(Int)
}

/// A text of a sample that a reviewer can write.
package enum EditedField: Hashable, Sendable {
    /// What the user would have asked.
    case query
    /// What the assistant answers.
    case response
    /// A value of a step's arguments; all of them with the root path.
    case argument(step: Int, path: JSONPath)
    /// What a reviewer says about a part.
    case comment(Target)
    /// Query, response and arguments in one document.
    case sample

    /// What it is called in a sentence and in a file's name.
    package var title: String {
        switch self {
        case .query: "query"
        case .response: "response"
        case .argument(let step, let path):
            path.components.isEmpty ? "arguments of step \(step)" : "\(path) of step \(step)"
        case .comment(let target): "comment on \(target)"
        case .sample: "sample"
        }
    }
}
