import Engine
import Review

/// What the interface asks the world to do; answers come back as events.
package enum Effect: Hashable, Sendable {
    /// Answered by ``ExplorerEvent/queueLoaded(_:)``.
    case loadQueue(QueueView, offset: Int, limit: Int)
    /// Looks for the next sample of a kind beyond another, which need not be in the queue any more; answered by
    /// ``ExplorerEvent/queueLoaded(_:)`` with the page around it and its row selected, or by
    /// ``ExplorerEvent/soughtInVain(_:)``.
    case seek(Quarry, Direction, from: SampleID?, QueueView, limit: Int)
    /// Answered by ``ExplorerEvent/queueLoaded(_:)`` with the page around a sample, and its row selected; the first
    /// page and no selection where the view leaves it out.
    case find(SampleID, QueueView, limit: Int)
    /// Looks a sample up by its label; answered by ``ExplorerEvent/found(_:)``.
    case findLabel(String)
    /// Answered by ``ExplorerEvent/sampleLoaded(_:)``.
    case loadSample(SampleID)
    /// Answered by ``ExplorerEvent/decided(_:rows:undoDepth:leftOut:)`` once it is on disk.
    case decide(SampleID, Decision.Action)
    /// The same for several changes of one sample, to be undone as one.
    case decideTogether(SampleID, [Decision.Action])
    /// The same for many samples, to be undone as one; those that cannot be decided so are left out and counted.
    case decideAll(Bulk, Decision.Action)
    /// Takes back the reviewer's newest decision that counts, or the whole bulk it belongs to.
    case undo
    /// Takes back the newest undoing.
    case redo
    /// Runs a step again with its present arguments; its output is then an edit of the sample.
    case rerun(SampleID, step: Int)
    /// Writes query and response anew for the chains as they are; answered by
    /// ``ExplorerEvent/regenerated(_:query:response:by:)``.
    case regenerate(SampleID)
    /// Keeps what a queue shows under a name; answered by ``ExplorerEvent/queuesKnown(_:)``, as are the next two.
    case saveQueue(SavedQueue)
    case removeQueue(name: String)
    case loadQueues
    /// Stops a growing sample at its next gate.
    case hold(SampleID)
    /// Lets a held sample run for one iteration: to where its next selection is made.
    case step(SampleID)
    /// Lets a held sample go on by itself.
    case release(SampleID)
    /// Stops every growing sample at its next gate.
    case pauseRun
    /// Lets the run go on.
    case resumeRun
    /// What a growing sample is asked for at a gate of an iteration, or at its next one of a kind; answered by
    /// ``ExplorerEvent/steered(_:at:)``.
    case steer(SampleID, Steering, at: RunControl.Gate, iteration: Int?)
    /// Grows a branch of a sample that goes its own way from an iteration on; answered by
    /// ``ExplorerEvent/branched(_:from:)`` once it has begun.
    case branch(SampleID, iteration: Int, Steering)
    /// Leaves a tool out of the batches of the run from now on; answered by ``ExplorerEvent/muted(_:)``.
    case mute(ToolName)
    /// Lets a muted tool back in; answered as muting is.
    case unmute(ToolName)
    /// How many samples grow at once; answered by ``ExplorerEvent/workersSet(_:)``.
    case setWorkers(Int)
    /// Stops one growing sample where it is: what is recorded stays, and the run can go on with it later; answered by
    /// ``ExplorerEvent/stopped(_:)``.
    case stop(SampleID)
    /// Reads the samples that are judged in two ways; answered by ``ExplorerEvent/disagreementsLoaded(_:)``.
    case loadDisagreements
    /// Reads two samples, and what is akin to them; answered by ``ExplorerEvent/compared(_:_:_:)``.
    case loadCompared(SampleID, SampleID)
    /// Ends the slow motion of the first demo sample.
    case hurry
    /// Opens a text in the user's editor; answered by ``ExplorerEvent/edited(_:_:text:)`` or
    /// ``ExplorerEvent/editAbandoned(_:)``.
    case edit(SampleID, EditedField, text: String)
    /// Writes the accepted samples in a format, by its name; answered by ``ExplorerEvent/exported(_:)``.
    case export(format: String, folder: String)
    /// Puts a text on the clipboard; answered by ``ExplorerEvent/copied(_:)`` or a failure.
    case copy(CopiedText)
    /// Shows everything in a theme, by its name; kept for the next start when the reviewer chose it.
    case showTheme(String, Keeping)
    /// Sends ``ExplorerEvent/woken(_:)`` with the number after a while.
    case wake(Int, after: Duration)
    /// Stops the program as ctrl-z does in a shell.
    case suspend
    /// Paints every cell again, as after foreign output.
    case redraw
    /// Answers ``ExplorerEvent/approvalAsked(_:)``; each question is answered once, or withdrawn; none at the end.
    case answerApproval(id: ApprovalQuestion.ID, ApprovalAnswer)
    /// Counts what became of the samples that a filter lets through, of those decided in an interval; answered by
    /// ``ExplorerEvent/statisticsLoaded(_:agreement:)`` or ``ExplorerEvent/statisticsFailed(_:)``.
    case loadStatistics(Filter, StatisticsInterval)
    /// Writes figures as JSON and as text beside the dataset; answered by ``ExplorerEvent/told(_:)`` or a failure.
    case writeStatistics(StatisticsPage)
    /// Reads something of a study; answered by ``ExplorerEvent/studyRead(_:)`` or
    /// ``ExplorerEvent/studyFailed(_:_:)``.
    case read(StudyRequest)
    /// Ends the program.
    case quit(QuitMode)

    /// Which way to look through the queue.
    package enum Direction: Hashable, Sendable {
        /// Towards the end.
        case forward
        /// Towards the beginning.
        case backward
    }

    /// What is looked for in the queue.
    package enum Quarry: Hashable, Sendable {
        /// A sample that somebody still has to decide.
        case undecided
        /// A sample in which a check found something.
        case problem
    }

    /// For how long something is meant.
    package enum Keeping: Hashable, Sendable {
        /// While it is looked at.
        case preview
        /// Also at the next start.
        case kept
    }
}

/// How to leave.
package enum QuitMode: Hashable, Sendable {
    /// Nothing is growing.
    case atOnce
    /// Samples in flight are grown to their end, no new one begins.
    case afterInFlight
    /// Samples in flight stop where they are; what is recorded stays, and the run can be resumed.
    case cancelling
    /// The run of this process goes on without it; answered by ``ExplorerEvent/stayed(_:)`` where it cannot.
    case intoBackground
}
