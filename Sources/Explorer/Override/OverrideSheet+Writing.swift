import Canvas
import Engine

extension OverrideSheet {
    /// Opens a text of the sheet.
    mutating func write(_ text: OverrideText.Subject, in subject: SteeredIteration, _ size: Size) {
        row = text.row
        mode = .writing(OverrideText(text, self.text(of: text, in: subject), in: size, drawing: drawing))
    }

    private func text(of text: OverrideText.Subject, in subject: SteeredIteration) -> String {
        switch text {
        case .note: return note
        case .instruction(let id): return subject.trial(id).map { proposal($0).instruction } ?? ""
        case .call(let id, let index):
            let calls = subject.trial(id).map { proposal($0).calls } ?? []
            return calls.indices.contains(index) ? calls[index].argumentsJSON.prettyText : ""
        }
    }

    mutating func write(_ key: Key, _ text: OverrideText, in subject: SteeredIteration, _ size: Size) -> Outcome {
        var text = text
        switch text.press(key, in: size) {
        case .stays: mode = .writing(text)
        case .left: mode = .choosing
        case .kept(let written): keep(written, of: text, in: subject)
        }
        return .stays
    }

    private mutating func keep(_ written: String, of text: OverrideText, in subject: SteeredIteration) {
        do throws(ValueProblem) {
            try store(written, of: text.subject, in: subject)
            mode = .choosing
        } catch {
            var text = text
            text.refuse(error)
            mode = .writing(text)
        }
    }

    private mutating func store(
        _ written: String, of text: OverrideText.Subject, in subject: SteeredIteration
    ) throws(ValueProblem) {
        switch text {
        case .note: note = written.trimmed
        case .instruction(let id):
            guard let trial = subject.trial(id) else { return }
            let instruction = written.trimmed
            guard !instruction.isEmpty else { throw ValueProblem("An instruction cannot be empty.") }
            keep(proposal(trial).with(instruction: instruction), of: trial)
        case .call(let id, let index):
            guard let trial = subject.trial(id) else { return }
            let old = proposal(trial)
            guard old.calls.indices.contains(index) else { return }
            let call = try old.calls[index].reading(written, subject.tools[old.calls[index].tool])
            keep(old.with(call, at: index), of: trial)
        }
    }

    /// A proposal that is written as it was is not edited.
    private mutating func keep(_ written: Proposal, of trial: Trial) {
        edits[trial.id] = written == trial.proposal ? nil : written
    }
}

extension OverrideText.Subject {
    /// The row of the sheet that it is written from.
    fileprivate var row: OverrideRow {
        switch self {
        case .note: .note
        case .instruction(let id): .proposal(id)
        case .call(let id, let index): .call(id, index)
        }
    }
}

extension Proposal {
    fileprivate func with(instruction: String) -> Proposal {
        Proposal(id: id, instruction: instruction, tools: tools, calls: calls)
    }

    fileprivate func with(_ call: PlannedCall, at index: Int) -> Proposal {
        var calls = calls
        calls[index] = call
        return Proposal(id: id, instruction: instruction, tools: tools, calls: calls)
    }
}
