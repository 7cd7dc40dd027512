import Engine
import Review

/// What was done since the explorer was opened.
struct Session: Hashable, Sendable {
    var began: Timestamp?
    var now: Timestamp?
    /// Decisions that were stored, undoing left out.
    var decisions = 0
    var undoDepth = 0
    var lastSaved: Timestamp?
    /// Why a sample was last rejected.
    var lastReasons: [AnchoredReason]?
    var lastNote = ""
    /// The iterations of samples that were decided while an earlier one was on show.
    var walkedBack: [SampleID: Int] = [:]
    /// A step of samples that were just decided that was changed and not run again.
    var stale: [SampleID: Int] = [:]
    /// What was run in the palette, oldest first.
    var commands: [String] = []
    private var wakes = 0

    var length: Duration? {
        guard let began, let now else { return nil }
        return now.since(began)
    }

    /// Decisions an hour; nil before there is something to tell.
    var rate: Int? {
        guard let seconds = length?.components.seconds, seconds >= 60, decisions > 0 else { return nil }
        return decisions * 3600 / Int(seconds)
    }

    /// A number for a wake-up that no other has.
    mutating func nextWake() -> Int {
        wakes += 1
        return wakes
    }
}
