import Canvas
import DisplaySafety

/// Whether a dialog that was just opened heeds keys already.
enum Hearing: Hashable, Sendable {
    /// Keys that were meant for what was there before do nothing.
    case deaf
    case awake
}

/// The last rows of a question: why a key did nothing, and the keys that do something, dim until they are heard.
struct AnswerKeys {
    let hearing: Hearing
    /// A key that came before any was heard.
    let missed: Key?
    /// Why a key that was heard did nothing.
    let complaint: String?
    let hints: [(key: SafeText, does: SafeText)]
    let pen: Pen

    /// One row at least for what there is to say, so that nothing moves when it is said.
    func lines(width: Int) -> [Line] {
        let hints = Line.hints(hints, width: width)
        return message.wrapped(to: width) + (hearing == .deaf ? hints.map(dimmed) : hints)
    }

    private var message: Line {
        switch (hearing, missed) {
        case (.deaf, nil): Line("wait" + pen[.ellipsis] + " no key is heard yet", Ink(.textDim))
        case (.deaf, let key?): Line("wait" + pen[.ellipsis] + " " + name(of: key) + " was not heard", Ink(.inputError))
        case (.awake, let key?):
            Line(name(of: key) + " came too early: press it again if you mean it", Ink(.inputError))
        case (.awake, nil): Line(pen.line(complaint ?? ""), Ink(.inputError))
        }
    }

    private func name(of key: Key) -> SafeText { pen.line(key.shortName) }

    private func dimmed(_ line: Line) -> Line { Line(line.text, Ink(.hintDisabled)) }
}

extension Key {
    /// Its name in a sentence; pasted text is not repeated.
    var shortName: String {
        if case .paste = self { "a paste" } else { name }
    }
}
