/// What the user pressed or pasted.
package enum Key: Hashable, Sendable {
    /// A character that was typed, whatever the keyboard's layout or input method.
    case character(Character)
    /// A letter with ctrl, in lower case; enter, tab and escape have cases of their own.
    case control(Character)
    /// A character with alt, or escape right before it.
    case alt(Character)
    /// F1 and following.
    case function(Int)
    /// Text that came at once; line feeds between its lines, no other control but tab.
    case paste(String)
    /// Keys that the keyboard names; `backTab` is tab with shift.
    case enter, escape, tab, backTab, backspace, delete, insert
    /// Keys that move.
    case up, down, left, right, home, end, pageUp, pageDown
}
