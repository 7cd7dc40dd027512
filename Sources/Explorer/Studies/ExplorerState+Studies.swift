import Canvas
import Engine

extension ExplorerState {
    /// Takes in what was read for a screen of studies.
    mutating func take(_ answer: StudyAnswer) -> [Effect] {
        switch answer {
        case .baselines(let studies): return take(baselines: studies)
        case .indices(let study, let indices): return take(indices, of: study)
        case .baselineRows(let study, let rows): return take(rows, ofBaseline: study)
        case .baseline(let study, let sample): return take(sample, ofBaseline: study)
        case .evaluations(let studies): return take(evaluations: studies)
        case .evaluationRows(let study, let rows): return take(rows, ofEvaluation: study)
        case .evaluation(let study, let index, let item): return take(item, index: index, ofEvaluation: study)
        }
    }

    /// Takes in which items a study has, for the screen that shows it.
    private mutating func take(_ indices: [Int], of study: RunID) -> [Effect] {
        take(indices, ofBaseline: study) + take(indices, ofEvaluation: study)
    }

    /// Something could not be read; what is there stays.
    mutating func failed(_ request: StudyRequest, _ text: String) {
        switch request {
        case .baselines: baselines.failToList(text)
        case .indices(let study):
            baselines.failToRead(study)
            evaluations.failToRead(study)
        case .baselineRows(let study, _): baselines.failToRead(study)
        case .baseline(let study, let index): baselines.failToOpen(index, of: study)
        case .evaluations: evaluations.failToList(text)
        case .evaluationRows(let study, _): evaluations.failToRead(study)
        case .evaluation(let study, let index): evaluations.failToOpen(index, of: study)
        }
        tell(text, .error)
    }

    /// What a screen says where its studies could not be listed.
    func words(onReading noun: String, failed problem: String) -> [String] {
        ["The \(noun) could not be read:", problem, "\(keymap.name(of: screenRefresh)) reads them again."]
    }

    /// What a screen says where a study has no row to show.
    func words<Row>(onNoRowsOf rows: StudyRows<Row>) -> String {
        if rows.isReading { return "The items are being read." }
        return rows.indices == nil
            ? "The items could not be read: \(keymap.name(of: screenRefresh)) reads them again." : "It has no item yet."
    }

    private var screenRefresh: Action { screen == .baselines ? .baselines(.refresh) : .evaluations(.refresh) }

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
