extension ActionEntry {
    // Lower case acts or goes forward, upper case reverses or widens. J and K stay free.

    static let decisions = [
        ActionEntry(.accept, "accept", "accept, next sample", .decide, "a"),
        ActionEntry(.acceptMarked, "accept-marked", label: "accept marked", "accept what is marked", .decide, "A"),
        ActionEntry(.reject, "reject", "reject with reasons, next sample", .decide, "r"),
        ActionEntry(
            .rejectMarked, "reject-marked", label: "reject marked",
            "reject what is marked, else this sample, for the last reasons", .decide, "R"),
        ActionEntry(.skip, "skip", "skip, next sample", .decide, "s"),
        ActionEntry(.returnToPending, "pending", "back to pending", .decide, "-"),
        ActionEntry(.toggleFlag, "flag", "flag, or take the flag away", .decide, "f"),
        ActionEntry(.undo, "undo", "undo the last decision", .decide, "u").only(on: .review, .compare, .adjudicate),
        ActionEntry(.redo, "redo", "redo what was undone", .decide, "U", "ctrl-r").only(
            on: .review, .compare, .adjudicate),
    ]

    static let changes = [
        ActionEntry(.edit, "edit", "edit the focused item here", .change, "e"),
        ActionEntry(.editExternally, "edit-externally", label: "$EDITOR", "edit it in $EDITOR", .change, "E"),
        ActionEntry(
            .editSample, "edit-sample", label: "edit sample", "edit the whole sample in $EDITOR", .change, "ctrl-e"),
        ActionEntry(.comment, "comment", "comment on the focused item", .change, "c"),
        ActionEntry(.rerun, "rerun", label: "re-run", "run the step again", .change, "x"),
        ActionEntry(.regenerate, "regenerate", "draft query and response again", .change, "X"),
        ActionEntry(.deleteStep, "delete-step", label: "delete", "delete the step", .change, "t d"),
        ActionEntry(
            .moveStepUp, "move-step-up", label: "earlier", "move the step before its neighbour", .change, "t k"),
        ActionEntry(
            .moveStepDown, "move-step-down", label: "later", "move the step behind its neighbour", .change, "t j"),
        ActionEntry(
            .splitChain, "split-chain", label: "split", "begin a chain of its own with this step", .change, "t s"),
        ActionEntry(.mergeChain, "merge-chain", label: "merge", "join the chain to the one before it", .change, "t m"),
    ]

    static let movement = [
        ActionEntry(.nextSample, "next-sample", label: "next", "next sample", .move, "n"),
        ActionEntry(.previousSample, "previous-sample", label: "previous", "previous sample", .move, "p"),
        ActionEntry(.nextPending, "next-pending", label: "next pending", "next undecided sample", .move, "N"),
        ActionEntry(
            .previousPending, "previous-pending", label: "previous pending", "previous undecided sample", .move, "P"),
        ActionEntry(.nextIteration, "next-iteration", label: "later", "later iteration", .move, "]"),
        ActionEntry(.previousIteration, "previous-iteration", label: "earlier", "earlier iteration", .move, "["),
        ActionEntry(.nextPhase, "next-phase", label: "next phase", "next phase of the iteration", .move, ")"),
        ActionEntry(.previousPhase, "previous-phase", label: "previous phase", "previous phase", .move, "("),
        ActionEntry(
            .nextProblem, "next-problem", label: "problem", "next problem; in a diff, next change", .move, "}"),
        ActionEntry(
            .previousProblem, "previous-problem", label: "previous problem", "previous problem, or change", .move, "{"),
        ActionEntry(
            .nextSampleWithProblem, "next-sample-with-problem", label: "next with problem",
            "next sample with a problem", .move, ">"),
        ActionEntry(
            .previousSampleWithProblem, "previous-sample-with-problem", label: "previous with problem",
            "previous sample with a problem", .move, "<"),
        ActionEntry(.proposal(1), "proposal-1", label: "proposal", "proposal 1 of the iteration", .move, "1"),
        ActionEntry(.proposal(2), "proposal-2", label: "proposal", "proposal 2", .move, "2"),
        ActionEntry(.proposal(3), "proposal-3", label: "proposal", "proposal 3", .move, "3"),
        ActionEntry(.selectedProposal, "selected-proposal", label: "selected", "the selected proposal", .move, "="),
        ActionEntry(.down, "down", "down", .move, "j", "down").everywhere,
        ActionEntry(.up, "up", "up", .move, "k", "up").everywhere,
        ActionEntry(
            .halfPageDown, "half-page-down", label: "half page", "half a page down", .move, "ctrl-d", "pagedown"
        ).everywhere,
        ActionEntry(.halfPageUp, "half-page-up", label: "half page", "half a page up", .move, "ctrl-u", "pageup")
            .everywhere,
        ActionEntry(.first, "first", label: "top", "to the top", .move, "g g", "home").everywhere,
        ActionEntry(.last, "last", label: "bottom", "to the bottom", .move, "G", "end").everywhere,
    ]

