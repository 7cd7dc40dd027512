import DatasetStore
import Engine

/// Whether more of a sample that is not finished is to come, as far as a look at its run can tell.
enum GrowthNow: Hashable {
    /// Some process grows its run at this moment.
    case goesOn
    /// Nobody does; resuming the run goes on with it.
    case rests

    /// What is said of such a sample instead of its outcome.
    var words: String {
        switch self {
        case .goesOn: "growing"
        case .rests: "unfinished (nobody grows it now)"
        }
    }

    /// The same in a word, for a list.
    var mark: String {
        switch self {
        case .goesOn: "growing"
        case .rests: "unfinished"
        }
    }
}

extension Dataset {
    /// Whether more of the run's unfinished samples is to come: its lock tells whether anybody grows it.
    func growthNow(of run: RunID) -> GrowthNow { isGrowing(run) ? .goesOn : .rests }
}

extension SampleSummary.Growth {
    /// A few words for what has no query.
    func words(_ now: GrowthNow) -> String {
        switch self {
        case .growing(let phase):
            switch now {
            case .goesOn: "(growing: \(phase.rawValue))"
            case .rests: "(unfinished, nobody grows it now)"
            }
        case .completed: "(no query)"
        case .synthesisFailed: "(no query could be written)"
        case .nothingGrown: "(nothing grew)"
        }
    }

    /// Whether it has not ended.
    var isOpen: Bool {
        switch self {
        case .growing: true
        case .completed, .synthesisFailed, .nothingGrown: false
        }
    }
}
