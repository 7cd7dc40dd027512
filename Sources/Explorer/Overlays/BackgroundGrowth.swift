/// Whether a run can go on when the explorer is left.
package enum BackgroundGrowth: Hashable, Sendable {
    /// It ends with the explorer.
    case impossible
    /// Calls of so many of its tools ask somebody; nobody is there then, and they are denied.
    case possible(asking: Int)

    /// Whether it is one of the answers to how to leave: branches alone do not go on by themselves.
    func isOffered(while run: RunActivity) -> Bool {
        switch self {
        case .impossible: false
        case .possible: run.isUnderWay
        }
    }

    /// What is different there, a sentence each; nil where it cannot be chosen.
    func warnings(while run: RunActivity, holding held: Int) -> [String]? {
        guard case .possible(let asking) = self, isOffered(while: run) else { return nil }
        let denied = asking == 1 ? "the calls of 1 tool are denied." : "the calls of \(asking) tools are denied."
        return (asking > 0 ? ["b: nobody is asked: " + denied] : [])
            + (run.isPaused || held > 0 ? ["b: what is paused or held goes on there."] : [])
    }
}
