extension Role {
    /// What is drawn as lines and bars, not as text.
    package static let lines: Set<Role> = [
        .border, .borderFocus, .separator, .scrollbar, .chainEdge, .progressFill, .progressRest, .bar, .spark, .axis,
    ]

    /// What text and lines are drawn on, as far as they have no ground of their own.
    package static let grounds: [Role] = [.base, .surface, .listSelected, .listSelectedUnfocused]

    /// What must be told apart: each role of a group from each other.
    package static let toldApart: [[Role]] = [
        [.decisionAccept, .decisionReject, .decisionSkip, .decisionDraft], [.iterOk, .iterNoop, .iterFail],
        [.diffAdd, .diffDel], [.provMissing, .provQuery], [.provMissing, .provOutput], [.provMissing, .provDefault],
        [.lintWarn, .lintError],
    ]
}
