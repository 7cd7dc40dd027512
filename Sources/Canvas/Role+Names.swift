extension Role {
    /// Ordinary text.
    package static let text: Role = "text"
    /// Text of second rank.
    package static let textDim: Role = "text.dim"
    /// Text that leads.
    package static let textStrong: Role = "text.strong"
    /// Text that leads elsewhere.
    package static let textLink: Role = "text.link"
    /// Text that cannot be acted on.
    package static let textDisabled: Role = "text.disabled"
    /// The screen's ground.
    package static let base: Role = "base"
    /// The ground of overlays.
    package static let surface: Role = "surface"
    /// The border of a pane.
    package static let border: Role = "border"
    /// The border of the focused pane.
    package static let borderFocus: Role = "border.focus"
    /// A pane's title.
    package static let title: Role = "title"
    /// The focused pane's title.
    package static let titleFocus: Role = "title.focus"
    /// The top row.
    package static let header: Role = "header"
    /// A screen's name in the top row.
    package static let tab: Role = "tab"
    /// The name of the screen that is open.
    package static let tabActive: Role = "tab.active"
    /// A line between parts.
    package static let separator: Role = "separator"
    /// How far a pane is scrolled.
    package static let scrollbar: Role = "scrollbar"
    /// A row of a list.
    package static let listRow: Role = "list.row"
    /// The ground of the selected row.
    package static let listSelected: Role = "list.selected"
    /// The ground of the selected row of a pane without focus.
    package static let listSelectedUnfocused: Role = "list.selected.unfocused"
    /// A marked row.
    package static let listMarked: Role = "list.marked"
    /// What a search found.
    package static let listMatch: Role = "list.match"
    /// A list's count.
    package static let listCount: Role = "list.count"
    /// The name of normal mode.
    package static let modeNormal: Role = "mode.normal"
    /// The name of insert mode.
    package static let modeInsert: Role = "mode.insert"
    /// The name of filter mode.
    package static let modeFilter: Role = "mode.filter"
    /// The name of replay mode.
    package static let modeReplay: Role = "mode.replay"
    /// The name of read-only mode.
    package static let modeReadonly: Role = "mode.readonly"
    /// The status row.
    package static let status: Role = "status"
    /// When the last decision was saved.
    package static let statusSaved: Role = "status.saved"
    /// A key in the hints.
    package static let hintKey: Role = "hint.key"
    /// What a key does.
    package static let hintText: Role = "hint.text"
    /// A key that does nothing now.
    package static let hintDisabled: Role = "hint.disabled"
    /// Not decided.
    package static let decisionPending: Role = "decision.pending"
    /// Edited and not decided.
    package static let decisionDraft: Role = "decision.draft"
    /// Accepted.
    package static let decisionAccept: Role = "decision.accept"
    /// Rejected.
    package static let decisionReject: Role = "decision.reject"
    /// Put off.
    package static let decisionSkip: Role = "decision.skip"
    /// Flagged.
    package static let decisionFlag: Role = "decision.flag"
    /// Edited.
    package static let decisionEdited: Role = "decision.edited"
    /// An output older than its arguments.
    package static let decisionStale: Role = "decision.stale"
    /// An iteration that added steps.
    package static let iterOk: Role = "iter.ok"
    /// An iteration that added nothing.
    package static let iterNoop: Role = "iter.noop"
    /// An iteration that was aborted.
    package static let iterFail: Role = "iter.fail"
    /// An iteration that is not over.
    package static let iterRunning: Role = "iter.running"
    /// The iteration on view.
    package static let iterCurrent: Role = "iter.current"
    /// An iteration after the one on view.
    package static let iterFuture: Role = "iter.future"
    /// A chain's name.
    package static let chainId: Role = "chain.id"
    /// A line of a chain.
    package static let chainEdge: Role = "chain.edge"
    /// A step's tool.
    package static let stepTool: Role = "step.tool"
    /// A step that the iteration added.
    package static let stepNew: Role = "step.new"
    /// A step's number.
    package static let stepIndex: Role = "step.index"
    /// A step that succeeded.
    package static let stepOk: Role = "step.ok"
    /// A step that failed.
    package static let stepFail: Role = "step.fail"
    /// A value from the query.
    package static let provQuery: Role = "prov.query"
    /// A value from an earlier output.
    package static let provOutput: Role = "prov.output"
    /// A default value.
    package static let provDefault: Role = "prov.default"
    /// A value from nowhere.
    package static let provMissing: Role = "prov.missing"
    /// A proposal.
    package static let proposal: Role = "proposal"
    /// The proposal that was selected.
    package static let proposalSelected: Role = "proposal.selected"
    /// A proposal whose trial failed.
    package static let proposalFailed: Role = "proposal.failed"
    /// What a trial reported.
    package static let report: Role = "report"
    /// Why the selector chose.
    package static let reason: Role = "reason"
    /// The curator's note.
    package static let note: Role = "note"
    /// A key of an object.
    package static let jsonKey: Role = "json.key"
    /// A string.
    package static let jsonString: Role = "json.string"
    /// A number.
    package static let jsonNumber: Role = "json.number"
    /// True or false.
    package static let jsonBool: Role = "json.bool"
    /// Null.
    package static let jsonNull: Role = "json.null"
    /// Brackets, commas and colons.
    package static let jsonPunct: Role = "json.punct"
    /// What was added.
    package static let diffAdd: Role = "diff.add"
    /// What was taken away.
    package static let diffDel: Role = "diff.del"
    /// What was changed.
    package static let diffChange: Role = "diff.change"
    /// What stayed.
    package static let diffContext: Role = "diff.context"
    /// A difference's heading.
    package static let diffHeader: Role = "diff.header"
    /// A finding to know.
    package static let lintInfo: Role = "lint.info"
    /// A finding to look at.
    package static let lintWarn: Role = "lint.warn"
    /// A finding to act on.
    package static let lintError: Role = "lint.error"
    /// A claim with a source.
    package static let grounded: Role = "grounded"
    /// A claim without a source.
    package static let ungrounded: Role = "ungrounded"
    /// A marker for what cannot be drawn.
    package static let escaped: Role = "escaped"
    /// News.
    package static let toastInfo: Role = "toast.info"
    /// A warning.
    package static let toastWarn: Role = "toast.warn"
    /// An error.
    package static let toastError: Role = "toast.error"
    /// A question.
    package static let confirm: Role = "confirm"
    /// A question about something that cannot be undone.
    package static let confirmDanger: Role = "confirm.danger"
    /// Text being written.
    package static let input: Role = "input"
    /// A wrong part of it.
    package static let inputError: Role = "input.error"
    /// The place of the next character.
    package static let cursor: Role = "cursor"
    /// What is done.
    package static let progressFill: Role = "progress.fill"
    /// What is left.
    package static let progressRest: Role = "progress.rest"
    /// A bar of a chart.
    package static let bar: Role = "bar"
    /// A small chart.
    package static let spark: Role = "spark"
    /// A chart's axis.
    package static let axis: Role = "axis"
    /// Money.
    package static let cost: Role = "cost"
    /// Money above the budget.
    package static let costOver: Role = "cost.over"

    /// Every role, in the order of the list that themes are written against.
    package static let all: [Role] = [
        .text, .textDim, .textStrong, .textLink, .textDisabled, .base, .surface, .border, .borderFocus, .title,
        .titleFocus, .header, .tab, .tabActive, .separator, .scrollbar, .listRow, .listSelected,
        .listSelectedUnfocused, .listMarked, .listMatch, .listCount, .modeNormal, .modeInsert, .modeFilter,
        .modeReplay, .modeReadonly, .status, .statusSaved, .hintKey, .hintText, .hintDisabled, .decisionPending,
        .decisionDraft, .decisionAccept, .decisionReject, .decisionSkip, .decisionFlag, .decisionEdited,
        .decisionStale, .iterOk, .iterNoop, .iterFail, .iterRunning, .iterCurrent, .iterFuture, .chainId, .chainEdge,
        .stepTool, .stepNew, .stepIndex, .stepOk, .stepFail, .provQuery, .provOutput, .provDefault, .provMissing,
        .proposal, .proposalSelected, .proposalFailed, .report, .reason, .note, .jsonKey, .jsonString, .jsonNumber,
        .jsonBool, .jsonNull, .jsonPunct, .diffAdd, .diffDel, .diffChange, .diffContext, .diffHeader, .lintInfo,
        .lintWarn, .lintError, .grounded, .ungrounded, .escaped, .toastInfo, .toastWarn, .toastError, .confirm,
        .confirmDanger, .input, .inputError, .cursor, .progressFill, .progressRest, .bar, .spark, .axis, .cost,
        .costOver,
    ]
}
