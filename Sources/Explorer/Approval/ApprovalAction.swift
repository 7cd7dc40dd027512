import Canvas

/// What a key of the approval screen asks for.
enum ApprovalAction: Hashable, Sendable {
    case classify(ToolUse)
    case takeSuggestions, undo, pattern, approve
    case down, up, pageDown, pageUp, first, last
    case mark, markRange, markAll, filter
    case read, detailDown, detailUp, command
    case help, leave, closeLayer, redraw, suspend
}

/// An action, its keys and its words: behind the keys, the hints and the help.
struct ApprovalKey: Hashable, Sendable {
    let action: ApprovalAction
    let keys: [Key]
    /// A word or two for the hints; nil where the help is enough.
    let label: String?
    let help: String

    private init(_ action: ApprovalAction, _ keys: String, _ label: String?, _ help: String) {
        self.action = action
        self.keys = keys.split(separator: " ").compactMap { Key(name: String($0)) }
        self.label = label
        self.help = help
    }

    /// `j down`, as the help shows them.
    var names: String { keys.map(\.name).joined(separator: " ") }

    /// Every key, the most useful ones first.
    static let all = [
        ApprovalKey(.classify(.used(.read)), "r", "read", "the tool only looks; on to the next"),
        ApprovalKey(.classify(.used(.write)), "w", "write", "it may change something: its calls are asked about"),
        ApprovalKey(.classify(.used(.destructive)), "d", "destructive", "it may destroy something: asked call by call"),
        ApprovalKey(.classify(.off), "o", "off", "it is not used"),
        ApprovalKey(.takeSuggestions, "s", "suggestions", "what is unclassified becomes what it looks like"),
        ApprovalKey(.approve, "a", "approve", "approve what is classified, after a question"),
        ApprovalKey(.pattern, ": p", "pattern", "classify by name: get_* list_* read"),
        ApprovalKey(.filter, "/", "filter", "show tools that have all the words, or fit get_*"),
        ApprovalKey(.mark, "space", "mark", "mark the tool, or not: r w d o then mean all that are marked"),
        ApprovalKey(.markAll, "*", "mark all", "mark all that the filter shows, or none"),
        ApprovalKey(.markRange, "V", "range", "mark from here to where you go; V again keeps the marks"),
        ApprovalKey(.read, "enter v", "in full", "the tool over the whole screen"),
        ApprovalKey(.detailDown, "J", nil, "scroll what the tool says of itself down"),
        ApprovalKey(.detailUp, "K", nil, "and up"),
        ApprovalKey(.command, "c", "command", "the command in full"),
        ApprovalKey(.undo, "u", "undo", "take the last classifying back"),
        ApprovalKey(.down, "j down", nil, "down"),
        ApprovalKey(.up, "k up", nil, "up"),
        ApprovalKey(.pageDown, "ctrl-d pagedown", nil, "a page down"),
        ApprovalKey(.pageUp, "ctrl-u pageup", nil, "a page up"),
        ApprovalKey(.first, "g home", nil, "to the top"),
        ApprovalKey(.last, "G end", nil, "to the bottom"),
        ApprovalKey(.help, "? f1", "help", "this help"),
        ApprovalKey(.closeLayer, "esc", nil, "drop the range, the marks, the filter; then leave"),
        ApprovalKey(.leave, "q ctrl-c", "leave", "leave without approving"),
        ApprovalKey(.redraw, "ctrl-l", nil, "paint the screen again"),
        ApprovalKey(.suspend, "ctrl-z", nil, "suspend"),
    ]

    /// What a key asks for; nil for nothing.
    static func action(of key: Key) -> ApprovalAction? { byKey[key] }

    private static let byKey = Dictionary(
        all.flatMap { entry in entry.keys.map { ($0, entry.action) } }
    ) { first, _ in first }
}
