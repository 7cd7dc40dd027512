import Canvas
import Engine

/// A text that is written in the sheet.
struct OverrideText: Hashable, Sendable {
    enum Subject: Hashable, Sendable {
        case note
        case instruction(Proposal.ID)
        /// The arguments of a planned call; 0 is the first.
        case call(Proposal.ID, Int)
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays, left
        case kept(String)
    }

    let subject: Subject
    private let opening: String
    private(set) var area: TextArea
    /// The first visible row.
    private(set) var top = TextArea.Row.first
    /// Why it was not kept.
    private(set) var problem: String?
    /// Whether leaving would lose something, and the curator is asked.
    private(set) var isLeaving = false

    init(_ subject: Subject, _ text: String, in size: Size, drawing: Drawing) {
        self.subject = subject
        opening = text
        let rect = Self.layout(in: size).text
        area = TextArea(text, SoftWrap(columns: rect.columns, drawing: drawing))
        top = area.top(height: rect.rows, from: top)
    }

    /// Where the parts of the editor are.
    static func layout(in size: Size) -> EditLayout { EditLayout(size, subject: .comment(.whole), original: "") }

    var isChanged: Bool { !area.holds(opening) }

    mutating func press(_ key: Key, in size: Size) -> Outcome {
        fit(size)
        let outcome = isLeaving ? answer(key) : write(key, page: Self.layout(in: size).text.rows)
        fit(size)
        return outcome
    }

    /// Breaks the text anew for a screen of another size.
    mutating func fit(_ size: Size) {
        let rect = Self.layout(in: size).text
        area.fit(SoftWrap(columns: rect.columns, drawing: area.wrap.drawing))
        top = area.top(height: rect.rows, from: top)
    }

    /// Says why the text is not kept, with the cursor where it is wrong; it stays as it is.
    mutating func refuse(_ found: ValueProblem) {
        problem = found.sentence
        if let offset = found.offset { area.move(toByte: offset) }
    }

    private mutating func write(_ key: Key, page: Int) -> Outcome {
        switch key {
        case .control("s"), .function(2): return .kept(area.text)
        case .escape where isChanged: isLeaving = true
        case .escape: return .left
        case .character, .control, .alt, .function, .paste, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            let before = area.changes
            _ = area.press(key, page: page)
            if area.changes != before { problem = nil }
        }
        return .stays
    }

    private mutating func answer(_ key: Key) -> Outcome {
        switch key {
        case .character("y"): return .left
        case .character("s"), .control("s"), .function(2):
            isLeaving = false
            return .kept(area.text)
        case .escape: isLeaving = false
        case .character, .control, .alt, .function, .paste, .enter, .tab, .backTab, .backspace, .delete, .insert, .up,
            .down, .left, .right, .home, .end, .pageUp, .pageDown:
            return .stays
        }
        return .stays
    }
}

extension OverrideText.Subject {
    /// What is written, before the name of the sample.
    func title(at iteration: Int) -> String {
        switch self {
        case .note: "Note on iteration \(iteration) of"
        case .instruction(let id): "Instruction of proposal \(id.number), iteration \(iteration) of"
        case .call(let id, let index):
            "Arguments of call \(index + 1), proposal \(id.number), iteration \(iteration) of"
        }
    }
}
