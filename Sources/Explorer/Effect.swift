import Engine
import Review

/// What the interface asks the world to do; answers come back as events.
package enum Effect: Hashable, Sendable {
    /// Answered by ``ExplorerEvent/queueLoaded(_:)``.
    case loadQueue(offset: Int, limit: Int)
    /// Looks for the next undecided sample beyond a place of the queue; answered by ``ExplorerEvent/queueLoaded(_:)``
    /// with the page around it and its row selected, or the page of that place with none.
    case seek(Direction, from: Int, limit: Int)
    /// Answered by ``ExplorerEvent/queueLoaded(_:)`` with the page around a sample, and its row selected.
    case find(SampleID, limit: Int)
    /// Answered by ``ExplorerEvent/sampleLoaded(_:decisions:lastEvent:)``.
    case loadSample(SampleID)
    /// Answered by ``ExplorerEvent/decided(_:row:undoDepth:)`` once it is on disk.
    case decide(SampleID, Decision.Action)
    /// Takes back the reviewer's newest decision that counts.
    case undo
    /// Takes back the newest undoing.
    case redo
    /// Stops a growing sample at its next gate.
    case hold(SampleID)
    /// Lets a held sample run for one iteration.
    case step(SampleID)
    /// Lets a held sample go on by itself.
    case release(SampleID)
    /// Stops every growing sample at its next gate.
    case pauseRun
    /// Lets the run go on.
    case resumeRun
    /// Ends the slow motion of the first demo sample.
    case hurry
    /// Opens a text in the user's editor; answered by ``ExplorerEvent/edited(_:_:text:)`` or
    /// ``ExplorerEvent/editAbandoned(_:)``.
    case edit(SampleID, EditedField, text: String)
    /// Writes the accepted samples in a format, by its name; answered by ``ExplorerEvent/exported(_:)``.
    case export(format: String, folder: String)
    /// Stops the program as ctrl-z does in a shell.
    case suspend
    /// Paints everything again.
    /// Paints every cell again, as after foreign output.
    case redraw
    /// Ends the program.
    case quit(QuitMode)

    /// Which way to look through the queue.
    package enum Direction: Hashable, Sendable {
        /// Towards the end.
        case forward
        /// Towards the beginning.
        case backward
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
}