    static let views =
        [
            ActionEntry(.fold, "fold", "fold, or to what holds it", .view, "h", "left").only(on: .review, .baselines),
            ActionEntry(.unfold, "unfold", "unfold, or into it", .view, "l", "right").only(on: .review, .baselines),
            ActionEntry(.nextPane, "next-pane", label: "pane", "next pane", .view, "tab").everywhere,
            ActionEntry(.previousPane, "previous-pane", label: "previous pane", "previous pane", .view, "shift-tab")
                .everywhere,
            ActionEntry(.pane(.queue), "pane-queue", label: "queue", "to the queue", .view, "g q"),
        ] + panes + [
            ActionEntry(.zoom, "zoom", "zoom the pane, or back", .view, "z"),
            ActionEntry(
                .open, "open", "open a proposal's attempts, a step's output; fold a chain", .view, "enter"
            ).everywhere,
            ActionEntry(.inspect, "inspect", "inspect the focused item in full", .view, "v").only(
                on: .review, .adjudicate, .baselines, .evaluations),
            ActionEntry(.toggleDiff, "diff", "show what changed, or not", .view, "d"),
            ActionEntry(.setBase, "set-base", label: "diff base", "compare with this from now on", .view, "m"),
            ActionEntry(.wrap, "wrap", "wrap long lines, or cut them", .view, "w"),
            ActionEntry(.copy(.value), "copy-value", label: "value", "copy the value", .view, "y y"),
            ActionEntry(.copy(.path), "copy-path", label: "path", "copy its path", .view, "y p"),
            ActionEntry(.copy(.jq), "copy-jq", label: "jq", "copy a jq filter that finds it", .view, "y q"),
            ActionEntry(.copy(.id), "copy-id", label: "id", "copy the sample's id", .view, "y i"),
            ActionEntry(.copy(.call), "copy-call", label: "call", "copy the call as JSON", .view, "y c"),
        ]

    /// Tab leads to them; a key of their own is for the user to give.
    private static let panes = Pane.allCases.filter { $0 != .queue }.map { pane in
        ActionEntry(.pane(pane), "pane-\(pane.rawValue)", label: pane.rawValue, "to the pane \(pane.title)", .view)
    }

    static let finding = [
        ActionEntry(.filter, "filter", "filter the queue, or search the text", .find, "/"),
        ActionEntry(.nextMatch, "next-match", label: "match", "next match", .find, ";"),
        ActionEntry(.previousMatch, "previous-match", label: "previous match", "previous match", .find, ","),
        ActionEntry(.sort, "sort", "choose the order of the queue", .find, "o"),
        ActionEntry(.mark, "mark", "mark the sample, or not", .find, "space"),
        ActionEntry(.markRange, "mark-range", label: "mark range", "mark from here to where you go", .find, "V"),
        ActionEntry(.markAll, "mark-all", label: "mark all", "mark all that the filter shows, or none", .find, "*"),
    ]

    static let growth = [
        ActionEntry(.hold, "hold", "hold the growing sample, or let it go on", .growth, "H").only(
            on: .review, .live),
        ActionEntry(
            .stepOnce, "step", "hold the growing sample after one more iteration; replay a finished one", .growth, "."
        ).only(on: .review, .live),
        ActionEntry(.follow, "follow", "follow the newest growing sample, or stop following", .growth, "F").only(
            on: .review, .live),
        ActionEntry(.pauseRun, "pause", "pause the run, or resume it", .growth, "S").only(on: .review, .live),
        ActionEntry(
            .override, "override", label: "steer", "steer the iteration, or grow a branch from it", .growth, "b"
        ).only(on: .review, .live, .compare),
    ]

    static let application =
        [
            ActionEntry(.export, "export", "write an export", .app, "W"),
            ActionEntry(.palette, "palette", label: "command", "give a command by its name", .app, ":").everywhere,
            ActionEntry(.help, "help", "this help", .app, "?", "f1").everywhere,
            ActionEntry(.notices, "notices", "why it was not possible, and what was told before", .app, "!").everywhere,
            ActionEntry(.quit, "quit", "quit", .app, "q", "ctrl-c").everywhere,
            ActionEntry(.closeLayer, "close", "close what is open; never quits", .app, "esc").everywhere,
            ActionEntry(.redraw, "redraw", "paint the screen again", .app, "ctrl-l").everywhere,
            ActionEntry(.suspend, "suspend", "suspend", .app, "ctrl-z").everywhere,
        ] + screens

    private static let screens =
        Screen.tabs.map { screen in
            ActionEntry(
                .screen(screen), "screen-\(screen.rawValue)", label: screen.rawValue, "to the screen \(screen.title)",
                .app,
                "g \(screen.rawValue.prefix(1))"
            ).everywhere
        } + [
            ActionEntry(
                .screen(.adjudicate), "screen-adjudicate", label: "adjudicate",
                "to what two reviewers judge differently",
                .app, "g a"
            ).everywhere,
            ActionEntry(
                .screen(.baselines), "baselines", "to the query-first baselines and their answer trees", .app, "g b"
            ).everywhere,
            ActionEntry(
                .screen(.evaluations), "evaluations", "to what models made of the dataset's items", .app, "g e"
            ).everywhere,
        ]
}
