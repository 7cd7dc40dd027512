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
        case (_, _): readItem()
        }
    }

    /// Shows everything there is of the focused item.
    mutating func readItem() {
        guard let open, let text = FullText(of: cursor(in: focusedPane), in: focusedPane, open) else { return }
        overlay = .reader(Reader(title: text.title, content: text.lines, in: size))
    }
}
