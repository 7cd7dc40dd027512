extension Glyph {
    /// What must be told apart without colour: each glyph of a group from each other.
    package static let toldApart: [[Glyph]] = [
        decisions, [.iterOk, .iterNoop, .iterFail, .iterRunning], [.stepOk, .stepFail, .stepNew],
        [.lint, .lintError], [.foldOpen, .foldClosed], [.arrowLeft, .arrowRight], [.progressFill, .progressRest],
        sparks, [.horizontal, .focusHorizontal], [.vertical, .focusVertical],
    ]
}
