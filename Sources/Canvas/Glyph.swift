/// A sign with a meaning; a glyph set says how it looks.
package enum Glyph: String, Hashable, Sendable, CaseIterable {
    case decisionPending = "decision.pending"
    case decisionDraft = "decision.draft"
    case decisionAccept = "decision.accept"
    case decisionReject = "decision.reject"
    case decisionSkip = "decision.skip"
    case decisionFlag = "decision.flag"
    case iterOk = "iter.ok"
    case iterNoop = "iter.noop"
    case iterFail = "iter.fail"
    case iterRunning = "iter.running"
    case iterCurrent = "iter.current"
    case stepOk = "step.ok"
    case stepFail = "step.fail"
    case stepNew = "step.new"
    case provMissing = "prov.missing"
    case lint
    case lintError = "lint.error"
    case listSelected = "list.selected"
    case proposalSelected = "proposal.selected"
    case arrowLeft = "arrow.left"
    case arrowRight = "arrow.right"
    case foldOpen = "fold.open"
    case foldClosed = "fold.closed"
    case ellipsis
    case progressFill = "progress.fill"
    case progressRest = "progress.rest"
    case sparkNone = "spark.none"
    case sparkLow = "spark.low"
    case sparkMiddle = "spark.middle"
    case sparkHigh = "spark.high"
    case sparkMost = "spark.most"
    case horizontal = "line.horizontal"
    case vertical = "line.vertical"
    case topLeft = "line.top-left"
    case topRight = "line.top-right"
    case bottomLeft = "line.bottom-left"
    case bottomRight = "line.bottom-right"
    case teeLeft = "line.tee-left"
    case teeRight = "line.tee-right"
    case teeDown = "line.tee-down"
    case teeUp = "line.tee-up"
    case cross = "line.cross"
    case focusHorizontal = "focus.horizontal"
    case focusVertical = "focus.vertical"
    case focusTopLeft = "focus.top-left"
    case focusTopRight = "focus.top-right"
    case focusBottomLeft = "focus.bottom-left"
    case focusBottomRight = "focus.bottom-right"

    /// The glyphs that tell the status of a sample: one of them leads each row of a list.
    package static let decisions: [Glyph] = [
        .decisionPending, .decisionDraft, .decisionAccept, .decisionReject, .decisionSkip, .decisionFlag,
    ]

    /// The heights of a number among others, nothing first.
    package static let sparks: [Glyph] = [.sparkNone, .sparkLow, .sparkMiddle, .sparkHigh, .sparkMost]
}

extension Glyph {
    /// How the glyph looks on a terminal with Unicode; one cell each, but for `prov.missing` and `lint.error`.
    var utf8: String {
        switch self {
        case .decisionPending: "·"
        case .decisionDraft: "✎"
        case .decisionAccept, .iterOk, .stepOk: "✓"
        case .decisionReject, .iterFail, .stepFail: "✗"
        case .decisionSkip: "»"
        case .decisionFlag: "⚑"
        case .iterNoop: "∅"
        case .iterRunning, .ellipsis: "…"
        case .iterCurrent, .foldClosed: "▶"
        case .proposalSelected: "▸"
        case .arrowLeft: "←"
        case .arrowRight: "→"
        case .foldOpen: "▼"
        case .sparkNone: "▁"
        case .sparkLow: "▂"
        case .sparkMiddle: "▄"
        case .sparkHigh: "▆"
        case .sparkMost: "█"
        case .horizontal: "─"
        case .vertical: "│"
        case .topLeft: "┌"
        case .topRight: "┐"
        case .bottomLeft: "└"
        case .bottomRight: "┘"
        case .teeLeft: "├"
        case .teeRight: "┤"
        case .teeDown: "┬"
        case .teeUp: "┴"
        case .cross: "┼"
        case .focusHorizontal: "━"
        case .focusVertical: "┃"
        case .focusTopLeft: "┏"
        case .focusTopRight: "┓"
        case .focusBottomLeft: "┗"
        case .focusBottomRight: "┛"
        case .stepNew, .provMissing, .lint, .lintError, .listSelected, .progressFill, .progressRest: ascii
        }
    }

    /// How the glyph looks where only ASCII can be drawn; some take two or three cells.
    var ascii: String {
        switch self {
        case .decisionPending: "[.]"
        case .decisionDraft: "[e]"
        case .decisionAccept: "[a]"
        case .decisionReject: "[r]"
        case .decisionSkip: "[s]"
        case .decisionFlag: "[!]"
        case .iterOk, .stepOk: "y"
        case .iterFail, .stepFail: "x"
        case .iterNoop: "0"
        case .iterRunning, .ellipsis: "..."
        case .iterCurrent, .arrowRight: "->"
        case .arrowLeft: "<-"
        case .stepNew: "+"
        case .provMissing: "??"
        case .lint: "!"
        case .lintError: "!!"
        case .listSelected, .proposalSelected, .foldClosed: ">"
        case .foldOpen: "v"
        case .progressFill, .sparkMost: "#"
        case .horizontal, .progressRest, .sparkMiddle: "-"
        case .sparkNone: "_"
        case .sparkLow: "."
        case .sparkHigh: "="
        case .vertical: "|"
        case .topLeft, .topRight, .bottomLeft, .bottomRight, .teeLeft, .teeRight, .teeDown, .teeUp, .cross: "+"
        case .focusHorizontal: "="
        case .focusVertical, .focusTopLeft, .focusTopRight, .focusBottomLeft, .focusBottomRight: "#"
        }
    }
}
