import Canvas
import DisplaySafety

/// One of several artefacts being read in full: as a tree where it is JSON, and as it was recorded.
struct Inspector: Hashable, Sendable {
    /// What the next key means.
    enum Mode: Hashable, Sendable {
        case reading
        /// After `g`.
        case going
        /// After `y`.
        case copying
        /// While the text to look for is typed; `before` is what Esc brings back.
        case searching(TextField, before: Sheet)
        /// While the keys are listed, from a row on.
        case keys(scroll: Int)
    }

    /// How pressing a key went.
    enum Outcome: Hashable, Sendable {
        case stays, closed
        case copied(CopiedText)
        /// A word for the person at the keys.
        case said(String)
    }

    /// The cells that an artefact is drawn in, and how.
    struct Room: Sendable {
        let columns: Int
        let rows: Int
        let pen: Pen

        /// What the frame leaves on a screen of a size.
        init(in size: Size, _ pen: Pen) {
            columns = max(1, size.columns - 4)
            rows = max(1, size.rows - 5)
            self.pen = pen
        }

        /// A text as the terminal can draw it.
        func drawable(_ text: SafeText) -> SafeText { pen.drawsASCII ? text.ascii : text }
    }

    let artefacts: [Artefact]
    /// What the terminal can draw, on which the rows of a text depend.
    let glyphs: GlyphSet
    private(set) var index: Int
    var sheet: Sheet
    var mode = Mode.reading

    /// Opens one of the artefacts.
    init(artefacts: [Artefact], at index: Int = 0, in size: Size, glyphs: GlyphSet = .utf8) {
        self.glyphs = glyphs
        self.artefacts = artefacts.isEmpty ? [Artefact("Nothing", .text(""))] : artefacts
        self.index = min(max(0, index), self.artefacts.count - 1)
        sheet = Sheet(self.artefacts[self.index])
        fit(size)
    }

    var artefact: Artefact { artefacts[index] }

    /// Whether characters are text now, not keys.
    var takesText: Bool {
        switch mode {
        case .searching: true
        case .reading, .going, .copying, .keys: false
        }
    }

    /// Takes another size of the screen in; the element under the cursor stays in sight.
    mutating func fit(_ size: Size) {
        sheet.settle(in: Room(in: size, Pen(glyphs)))
    }

    /// Takes a key in.
    mutating func press(_ key: Key, in size: Size) -> Outcome {
        let room = Room(in: size, Pen(glyphs))
        let outcome =
            switch mode {
            case .reading: pressed(key, in: room)
            case .going: pressedAfterG(key, in: room)
            case .copying: pressedAfterY(key)
            case .searching(let field, let before): pressed(key, searching: field, before: before, in: room)
            case .keys(let scroll): pressed(key, amongKeysFrom: scroll, in: size)
            }
        sheet.settle(in: room)
        return outcome
    }

    /// Opens the artefact that lies so many places further; what is looked for stays.
    mutating func turn(by distance: Int, in room: Room) -> Outcome {
        let target = index + distance
        guard artefacts.indices.contains(target) else {
            return .said(distance > 0 ? "This is the last one." : "This is the first one.")
        }
        let needle = sheet.found?.needle
        index = target
        sheet = Sheet(artefact)
        if let needle { sheet.search(needle) }
        return .stays
    }
}
