import Canvas
import Engine
import Review

/// Choosing why a sample is rejected: a key chooses and goes; several are marked with `+` or space, then Enter.
struct ReasonPicker: Hashable, Sendable {
    /// What the next character means.
    enum Mode: Hashable, Sendable {
        /// A reason's key rejects at once.
        case choosing
        /// A reason's key marks it.
        case marking
        case writing
    }

    /// What is rejected.
    enum Subject: Hashable, Sendable {
        case one(SampleID)
        case many(Bulk, count: Int)
        /// One that is judged in two ways, by the name that is shown.
        case disputed(SampleID, name: String)
    }

    let subject: Subject
    /// What a reason may be about: the focused item first.
    let targets: [Target]
    private let findings: [Finding]
    private(set) var mode = Mode.choosing
    private(set) var target: Int = 0
    /// Whether the reviewer chose the target; the findings' own targets then no longer count.
    private var targetIsChosen = false
    /// In the order they were marked; the first is the primary one.
    private(set) var marked: [AnchoredReason]
    private(set) var row = Reason.unnatural
    private(set) var note = TextField()
    /// What is missing before the rejection can be stored.
    private(set) var complaint: String?

    init(of subject: Subject, targets: [Target], findings: [Finding]) {
        self.subject = subject
        self.targets = targets
        self.findings = findings
        marked = []
        for finding in findings where finding.marksItsReason && !isMarked(finding.reason) {
            marked.append(AnchoredReason(finding.reason, at: finding.target))
        }
        row = marked.first?.reason ?? .unnatural
    }

    /// Begins with what was said when the sample was rejected before.
    mutating func recall(_ reasons: [AnchoredReason], note: String) {
        marked = reasons
        row = reasons.first?.reason ?? row
        self.note = TextField(note)
        mode = .marking
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        case closed
        case rejected([AnchoredReason], note: String)
    }

    func isMarked(_ reason: Reason) -> Bool {
        marked.contains { $0.reason == reason }
    }

    /// Who found it, a check before a model; nil for nobody.
    func finder(of reason: Reason) -> Finding.Origin? {
        let origins = findings.filter { $0.reason == reason }.map(\.origin)
        return origins.first { $0 == .lint } ?? origins.first
    }

    mutating func press(_ key: Key) -> Outcome {
        complaint = nil
        switch mode {
        case .writing: return write(key)
        case .choosing, .marking: return choose(key)
        }
    }

    private mutating func write(_ key: Key) -> Outcome {
        switch key {
        case .enter where marked.isEmpty: mode = .choosing
        case .enter: return commit(marked)
        case .escape: mode = marked.isEmpty ? .choosing : .marking
        case .tab, .backTab: nextTarget()
        case .character, .control, .alt, .function, .paste, .backspace, .delete, .insert, .up, .down, .left, .right,
            .home, .end, .pageUp, .pageDown:
            _ = note.press(key)
            if note.leftOut > 0 { complaint = "The note is full: \(note.leftOut) characters were left out." }
        }
        return .stays
    }

    private mutating func choose(_ key: Key) -> Outcome {
        switch key {
        case .escape: return .closed
        case .enter: return commit(marked)
        case .tab, .backTab: nextTarget()
        case .down, .character("j"): move(by: 1)
        case .up, .character("k"): move(by: -1)
        case .character(" "): toggle(row)
        case .character("+"): mode = .marking
        case .character("n"): mode = .writing
        case .character(let character):
            guard let reason = Reason.allCases.first(where: { $0.key == character }) else { return .stays }
            return pick(reason)
        case .control, .alt, .function, .paste, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
            .pageDown:
            return .stays
        }
        return .stays
    }

    private mutating func pick(_ reason: Reason) -> Outcome {
        row = reason
        if mode == .marking {
            toggle(reason)
            return .stays
        }
        guard reason.needsNote, note.isEmpty else { return commit([anchored(reason)]) }
        if !isMarked(reason) { marked.insert(anchored(reason), at: 0) }
        return ask(for: reason)
    }

    private mutating func toggle(_ reason: Reason) {
        mode = .marking
        if isMarked(reason) {
            marked.removeAll { $0.reason == reason }
        } else {
            marked.append(anchored(reason))
        }
    }

    private mutating func commit(_ reasons: [AnchoredReason]) -> Outcome {
        guard !reasons.isEmpty else {
            complaint = "Nothing is marked: press a reason's key."
            return .stays
        }
        if note.isEmpty, let reason = reasons.first(where: { $0.reason.needsNote })?.reason { return ask(for: reason) }
        return .rejected(reasons.map(naming), note: note.text)
    }

    /// What a duplicate duplicates is the first word of the note.
    private func naming(_ anchored: AnchoredReason) -> AnchoredReason {
        guard anchored.reason == .duplicate else { return anchored }
        let label = note.text.split(separator: " ").first.map(String.init)
        return AnchoredReason(.duplicate, at: anchored.target, other: label)
    }

    private mutating func ask(for reason: Reason) -> Outcome {
        mode = .writing
        complaint = reason == .duplicate ? "Which sample is it a duplicate of?" : "This reason needs a note."
        return .stays
    }

    private mutating func move(by distance: Int) {
        let all = Reason.allCases
        guard let place = all.firstIndex(of: row) else { return }
        row = all[(place + distance + all.count) % all.count]
    }

    private mutating func nextTarget() {
        target = (target + 1) % max(1, targets.count)
        targetIsChosen = true
    }

    /// A finding knows its place better than the focus does, unless the reviewer chose one; a focused item that the
    /// reason cannot be about does not count.
    private func anchored(_ reason: Reason) -> AnchoredReason {
        let focused = targets.indices.contains(target) ? targets[target] : .whole
        if targetIsChosen { return AnchoredReason(reason, at: focused) }
        if let finding = findings.first(where: { $0.reason == reason }) {
            return AnchoredReason(reason, at: finding.target)
        }
        return AnchoredReason(reason, at: targets.first(where: reason.suits) ?? .whole)
    }
}

extension Reason {
    /// Whether the code alone says too little.
    var needsNote: Bool { self == .other || self == .duplicate }

    /// Whether it can be about a target.
    func suits(_ target: Target) -> Bool {
        switch (self, target) {
        case (.unnatural, .query), (.ambiguous, .query), (.timeBound, .query), (.leaksTools, .query),
            (.leaksTools, .response), (.ungrounded, .response), (.incomplete, .response), (.duplicate, .whole),
            (.missingStep, .chain), (.badDependency, .chain), (.unsafe, _), (.other, _):
            true
        case (.argumentNotInferable, _), (.badValue, _), (.wrongTool, _), (.redundantStep, _), (.badDependency, _),
            (.emptyOutput, _):
            target.step != nil
        case (.unnatural, _), (.ambiguous, _), (.timeBound, _), (.leaksTools, _), (.ungrounded, _), (.incomplete, _),
            (.duplicate, _), (.missingStep, _):
            false
        }
    }
}
