import Canvas
import DisplaySafety
import Engine
import Review

extension ExplorerState {
    /// Opens the focused item: a sample, the attempts of a proposal, an output, a text.
    mutating func openItem() {
        if focusedPane == .queue {
            focus = .chains
        } else {
            readItem()
        }
    }

    /// Shows everything there is of the focused item.
    mutating func readItem() {
        guard let open, let text = FullText(of: cursor(in: focusedPane), in: focusedPane, open) else { return }
        overlay = .reader(Reader(title: text.title, content: text.lines, in: size))
    }
}
