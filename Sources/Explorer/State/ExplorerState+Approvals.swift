import Canvas
import Engine

extension ExplorerState {
    /// A call asks for permission.
    mutating func asked(_ question: ApprovalQuestion) -> [Effect] {
        let tool = question.request.tool.name
        if approvals.isClosed { return [] }
        if approvals.stands(for: question.request) {
            tell("\(tool) was called, as you allowed.")
            return [.answerApproval(id: question.id, .allowed)]
        }
        approvals.add(question)
        if let overlay, !overlay.opensByItself { tell("\(asking), once this is closed.", .warning) }
        return []
    }

    /// A call that asked goes no further; nobody needs to answer.
    mutating func withdrew(_ id: Int) {
        approvals.remove(id)
        guard case .approval(let dialog) = overlay, dialog.question.id == id else { return }
        closeDialog()
        tell("\(dialog.question.request.tool.name) no longer asks: its call was given up.")
    }

    /// `2 calls ask for permission`.
    var asking: String {
        let count = approvals.waiting.count
        return count == 1 ? "1 call asks for permission" : "\(count) calls ask for permission"
    }

    /// After everything that happened: asks the next question where it gets in nobody's way.
    ///
    /// Once the curator leaves, what waits gets no answer at all: nobody has denied it. While samples in flight are
    /// finished he is still there, and is still asked.
    mutating func attend(to effects: [Effect]) -> [Effect] {
        guard effects.contains(where: \.leaves) else { return effects + askNext() }
        approvals.close()
        if overlay?.opensByItself == true { closeDialog() }
        return effects
    }

    /// A question is asked where no key can be meant for something else, and put off where it cannot be read.
    private mutating func askNext() -> [Effect] {
        let hasRoom = Arrangement(for: size) != .refused
        if !hasRoom, overlay?.opensByItself == true { closeDialog() }
        guard hasRoom, overlay == nil, prefix.isEmpty, typedAhead.isEmpty, !awaitsSample,
            let question = approvals.waiting.first
        else { return [] }
        overlay = .approval(CallDialog(question))
        return deafen(for: Self.alertness)
    }

    /// Nobody expects a dialog that opens by itself: it heeds no key before none was pressed for so long.
    static let alertness = Duration.milliseconds(500)

    /// A key that came too early was not meant for the dialog: it is deaf again for as long, and says so.
    mutating func missed(_ key: Key) -> [Effect] {
        guard case .approval(var dialog) = overlay else { return [] }
        dialog.miss(key)
        overlay = .approval(dialog)
        return deafen(for: Self.alertness)
    }

    private mutating func closeDialog() {
        overlay = nil
        deafness = nil
    }

    mutating func pressed(_ key: Key, in dialog: CallDialog) -> [Effect] {
        var dialog = dialog
        let question = dialog.question
        let room = CallDialogPicture(dialog, in: self, pen: Pen(glyphs)).room(in: size)
        let outcome = dialog.press(key, in: room)
        switch outcome {
        case .stays:
            overlay = .approval(dialog)
            return []
        case .quits:
            closeDialog()
            return quit()
        case .allowed, .allowedFromNowOn, .denied: break
        }
        closeDialog()
        approvals.remove(question.id)
        return answers(outcome, to: question)
    }

    private mutating func answers(_ outcome: CallDialog.Outcome, to question: ApprovalQuestion) -> [Effect] {
        let tool = question.request.tool.name
        switch outcome {
        case .allowed: return [.answerApproval(id: question.id, .allowed)]
        case .allowedFromNowOn:
            tell("\(tool) is allowed until you quit.")
            return ([question] + approvals.stand(for: question.request)).map {
                .answerApproval(id: $0.id, .allowed)
            }
        case .denied:
            tell("\(tool) was not called.")
            return [.answerApproval(id: question.id, .denied(reason: "The curator did not allow this call."))]
        case .stays, .quits: return []
        }
    }
}

extension CallDialogPicture {
    init(_ dialog: CallDialog, in state: ExplorerState, pen: Pen) {
        self.init(
            dialog: dialog, sample: dialog.question.request.sample.map { "sample " + state.name(of: $0) },
            waiting: state.approvals.waiting.count - 1, hearing: state.deafness == nil ? .awake : .deaf, pen: pen)
    }
}

extension Effect {
    /// The answer for whoever is no longer there to ask.
    static func deny(_ question: ApprovalQuestion) -> Effect {
        .answerApproval(id: question.id, .denied(reason: "The curator left without allowing this call."))
    }

    /// Whether the program ends after it, without waiting for a sample that asks.
    fileprivate var leaves: Bool {
        switch self {
        case .quit(.atOnce), .quit(.cancelling), .quit(.intoBackground): true
        case _: false
        }
    }
}
