import Canvas
import DisplaySafety
import Engine
import Review

/// What the keys act on, and that decisions are safe; less important parts go first where room is short.
struct StatusLine {
    let state: ExplorerState
    let pen: Pen
    /// What the cursor of the pane that has the keys is on.
    let item: PaneItem?

    private struct Part {
        let text: String
        let role: Role
        /// 0 always stays.
        let rank: Int
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        frame.fill(rect, ink: Ink(.status, on: .surface))
        var parts = parts
        while let least = parts.map(\.rank).max(), least > 0, width(of: parts) > rect.columns {
            parts.removeAll { $0.rank == least }
        }
        var line = mode
        for part in parts { line.append(pen.line(" \(part.text) "), Ink(part.role, on: .surface)) }
        frame.draw(line.truncated(to: rect.columns, ellipsis: pen[.ellipsis]), at: rect.origin)
    }

    private var mode: Line {
        if case .filter = state.overlay { return Line(" FILTER ", Ink(.modeFilter)) }
        if state.overlay?.takesText == true { return Line(" INSERT ", Ink(.modeInsert)) }
        if state.overlay != nil { return Line(" DIALOG ", Ink(.modeNormal)) }
        if state.marks.anchor != nil { return Line(" RANGE ", Ink(.modeFilter)) }
        if state.replay != nil { return Line(" REPLAY ", Ink(.modeReplay)) }
        return state.isReadOnly ? Line(" READ-ONLY ", Ink(.modeReadonly)) : Line(" REVIEW ", Ink(.modeNormal))
    }

    private func width(of parts: [Part]) -> Int {
        mode.width + parts.reduce(0) { $0 + pen.line($1.text).width + 2 }
    }

    private var parts: [Part] {
        var parts = [Part(text: place, role: .status, rank: 0)]
        if state.approvals.standingCount > 0 {
            let count = state.approvals.standingCount
            parts.append(Part(text: "\(count) tool\(count == 1 ? "" : "s") unasked", role: .lintWarn, rank: 1))
        }
        if let open = state.open { parts += verdict(on: open.review) }
        if state.queue.view.filter != .everything {
            parts.append(Part(text: "/ \(state.queue.view.filter.text)", role: .modeFilter, rank: 2))
        }
        if let itemText { parts.append(Part(text: itemText, role: .status, rank: 3)) }
        if let time = state.session.lastSaved {
            parts.append(Part(text: "saved \(time.timeOfDay(offset: state.utcOffset))", role: .statusSaved, rank: 0))
        }
        let decided = state.queue.decided
        parts.append(Part(text: "\(decided) decision\(decided == 1 ? "" : "s")", role: .status, rank: 1))
        if let length = state.session.length {
            let minutes = Int(length.components.seconds) / 60
            parts.append(Part(text: "sess \(minutes / 60):\((minutes % 60).padded(to: 2))", role: .status, rank: 5))
        }
        if let rate = state.session.rate { parts.append(Part(text: "\(rate)/h", role: .status, rank: 4)) }
        if state.session.undoDepth > 0 {
            parts.append(Part(text: "undo \(state.session.undoDepth)", role: .status, rank: 2))
        }
        if state.markedCount > 0 { parts.append(Part(text: "marked \(state.markedCount)", role: .listMarked, rank: 1)) }
        if state.followsNewest { parts.append(Part(text: "following newest", role: .status, rank: 1)) }
        parts.append(Part(text: "by \(state.reviewer)", role: .textDim, rank: 6))
        return parts
    }

    /// What was decided about the sample, and its marks.
    private func verdict(on review: ReviewState) -> [Part] {
        var parts: [Part] = []
        if review.status != .pending {
            let reasons = review.reasons.map { String($0.reason.key) }.joined(separator: " ")
            let text = "\(pen[review.status.glyph].plain) \(review.status.rawValue) \(reasons)"
            parts.append(
                Part(text: String(text.trimmingSuffix(while: \.isWhitespace)), role: review.status.role, rank: 0))
        }
        if review.isFlagged {
            parts.append(Part(text: "\(pen[.decisionFlag].plain) flagged", role: .decisionFlag, rank: 2))
        }
        return parts
    }

    private var growth: String {
        switch state.growth {
        case .growing: " growing"
        case .held: " held"
        case .elsewhere: " growing elsewhere"
        case .unfinished: " unfinished"
        case .ended: ""
        }
    }

    private var place: String {
        guard let open = state.open else { return "no sample" }
        return "\(state.name(of: open.id)) it \(open.viewed)/\(open.iterations)\(growth)"
    }

    private var itemText: String? {
        switch item {
        case .chain(let chain): "chain c\(chain.number)"
        case .step(let step): "step \(step)"
        case .argument(let step, let path): "step \(step).\(path)"
        case .output(let step): "output \(step)"
        case .proposal(let proposal): "proposal \(proposal.number)"
        case .comment(let target): "comment on \(target)"
        case .sample, .noOp, .proposerReason, .row, nil: nil
        }
    }
}

extension Timestamp {
    /// `12:41:07` on a clock that is ahead of UTC by so much.
    func timeOfDay(offset: Duration) -> String {
        let seconds = microseconds / 1_000_000 + offset.components.seconds
        let day = Int((seconds % 86_400 + 86_400) % 86_400)
        return [day / 3600, day / 60 % 60, day % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    }
}
