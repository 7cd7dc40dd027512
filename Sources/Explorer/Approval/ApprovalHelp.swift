import Canvas
import DisplaySafety

/// What the keys of the approval screen do, and what its words mean.
struct ApprovalHelp {
    let pen: Pen

    func rows(width: Int) -> [PaneRow] {
        let keys = ApprovalKey.all.map { ($0.names, $0.help) }
        return [PaneRow("Keys", .titleFocus)] + rows(keys, width) + [.empty, PaneRow("Words", .titleFocus)]
            + rows(Self.words, width)
    }

    private func rows(_ entries: [(String, String)], _ width: Int) -> [PaneRow] {
        entries.flatMap { sign, text in
            PaneRow.wrapped(
                Line(pen.line(text), Ink(.text)), to: width,
                behind: Line(pen.line(sign).padded(to: 18), Ink(.hintKey)))
        }
    }

    private static let words = [
        ("read", "runs may call it unasked"), ("write", "each call is asked about; unattended runs deny it"),
        ("destructive", "as write, and no answer holds for more than one call"), ("off", "no model hears of it"),
        ("(write?)", "nothing is said yet; this is what it looks like, and it stays off"),
        ("milder", "said to do less than the server says, its name says, or it was approved as"),
        ("new", "it was never approved"), ("same", "as it was approved"),
        ("changed", "its definition is another one now: off until it is classified again"),
        ("gone", "approved, and no longer there"),
        ("!!", "something about it is suspicious: s leaves it to you"),
    ]
}
