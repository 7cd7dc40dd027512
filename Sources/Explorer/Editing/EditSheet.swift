import Canvas
import Engine

/// The inline editor over a screen: one text of a sample, and what it was before.
struct EditSheet: Hashable, Sendable {
    /// What the next key means.
    enum Mode: Hashable, Sendable {
        case writing
        /// Leaving would lose what was written: the reviewer is asked.
        case leaving
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        /// The text is to be kept; it is another one than the editor was opened with.
        case kept(String)
        case closed
        /// The text is to be edited by the reviewer's own editor and given back with `replace(text:)`.
        case externally(String)
    }

    let sample: SampleID
    /// The sample's label.
    let name: String
    let subject: EditSubject
    /// The text that generation made, before any edit; empty where there is none.
    let original: String
    /// The text that the editor was opened with.
    let opening: String
    private(set) var area: TextArea
    private(set) var mode = Mode.writing
    /// Why the text was not kept.
    private(set) var problem: String?
    /// The first visible row of the text.
    private(set) var top = TextArea.Row.first
    /// The first visible row of the original.
    private(set) var originalScroll = 0

    /// Opens a text as it stands now, above the untouched one.
    init(
        _ subject: EditSubject, of sample: SampleID, name: String, text: String, original: String = "",
        in size: Size, drawing: Drawing = .unicode
    ) {
        self.subject = subject
        self.sample = sample
        self.name = name
        self.original = original
        opening = text
        let layout = EditLayout(size, subject: subject, original: original)
        area = TextArea(text, SoftWrap(columns: layout.text.columns, drawing: drawing))
        show(in: layout)
    }

    /// Opens an argument's value as it stands now.
    init(
        _ argument: EditedArgument, of sample: SampleID, name: String, in size: Size, drawing: Drawing = .unicode
    ) {
        self.init(
            .argument(argument), of: sample, name: name, text: argument.form.text(of: argument.value),
            original: argument.form.text(of: argument.original), in: size, drawing: drawing)
    }

    /// Whether leaving would lose something.
    var isChanged: Bool { !area.holds(opening) }

    mutating func press(_ key: Key, in size: Size) -> Outcome {
        fit(size)
        let outcome =
            switch mode {
            case .writing: write(key, in: size)
            case .leaving: answer(key)
            }
        show(in: layout(in: size))
        return outcome
    }

    /// Breaks the text anew for a screen of another size.
    mutating func fit(_ size: Size) {
        let layout = layout(in: size)
        area.fit(SoftWrap(columns: layout.text.columns, drawing: area.wrap.drawing))
        show(in: layout)
    }

    /// Takes the text back from the reviewer's own editor, as one change that can be undone.
    mutating func replace(text: String) {
        mode = .writing
        problem = nil
        area.replaceAll(with: text)
    }

    /// Says why the text is not kept; it stays as it is.
    mutating func refuse(_ problem: String) {
        mode = .writing
        self.problem = problem
    }

    func layout(in size: Size) -> EditLayout {
        EditLayout(size, subject: subject, original: original)
    }

    private mutating func show(in layout: EditLayout) {
        top = area.top(height: layout.text.rows, from: top)
    }
}

extension EditSheet {
    private mutating func write(_ key: Key, in size: Size) -> Outcome {
        switch key {
        case .control("s"), .function(2): return keep()
        case .control("o"), .function(4): return .externally(area.text)
        case .escape where isChanged: mode = .leaving
        case .escape: return .closed
        case .alt("j"): scrollOriginal(by: 1, in: layout(in: size).original)
        case .alt("k"): scrollOriginal(by: -1, in: layout(in: size).original)
        case .character, .control, .alt, .function, .paste, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            edit(key, page: layout(in: size).text.rows)
        }
        return .stays
    }

    /// A complaint stands until the text changes.
    private mutating func edit(_ key: Key, page: Int) {
        let before = area.changes
        _ = area.press(key, page: page)
        if area.changes != before { problem = nil }
    }

    /// What is pasted is no answer, and neither is enter.
    private mutating func answer(_ key: Key) -> Outcome {
        switch key {
        case .character("y"): return .closed
        case .character("s"), .control("s"), .function(2): return keep()
        case .escape: mode = .writing
        case .character, .control, .alt, .function, .paste, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            return .stays
        }
        return .stays
    }

    private mutating func keep() -> Outcome {
        mode = .writing
        guard isChanged else { return .closed }
        let text = area.text
        guard let found = subject.problem(with: text) else {
            return subject.isUnchanged(by: text) ? .closed : .kept(text)
        }
        problem = found.sentence
        if let offset = found.offset { area.move(toByte: offset) }
        return .stays
    }

    private mutating func scrollOriginal(by distance: Int, in rect: Rect) {
        let rows = OriginalText(original: original, edited: area, pen: Pen(.utf8)).rows(width: rect.columns)
        originalScroll = min(max(0, originalScroll + distance), max(0, rows.count - rect.rows + 1))
    }
}
