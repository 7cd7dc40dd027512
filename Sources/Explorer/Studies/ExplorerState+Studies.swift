import Canvas

extension ExplorerState {
    /// Takes in what was read for a screen of studies.
    mutating func take(_ answer: StudyAnswer) -> [Effect] {
        switch answer {
        case .baselines(let studies): return take(baselines: studies)
        case .baselineRows(let study, let page): return take(page, ofBaseline: study)
        case .baseline(let study, let sample): return take(sample, ofBaseline: study)
        case .evaluations(let studies): return take(evaluations: studies)
        case .evaluationRows(let study, let page): return take(page, ofEvaluation: study)
        case .evaluation(let study, let index, let item): return take(item, index: index, ofEvaluation: study)
        }
    }

    /// Something could not be read; what is there stays.
    mutating func failed(_ request: StudyRequest, _ text: String) {
        switch request {
        case .baselines: baselines.failToList()
        case .baselineRows(let study, _, _) where study == baselines.rows.study: baselines.rows.fail()
        case .baselineRows: break
        case .baseline(let study, let index): baselines.failToOpen(index, of: study)
        case .evaluations: evaluations.failToList()
        case .evaluationRows(let study, _, _): evaluations.failToRead(study)
        case .evaluation(let study, let index): evaluations.failToOpen(index, of: study)
        }
        tell(text, .error)
    }

    /// Shows in full what the cursor of the screen is on.
    mutating func inspectOnScreen() {
        switch screen {
        case .review: inspect()
        case .baselines: inspectBaseline()
        case .evaluations: inspectEvaluated()
        case .adjudicate: inspectDispute()
        case .live, .stats, .compare: return
        }
    }

    /// Why nothing of the screen can be read in full now; nil when something can.
    var obstacleToInspectingElsewhere: String? {
        switch screen {
        case .baselines: baselines.shown == nil ? "There is no item to read yet." : nil
        case .evaluations: evaluations.shown == nil ? "There is no item to read yet." : nil
        case .adjudicate: adjudicate.selected == nil ? "There is no disagreement to settle." : nil
        case .review, .live, .stats, .compare: nil
        }
    }

    /// Shows artefacts one after the other.
    mutating func inspect(_ artefacts: ArtefactList) {
        guard !artefacts.all.isEmpty else { return tell("There is nothing to read in full yet.") }
        overlay = .inspector(Inspector(artefacts: artefacts.all, at: artefacts.index, in: size, glyphs: glyphs))
    }
}
