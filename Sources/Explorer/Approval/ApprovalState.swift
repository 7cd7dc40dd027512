import Canvas
import Engine

/// Everything the approval screen knows: changed by ``update(_:)`` alone, drawn by ``frame(in:)``.
package struct ApprovalState: Hashable, Sendable {
    /// What lies over the list, and gets the keys.
    enum Layer: Hashable, Sendable {
        /// One tool over the whole screen.
        case reading
        case command(scroll: Int)
        case help(scroll: Int)
        /// The filter before is kept for whoever gives up.
        case filtering(TextField, before: String)
        case patterning(TextField, complaint: String?)
        case confirming
        case leaving
    }

    let subject: ApprovalSubject
    let items: [ApprovalItem]
    /// The signs that the terminal can draw.
    let glyphs: GlyphSet
    /// The cells of the longest name, so that the list's columns stand still.
    let nameWidth: Int
    var size: Size
    var classifications: [ToolName: ToolUse]
    /// What was classified at the beginning: nothing is lost where it is still so.
    let initial: [ToolName: ToolUse]
    /// Earlier classifications, oldest first.
    var history: [[ToolName: ToolUse]] = []
    var filter = ""
    /// The items that the filter shows, by their places.
    var shown: [Int]
    /// The place of the cursor among those shown.
    var cursor = 0
    var marks: Set<ToolName> = []
    /// Where a range begins.
    var anchor: ToolName?
    /// Rows of the tool under the cursor that are scrolled away.
    var scroll = 0
    var layer: Layer?
    /// A number for the question that was asked last, which does not hear keys at first.
    var asked = 0
    var isDeaf = false
    /// A key that came before the question heard any, and why a key that it heard did nothing.
    var missed: Key?
    var complaint: String?
    /// What the last key did, or why it did nothing.
    var notice: String?

    /// A screen for a source and its tools, each name once.
    ///
    /// What was approved and has not changed is classified as it was, unless the command is another one; all else is
    /// for the user to say.
    package init(
        _ subject: ApprovalSubject, items: [ApprovalItem], size: Size, glyphs: GlyphSet = .utf8
    ) {
        self.subject = subject
        self.items = items
        self.size = size
        self.glyphs = glyphs
        let pen = Pen(glyphs)
        nameWidth = items.map { pen.line($0.tool.name.text).width }.max() ?? 0
        shown = Array(items.indices)
        let known = items.compactMap { item in
            item.state == .same && subject.commandChangedFrom == nil
                ? item.current.map { (item.tool.name, ToolUse.used($0)) } : nil
        }
        classifications = Dictionary(known) { first, _ in first }
        initial = classifications
    }
}

/// What happened.
package enum ApprovalEvent: Hashable, Sendable {
    /// A key was pressed, or text was pasted.
    case key(Key)
    /// The terminal has another size.
    case resized(Size)
    /// The while is over that ``ApprovalEffect/wake(_:after:)`` asked for.
    case woken(Int)
}

/// What the approval screen asks the world to do.
package enum ApprovalEffect: Hashable, Sendable {
    /// These tools are approved as this, and no other ones: the screen is over.
    case approve([ToolName: Tool.Effects])
    /// Nothing is approved, and everything stays as it was: the screen is over.
    case leave
    /// Sends ``ApprovalEvent/woken(_:)`` with the number after a while.
    case wake(Int, after: Duration)
    /// Paints every cell again, as after foreign output.
    case redraw
    /// Stops the program as ctrl-z does in a shell.
    case suspend
}

extension ApprovalState {
    /// The tool under the cursor; nil where the filter shows none.
    var selected: ApprovalItem? { shown.indices.contains(cursor) ? items[shown[cursor]] : nil }

    /// What is marked, the range from the anchor to the cursor included.
    var marked: Set<ToolName> { marks.union(range) }

    private var range: [ToolName] {
        guard let anchor, let start = shown.firstIndex(where: { items[$0].tool.name == anchor }) else { return [] }
        return shown[min(start, cursor)...max(start, cursor)].map { items[$0].tool.name }
    }

    /// How the tools that are there are classified.
    var counts: ToolUseCounts {
        ToolUseCounts(items.filter(\.isThere).map { classifications[$0.tool.name] })
    }

    /// What would be approved.
    var approval: [ToolName: Tool.Effects] {
        Dictionary(
            items.filter(\.isThere).compactMap { item in
                classifications[item.tool.name]?.effects.map { (item.tool.name, $0) }
            }
        ) { first, _ in first }
    }
}
