internal import Canvas

/// Makes keys of what the terminal hands over: characters, alt, unknown escape sequences, pasted text.
///
/// A sequence that means no key is swallowed whole: its letters would otherwise act as keys.
struct KeyDecoder {
    private enum State {
        case plain
        case escape
        case control(parameters: String)
        case singleShift
        /// An operating system command or device reply, up to its terminator.
        case reply(opener: Character, isEmpty: Bool)
        case replyEnding
        case paste(PastedText)
    }

    private var state = State.plain
    private var utf8 = UTF8Decoder()

    /// The keys that this completes.
    mutating func take(_ raw: RawKey) -> [Key] {
        switch raw {
        case .byte(let byte): return isPasting ? take(pasted: [byte]) : utf8.take(byte).flatMap { take($0) }
        case .known(let key): return take(key)
        case .pasteBegan: return beginPaste()
        case .pause: return pause()
        case .other: return []
        }
    }

    /// Whether text of a paste is what comes next; it may then be handed over in bulk.
    var isPasting: Bool {
        if case .paste = state { true } else { false }
    }

    /// The keys that bytes of a paste complete: the paste when its end is among them, and what was typed after it.
    mutating func take(pasted bytes: [UInt8]) -> [Key] {
        guard case .paste(var text) = state else { return bytes.flatMap { take(.byte($0)) } }
        state = .plain  // or the text would have two owners, and each change would copy it
        guard let rest = text.append(bytes) else {
            state = .paste(text)
            return []
        }
        return (text.isEmpty ? [] : [.paste(text.string)]) + rest.flatMap { take(.byte($0)) }
    }

    private mutating func take(_ key: Key) -> [Key] {
        isPasting ? [] : pause() + [key]
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> [Key] {
        switch state {
        case .plain: return takePlain(scalar)
        case .escape: return takeAfterEscape(scalar)
        case .control(let parameters): return takeControl(scalar, after: parameters)
        case .singleShift:
            state = .plain
            return EscapeSequence.key(singleShift: scalar).map { [$0] } ?? []
        case .reply(let opener, _):
            takeReply(scalar, opener: opener)
            return []
        case .replyEnding:
            state = .plain
            return scalar == "\\" ? [] : takeAfterEscape(scalar)
        case .paste: return []
        }
    }

    private mutating func takePlain(_ scalar: Unicode.Scalar) -> [Key] {
        guard scalar != "\u{1B}" else {
            state = .escape
            return []
        }
        return Key(typed: scalar).map { [$0] } ?? []
    }

    private mutating func takeAfterEscape(_ scalar: Unicode.Scalar) -> [Key] {
        state = .plain
        switch scalar {
        case "[": state = .control(parameters: "")
        case "O": state = .singleShift
        case "]", "P": state = .reply(opener: Character(scalar), isEmpty: true)
        case "\r", "\u{7F}", " "..."~", "\u{A0}"...: return [.alt(Character(scalar))]
        default: return [.escape] + takePlain(scalar)
        }
        return []
    }

    private mutating func takeControl(_ scalar: Unicode.Scalar, after parameters: String) -> [Key] {
        switch scalar {
        case " "..."?" where parameters.utf8.count < 64:
            state = .control(parameters: parameters + String(scalar))
            return []
        case "@"..."~":
            state = .plain
            return EscapeSequence.key(parameters: parameters, final: scalar).map { [$0] } ?? []
        default:
            state = .plain
            return takePlain(scalar)
        }
    }

    private mutating func takeReply(_ scalar: Unicode.Scalar, opener: Character) {
        switch scalar {
        case "\u{07}": state = .plain
        case "\u{1B}": state = .replyEnding
        default: state = .reply(opener: opener, isEmpty: false)
        }
    }

    private mutating func beginPaste() -> [Key] {
        let keys = pause()
        state = .paste(PastedText())
        return keys
    }

    /// A sequence that has begun with parameters goes on after a pause: a slow line may have cut it.
    private mutating func pause() -> [Key] {
        switch state {
        case .escape:
            state = .plain
            return [.escape]
        case .control(parameters: ""):
            state = .plain
            return [.alt("[")]
        case .singleShift:
            state = .plain
            return [.alt("O")]
        case .reply(let opener, let isEmpty):
            state = .plain
            return isEmpty ? [.alt(opener)] : []
        case .replyEnding:
            state = .plain
            return []
        case .plain, .control, .paste: return []
        }
    }
}

extension Key {
    /// The key that a typed scalar stands for; nil for what no keyboard sends.
    fileprivate init?(typed scalar: Unicode.Scalar) {
        switch scalar {
        case "\t": self = .tab
        case "\r": self = .enter
        case "\u{7F}": self = .backspace
        case "\0": self = .control(" ")
        case "\u{01}"..."\u{1A}": self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case "\u{1C}"..."\u{1F}": self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        case "\u{80}"..."\u{9F}": return nil
        default: self = .character(Character(scalar))
        }
    }
}
