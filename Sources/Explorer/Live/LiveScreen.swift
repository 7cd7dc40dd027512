import Canvas
import DisplaySafety
import Engine

/// The screen Live: how the run goes, what each worker is doing, one sample step by step, and what happened.
struct LiveScreen: ScreenBody {
    let state: ExplorerState
    let pen: Pen

    private var live: LiveState { state.live }

    var status: [String] {
        var parts: [String] = []
        if let run = live.tally.run { parts.append("run \(run)") }
        if let workers = live.workers, state.run.isUnderWay {
            parts.append("\(workers) worker\(workers == 1 ? "" : "s")")
        }
        if live.news > 0 { parts.append("\(live.news.withCommas) new to review") }
        let outlook = RunOutlook(state)
        if let time = live.tally.latest {
            parts.append("stored \(time.timeOfDay(offset: state.utcOffset)) (\(outlook.ended.withCommas))")
        }
        if outlook.usage.modelCalls > 0 { parts.append("\(outlook.usage.costText) spent") }
        if !live.isEmpty { parts.append("resume: toolgrad resume") }
        return parts
    }

    var hints: [Hint] {
        let open =
            switch live.pane {
            case .workers: Hint(.open, label: "follow")
            case .following, .events: Hint(.open, label: "review")
            }
        return (live.isEmpty ? [] : [open]) + [
            Hint(.pauseRun), Hint(.live(.moreWorkers), .live(.fewerWorkers), label: "workers"),
            Hint(.live(.stop)), Hint(.live(.mute)), Hint(.live(.unmute)), Hint(.hold), Hint(.stepOnce),
            Hint(.override), Hint(.follow), Hint(.live(.review)), Hint(.live(.filter)), Hint(.nextPane),
            Hint(.screen(.review)), Hint(.palette), Hint(.quit),
        ]
    }

    func draw(in rect: Rect, on frame: inout Frame) {
        let layout = LiveLayout(state, in: rect)
        RunBox(state: state, pen: pen).draw(in: layout.run, boxed: layout.boxesRun, on: &frame)
        for (pane, part) in layout.panes { box(of: pane, in: part).draw(in: part, on: &frame, pen: pen) }
    }

    private func box(of pane: LiveState.Pane, in rect: Rect) -> PaneBox {
        switch pane {
        case .workers: WorkersPane(state: state, pen: pen).box(in: rect)
        case .following: FollowingPane(state: state, pen: pen).box(in: rect)
        case .events: EventsPane(state: state, pen: pen).box(in: rect)
        }
    }
}

extension LiveScreen {
    var lines: [String] {
        let box = RunBox(state: state, pen: pen)
        let run = [box.title.plain] + box.rows(width: Self.anyWidth).map { said($0) }
        guard !live.isEmpty else { return run }
        return run + workers + following + events
    }

    var place: [String] {
        switch live.pane {
        case .workers: ["Worker \(live.row + 1): " + words(of: live.sampleAtCursor)]
        case .following: following
        case .events: entryAtCursor.map { ["Event: \(words(of: $0))"] } ?? ["No event yet."]
        }
    }

    private var workers: [String] {
        ["Workers: \(live.shownPlaces)."]
            + state.placesInOrder.map { place in
                "  \(place + 1) " + words(of: live.places.indices.contains(place) ? live.places[place] : nil)
            }
    }

    private func words(of sample: LiveSample?) -> String {
        guard let sample else { return "idle." }
        let name = pen.line(state.name(of: sample.id)).plain
        let followed = sample.id == live.followed ? ", followed" : ""
        let last = pen.line(sample.last.spoken).plain
        return "\(name), iteration \(sample.iterationText), \(state.phaseWord(of: sample)), "
            + "chains \(sample.chainsText(width: Self.anyWidth))\(followed). \(last)."
    }

    private var following: [String] {
        let pane = FollowingPane(state: state, pen: pen)
        return [pane.title.plain + "."]
            + pane.rows(width: Self.anyWidth).map { said($0) }.filter { !$0.isEmpty }.map { "  \($0)" }
    }

    private var events: [String] {
        let newest = live.lines.suffix(Self.eventsTold)
        return newest.isEmpty ? [] : ["The newest events:"] + newest.map { "  \(words(of: $0))" }
    }

    private func words(of entry: LiveLog.Entry) -> String {
        let time = entry.time.timeOfDay(offset: state.utcOffset)
        let name = pen.line(state.name(of: entry.sample)).plain
        return "\(time) \(entry.severity.word) \(name) \(pen.line(entry.text).plain)"
    }

    private var entryAtCursor: LiveLog.Entry? {
        live.line.flatMap { line in live.lines.first { $0.number == line } } ?? live.lines.last
    }

    private func said(_ row: PaneRow) -> String {
        [row.left.text.plain, row.right.text.plain].map(\.trimmed).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Wider than any row.
    private static let anyWidth = 10_000
    private static let eventsTold = 10
}

extension Happening {
    /// The same without signs.
    fileprivate var spoken: String {
        let ending =
            switch mark {
            case .none: ""
            case .succeeded: " succeeded"
            case .failed: " failed, \(detail)"
            }
        return text + ending + (took.map { " in \($0.short)" } ?? "")
    }
}
