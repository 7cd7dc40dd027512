import CNcurses
internal import Canvas

extension RawKey {
    /// Reads the numbers of the C side.
    init(code: Int32) {
        let code = Int(code)
        switch code {
        case 0...0xFF: self = .byte(UInt8(code))
        case CT_KEY_NONE: self = .pause
        case CT_KEY_PASTE_BEGAN: self = .pasteBegan
        case CT_KEY_FUNCTION + 1...CT_KEY_FUNCTION + 63: self = .known(.function(code - CT_KEY_FUNCTION))
        default: self = Self.keys[code].map(RawKey.known) ?? .other
        }
    }

    private static let keys: [Int: Key] = [
        CT_KEY_UP: .up, CT_KEY_DOWN: .down, CT_KEY_LEFT: .left, CT_KEY_RIGHT: .right,
        CT_KEY_HOME: .home, CT_KEY_END: .end, CT_KEY_PAGE_UP: .pageUp, CT_KEY_PAGE_DOWN: .pageDown,
        CT_KEY_INSERT: .insert, CT_KEY_DELETE: .delete, CT_KEY_BACKSPACE: .backspace,
        CT_KEY_ENTER: .enter, CT_KEY_BACK_TAB: .backTab,
    ]
}
