import Canvas
import DisplaySafety
import Engine
import Review

extension ExplorerState {
    /// Opens the focused item: a sample, a chain or its heading alone, the attempts of a proposal, an output, a text.
    mutating func openItem() {
        switch (focusedPane, cursor(in: focusedPane)) {
        case (.queue, _): focus = .chains
        case (.chains, .chain(let chain)?): folded.formSymmetricDifference([chain])
        case (_, .comment(let target)?): openSheet(for: .comment(target))
        case (_, _): inspect()
        }
    }

    /// Shows everything there is of the focused item, and what belongs to it.
    mutating func inspect() {
        guard let open else { return }
        let artefacts = ArtefactList(of: cursor(in: focusedPane), in: focusedPane, open)
        guard !artefacts.all.isEmpty else { return tell("There is nothing to read in full yet.") }
        overlay = .inspector(Inspector(artefacts: artefacts.all, at: artefacts.index, in: size, glyphs: glyphs))
    }

    /// Goes out: from an argument to its step, from a step to its chain, whose steps are then hidden.
    mutating func fold() {
        guard focusedPane == .chains, let chain = chainAtCursor else { return }
        switch cursor(in: .chains) {
        case .argument(let step, _), .output(let step):
            unfolded.remove(step)
            cursors[.chains] = .step(step)
        case .step(let step) where unfolded.contains(step): unfolded.remove(step)
        case .sample, .chain, .step, .proposal, .noOp, .proposerReason, .comment, .row, nil:
            folded.insert(chain)
            cursors[.chains] = .chain(chain)
        }
    }

    /// Goes in: shows the steps of a chain, and goes to the first argument of a step.
    mutating func unfold() {
        guard focusedPane == .chains, let chain = chainAtCursor else { return }
        guard case .step(let number)? = cursor(in: .chains) else {
            folded.remove(chain)
            return
        }
        unfolded.insert(number)
        guard let first = open?.view.traces[number]?.first else { return }
        cursors[.chains] = .argument(step: number, first.path)
    }

    /// The chain under the cursor, or that of the step under it.
    private var chainAtCursor: Chain.ID? {
        if case .chain(let chain)? = cursor(in: .chains) { return chain }
        return focusedStep.flatMap { open?.sample.workflow.chain(of: $0.number) }
    }

    mutating func pressed(_ key: Key, in inspector: Inspector) -> [Effect] {
        var inspector = inspector
        let outcome = inspector.press(key, in: size)
        overlay = .inspector(inspector)
        switch outcome {
        case .stays: return []
        case .closed: overlay = nil
        case .said(let text): tell(text)
        case .copied(let copied): return [.copy(copied)]
        }
        return []
    }
}
