import Canvas
import DisplaySafety
import Engine

/// The workers' places: which sample grows in each, and what it is doing.
struct WorkersPane {
    let state: ExplorerState
    let pen: Pen

    private var live: LiveState { state.live }

    var title: SafeText {
        let count = live.workers ?? live.growing
        let key = state.keymap.name(of:)
        let keys = "\(key(.pauseRun)) pause  \(key(.live(.moreWorkers))) \(key(.live(.fewerWorkers))) workers"
        let steers = state.run.isUnderWay && live.workers != nil
        return pen.line(
            (count > 0 ? "Workers \(count)" : "Workers") + (steers ? "   \(keys)  \(key(.live(.stop))) stop one" : ""))
    }

    func box(in rect: Rect) -> PaneBox {
        let width = rect.columns - 4
        var box = PaneBox(
            title: title, rows: rows(width: width), cursor: .row(live.row), scroll: 0,
            focus: live.pane == .workers ? .focused : .unfocused)
        let room = rect.rows - 2 - box.rows.count
        box.footer = Array(footer(width: width).suffix(max(0, min(4, room))))
        return box
    }

    private func rows(width: Int) -> [PaneRow] {
        guard live.shownPlaces > 0 else {
            let text: SafeText = state.run.isUnderWay ? "The first sample is about to begin." : "Nothing grows."
            return [PaneRow(text, .textDim)]
        }
        let columns = Columns(width: width, mark: pen[.iterCurrent].width, names: names)
        return [heading(columns)]
            + state.placesInOrder.map { place in
                let sample = live.places.indices.contains(place) ? live.places[place] : nil
                return PaneRow(row(place, sample, columns), item: .row(place))
            }
    }

    private var names: [String] { live.places.map { state.name(of: $0.id) } }

    /// How wide the columns are; the last one has the rest.
    private struct Columns {
        let lead: Int
        let name: Int
        let iteration = 6
        let phase = 13
        let chains: Int
        let last: Int

        init(width: Int, mark: Int, names: [String]) {
            lead = 3 + mark
            name = max(8, names.map(\.count).max() ?? 0) + 2
            let rest = width - lead - name - iteration - phase
            chains = rest >= 50 ? 18 : rest >= 34 ? 12 : rest >= 22 ? 10 : 6
            last = max(0, rest - chains)
        }
    }

    private func heading(_ columns: Columns) -> PaneRow {
        let texts: [(SafeText, Int)] = [
            ("w", columns.lead), ("sample", columns.name), ("it", columns.iteration), ("phase", columns.phase),
            ("chains", columns.chains), ("last event", columns.last),
        ]
        return PaneRow(SafeText.joined(texts.map { $0.0.padded(to: $0.1) }), .textDim)
    }

    private func row(_ place: Int, _ sample: LiveSample?, _ columns: Columns) -> Line {
        let number = SafeText(String(place + 1)).padded(to: 3)
        guard let sample else {
            return Line(number + SafeText("").padded(to: columns.lead - 3) + "idle", Ink(.textDim))
        }
        let isFollowed = sample.id == live.followed
        let sign = (isFollowed ? pen[.iterCurrent] : "").padded(to: columns.lead - 3)
        let isOver = sample.phase.isOver
        let cells: [(SafeText, Int, Role)] = [
            (pen.line(state.name(of: sample.id)), columns.name, isOver ? .textDim : .chainId),
            (SafeText(sample.iterationText), columns.iteration, isOver ? .textDim : .text),
            (SafeText(phase(of: sample)), columns.phase, role(of: sample)),
            (SafeText(sample.chainsText(width: columns.chains - 1)), columns.chains, isOver ? .textDim : .text),
        ]
        var line = Line([Span(number, .stepIndex), Span(sign, .iterCurrent)])
        for (text, width, role) in cells {
            line.append(text.truncated(to: width - 1, ellipsis: pen[.ellipsis]).padded(to: width), Ink(role))
        }
        return line + words(of: sample.last, isOver: isOver)
    }

    private func words(of happening: Happening, isOver: Bool) -> Line {
        var line = Line(pen.line(happening.text), Ink(isOver ? .textDim : .text))
        switch happening.mark {
        case .none: break
        case .succeeded: line.append(" " + pen[.stepOk], Ink(.stepOk))
        case .failed: line.append(" " + pen[.stepFail] + SafeText(" " + happening.detail), Ink(.stepFail))
        }
        if let took = happening.took { line.append(SafeText(" \(took.short)"), Ink(.textDim)) }
        return line
    }

