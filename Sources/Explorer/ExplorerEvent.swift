import Canvas
import Engine
import Review

/// What happened; everything the interface learns of the world.
package enum ExplorerEvent: Hashable, Sendable {
    /// A key was pressed, or text was pasted.
    case key(Key)
    /// The terminal has another size.
    case resized(Size)
    /// A page of the queue was read; the answer to ``Effect/loadQueue(offset:limit:)``, ``Effect/find(_:limit:)`` and
    /// ``Effect/seek(_:from:limit:)``.
    case queueLoaded(QueuePage)
    /// A sample was read, with its decisions and the number of its last stored event.
    case sampleLoaded(ReviewedSample, decisions: [Decision], lastEvent: Int)
    /// An event of a growing sample was stored, whichever sample is shown.
    case recorded(RecordedEvent)
    /// A decision is on disk. `row` is the sample's row as it stands now, `undoDepth` what undo can take back.
    case decided(Decision, row: QueueRow, undoDepth: Int)
    /// Undo or redo found nothing to do.
    case nothingToUndo
    /// Another process changed the dataset.
    case changedOutside
    /// A growing sample stops at its next gate.
    case held(SampleID)
    /// A held sample goes on by itself.
    case released(SampleID)
    /// Every growing sample waits at its next gate.
    case runPaused
    /// The run goes on.
    case runResumed
    /// Every sample of the run ended, or the run was stopped.
    case runEnded
    /// The run cannot go on; the text says why and what to do.
    case runFailed(String)
    /// An export is on disk; the text says what and where.
    case exported(String)
    /// The editor ended with a changed text.
    case edited(SampleID, EditedField, text: String)
    /// The editor ended without a change, or with a failure that the text tells.
    case editAbandoned(String)
    /// Something that was asked for did not work; the text says what to do.
    case failed(String)
    /// The time now. Once a second is enough.
    case clockTicked(Timestamp)
}

/// A text of a sample that a reviewer can rewrite.
package enum EditedField: String, Hashable, Sendable {
    /// What the user would have asked.
    case query
    /// What the assistant answers.
    case response
}
