extension ExplorerState {
    /// Goes to another screen; what it needs is asked for.
    mutating func show(_ screen: Screen) -> [Effect] {
        (self.screen, prefix) = (screen, [])
        switch screen {
        case .review:
            live.news = 0
            return readSelection()
        case .live: return enterLive()
        case .stats: return enterStats()
        case .compare: return enterCompare()
        case .adjudicate: return enterAdjudicate()
        case .baselines: return enterBaselines()
        case .evaluations: return enterEvaluations()
        }
    }

    /// Moves about on a screen beside Review.
    mutating func move(_ motion: Motion) -> [Effect] {
        switch screen {
        case .review: []
        case .live: moveInLive(motion)
        case .stats: moveInStats(motion)
        case .compare: moveInCompare(motion)
        case .adjudicate: moveInAdjudicate(motion)
        case .baselines: moveInBaselines(motion)
        case .evaluations: moveInEvaluations(motion)
        }
    }

    /// Why an action has no place on the screen that is shown; nil where it has one.
    func obstacleOfScreen(to action: Action) -> String? {
        guard let screens = action.entry?.screens, !screens.contains(screen) else { return nil }
        let home = Screen.allCases.first { screens.contains($0) } ?? .review
        return "That is for the screen \(home.title): \(keymap.name(of: .screen(home))) goes there."
    }
}