    /// A sample that waits says for what.
    private func phase(of sample: LiveSample) -> String { state.phaseWord(of: sample) }

    private func role(of sample: LiveSample) -> Role {
        switch sample.phase {
        case .ended(.completed): .iterOk
        case .ended(.failed): .iterFail
        case .ended(.interrupted), .ended(.stopped): .iterNoop
        case .noOp: .iterNoop
        case .beginning, .sampling, .proposing, .executing, .selecting, .synthesising, .between:
            state.waits(sample) ? .lintWarn : .iterRunning
        }
    }
}

extension WorkersPane {
    private func footer(width: Int) -> [PaneRow] {
        guard !live.isEmpty || state.run.isUnderWay else { return [] }
        return [PaneRow.empty, phaseMeans, counts].compactMap(\.self) + [tools]
    }

    private var phaseMeans: PaneRow? {
        let means = TimedPhase.allCases.compactMap { phase in
            live.tally.phases[phase]?.mean.map { "\(phase.word) \($0.short)" }
        }
        guard !means.isEmpty else { return nil }
        return PaneRow(
            Line([
                Span("phase mean  ", .textDim), Span(SafeText(means.joined(separator: "  ")), .text),
            ]))
    }

    private var counts: PaneRow? {
        let outlook = RunOutlook(state)
        let counts = [
            outlook.waiting.map { ("waiting", $0) }, ("in flight", live.growing), ("ended", outlook.ended),
            outlook.interrupted > 0 ? ("interrupted", outlook.interrupted) : nil,
        ]
        return PaneRow(
            counts.compactMap(\.self).reduce(into: Line()) { line, count in
                line.append(SafeText("\(count.0) "), Ink(.textDim))
                line.append(SafeText("\(count.1.withCommas)   "), Ink(.text))
            })
    }

    /// What muting would do, and what is muted.
    private var tools: PaneRow {
        let muted = live.mutedTools.map(\.text).joined(separator: ", ")
        var line = muted.isEmpty ? Line() : Line([Span("muted ", .textDim), Span(pen.line(muted + "   "), .lintWarn)])
        if let offer = state.mutingWords { line.append(pen.line(offer), Ink(.textDim)) }
        return PaneRow(line)
    }
}

extension ExplorerState {
    /// Whether a growing sample waits for the curator, as far as that can be told.
    func waits(_ sample: LiveSample) -> Bool {
        sample.phase.isAtGate && (run.isPaused || held.contains(sample.id)) && growthOnLive(of: sample) != .elsewhere
    }

    /// What a sample is doing, in a word: one that waits says for what.
    func phaseWord(of sample: LiveSample) -> String {
        guard waits(sample) else { return sample.phase.word }
        return held.contains(sample.id) ? "HELD" : "paused"
    }

    /// What the key for muting would do now; nil where it would do nothing.
    var mutingWords: String? {
        guard obstacle(to: .live(.mute)) == nil, let suspect else { return nil }
        let key = keymap.name(of: .live(.mute))
        guard !live.mutedTools.contains(suspect) else {
            return live.mutedTools == [suspect] ? "\(key) lets it back in" : "\(key) lets \(suspect) back in"
        }
        let calls = live.tally.tools[suspect]
        let rate = calls.map { " (\($0.failures) of \($0.calls) calls failed)" } ?? ""
        return "\(key) mutes \(suspect)\(rate)"
    }
}

extension LiveSample {
    /// `3/5`, without an end where that is not known.
    var iterationText: String { iteration == 0 ? "-" : iterations.map { "\(iteration)/\($0)" } ?? String(iteration) }

    /// `c1:3 c2:1`, or counts where that is too long; a dash where earlier steps were not seen, or there are none.
    func chainsText(width: Int) -> String {
        guard isWhole, !chains.isEmpty else { return "-" }
        let each = chains.enumerated().map { "c\($0 + 1):\($1)" }.joined(separator: " ")
        return each.count <= width ? each : "\(chains.count)c\(chains.reduce(0, +))s"
    }
}
