import Canvas

extension Keymap {
    /// The keys that are bound unless the user binds others; lower case acts or goes forward, upper case reverses or
    /// widens.
    static let standard = Keymap(
        bindings: decisions + changes + movement + views + growth + application)

    private static let decisions = [
        Binding("a", .accept, "accept", "accept, next sample", .decide),
        Binding("r", .reject, "reject", "reject with reasons, next sample", .decide),
        Binding("s", .skip, "skip", "skip, next sample", .decide),
        Binding("-", .returnToPending, "pending", "back to pending", .decide),
        Binding("f", .toggleFlag, "flag", "flag, or take the flag away", .decide),
        Binding("u", .undo, "undo", "undo the last decision", .decide),
        Binding("U", .redo, "redo", "redo", .decide),
        Binding("ctrl-r", .redo, "redo", "redo", .decide),
    ]

    private static let changes = [
        Binding("e", .edit, "edit", "edit the query, or the focused response, in $EDITOR", .change)
    ]

    private static let movement = [
        Binding("n", .nextSample, "next", "next sample", .move),
        Binding("p", .previousSample, "previous", "previous sample", .move),
        Binding("N", .nextPending, "next pending", "next undecided sample", .move),
        Binding("P", .previousPending, "previous pending", "previous undecided sample", .move),
        Binding("]", .nextIteration, "later", "later iteration", .move),
        Binding("[", .previousIteration, "earlier", "earlier iteration", .move),
        Binding("1", .proposal(1), "proposal", "proposal 1 of the iteration", .move),
        Binding("2", .proposal(2), "proposal", "proposal 2", .move),
        Binding("3", .proposal(3), "proposal", "proposal 3", .move),
        Binding("=", .selectedProposal, "selected", "the selected proposal", .move),
        Binding("j", .down, "down", "down", .move),
        Binding("down", .down, "down", "down", .move),
        Binding("k", .up, "up", "up", .move),
        Binding("up", .up, "up", "up", .move),
        Binding("ctrl-d", .halfPageDown, "half page", "half a page down", .move),
        Binding("pagedown", .halfPageDown, "half page", "half a page down", .move),
        Binding("ctrl-u", .halfPageUp, "half page", "half a page up", .move),
        Binding("pageup", .halfPageUp, "half page", "half a page up", .move),
        Binding("g g", .first, "top", "to the top", .move),
        Binding("home", .first, "top", "to the top", .move),
        Binding("G", .last, "bottom", "to the bottom", .move),
        Binding("end", .last, "bottom", "to the bottom", .move),
    ]

    private static let views = [
        Binding("tab", .nextPane, "pane", "next pane", .view),
        Binding("right", .nextPane, "pane", "next pane", .view),
        Binding("l", .nextPane, "pane", "next pane", .view),
        Binding("shift-tab", .previousPane, "pane", "previous pane", .view),
        Binding("left", .previousPane, "pane", "previous pane", .view),
        Binding("h", .previousPane, "pane", "previous pane", .view),
        Binding("g q", .pane(.queue), "queue", "to the queue", .view),
        Binding("z", .zoom, "zoom", "zoom the pane, or back", .view),
        Binding("enter", .open, "open", "open a proposal's attempts, a step's output; fold a chain", .view),
        Binding("v", .readInFull, "full text", "read the focused item in full", .view),
        Binding("d", .toggleDiff, "diff", "show what changed in the query, or not", .view),
    ]

    private static let growth = [
        Binding("H", .hold, "hold", "hold the growing sample, or let it go on", .growth),
        Binding(".", .stepOnce, "one step", "let a held sample run one iteration", .growth),
        Binding("F", .follow, "follow", "follow the newest growing sample, or stop following", .growth),
        Binding("S", .pauseRun, "pause", "pause the run, or resume it", .growth),
    ]

    private static let application = [
        Binding("W", .export, "export", "write an export", .app),
        Binding("?", .help, "help", "this help", .app),
        Binding("f1", .help, "help", "this help", .app),
        Binding("q", .quit, "quit", "quit", .app),
        Binding("ctrl-c", .quit, "quit", "quit", .app),
        Binding("esc", .closeLayer, "close", "close what is open; never quits", .app),
        Binding("ctrl-l", .redraw, "redraw", "paint the screen again", .app),
        Binding("ctrl-z", .suspend, "suspend", "suspend", .app),
    ]
}

extension Keymap.Binding {
    /// Keys by their names, with spaces between them.
    init(_ names: String, _ action: Action, _ label: String, _ help: String, _ group: Keymap.Group) {
        keys = names.split(separator: " ").compactMap { Key(name: String($0)) }
        self.action = action
        self.label = label
        self.help = help
        self.group = group
    }
}
