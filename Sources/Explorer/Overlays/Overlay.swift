/// What lies over the Review screen; one at a time.
enum Overlay: Hashable, Sendable {
    case reasons(ReasonPicker)
    case help(HelpPage)
    case palette(Palette)
    case filter(FilterLine)
    case sorts(SortMenu)
    case confirm(Confirmation)
    case rerun(RerunQuestion)
    case stopping(StopQuestion)
    case editing(EditSheet)
    case override(OverrideSheet)
    case rewriting(RewriteChoice)
    case inspector(Inspector)
    case notices
    case export(ExportForm)
    case approval(CallDialog)
    case proposal(RunSheet)
    case quit

    /// Whether keys with alt mean something in it.
    var takesAlt: Bool {
        switch self {
        case .editing: true
        case .override(let sheet): sheet.takesText
        case .reasons, .help, .palette, .filter, .sorts, .confirm, .rerun, .stopping, .rewriting, .inspector, .notices,
            .export, .approval, .proposal, .quit:
            false
        }
    }

    /// Whether it is about the sample on the screen, which then stays there until it is closed.
    var isBound: Bool {
        switch self {
        case .reasons, .rerun, .editing, .override, .rewriting: true
        case .help, .palette, .filter, .sorts, .confirm, .stopping, .inspector, .notices, .export, .approval, .proposal,
            .quit:
            false
        }
    }

    /// Whether it is there without anybody having asked for it.
    var opensByItself: Bool {
        guard case .approval = self else { return false }
        return true
    }

    /// Whether characters are text now, not keys.
    var takesText: Bool {
        switch self {
        case .reasons(let picker): picker.mode == .writing
        case .export(let form): form.field == .folder
        case .palette, .filter, .editing: true
        case .override(let sheet): sheet.takesText
        case .help(let page): page.takesText
        case .inspector(let inspector): inspector.takesText
        case .sorts, .confirm, .rerun, .stopping, .rewriting, .notices, .approval, .proposal, .quit: false
        }
    }
}
