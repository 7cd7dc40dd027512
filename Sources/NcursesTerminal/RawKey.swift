internal import Canvas

/// What the terminal hands over, one at a time.
enum RawKey: Hashable, Sendable {
    /// A byte of text, or of a sequence that the terminal's description does not know.
    case byte(UInt8)
    /// A key that the terminal's description knows.
    case known(Key)
    /// Bytes up to the mark `ESC [201~` are pasted text.
    case pasteBegan
    /// Something that is no key: a focus report, a key without use here.
    case other
    /// Nothing more waits at the moment, so what could have continued is complete.
    case pause
}
