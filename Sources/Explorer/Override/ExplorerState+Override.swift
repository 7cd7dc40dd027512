import Canvas
import Engine

extension ExplorerState {
    /// Opens the sheet that steers the iteration on show.
    mutating func steer() -> [Effect] {
        guard let sample = steeredSample, let number = steeredNumber, let subject = iteration(number, of: sample) else {
            return []
        }
        overlay = .override(
            OverrideSheet(
                about: subject, name: name(of: sample), drawing: Pen(glyphs).drawsASCII ? .ascii : .unicode))
        return []
    }

    /// What a sheet is about, as it is now; nil where its sample is no longer followed.
    func subject(of sheet: OverrideSheet) -> SteeredIteration? { iteration(sheet.number, of: sheet.sample) }

    mutating func pressed(_ key: Key, in sheet: OverrideSheet) -> [Effect] {
        guard let subject = subject(of: sheet) else { return lose(sheet) }
        var sheet = sheet
        let outcome = sheet.press(key, in: subject, size: size)
        overlay = .override(sheet)
        switch outcome {
        case .stays: return []
        case .estimates: return deafen()
        case .closed:
            overlay = nil
            return []
        case .asks(let orders):
            overlay = nil
            return orders.map { $0.effect(on: sheet.sample, iteration: sheet.number) }
        }
    }

    /// A note that cannot be given any more can be read again among the notices.
    private mutating func lose(_ sheet: OverrideSheet) -> [Effect] {
        overlay = nil
        let note = sheet.note.isEmpty ? "" : " Your note was: \(sheet.note)"
        tell("\(sheet.name) is no longer followed here; nothing was asked of it.\(note)", .warning)
        return []
    }

    /// The iteration that is on show: the newest one on Live.
    private var steeredNumber: Int? {
        screen == .live ? steeredState?.iterations.count : open?.viewed
    }

    private func iteration(_ number: Int, of sample: SampleID) -> SteeredIteration? {
        let tools = open.map { $0.id.run == sample.run ? $0.sample.tools : [:] } ?? [:]
        if let open, open.id == sample {
            return SteeredIteration(
                number, of: sample, open.state, growth: growth, tools: tools, waiting: waitingWords(for: sample))
        }
        guard let seen = live.sample(sample), seen.isWhole, let state = seen.state else { return nil }
        return SteeredIteration(
            number, of: sample, state, growth: growthOnLive(of: seen), tools: tools, waiting: waitingWords(for: sample))
    }

    /// Why the iteration on show cannot be steered; nil when it can.
    var obstacleToSteering: String? {
        guard steeredSample != nil else {
            return screen == .live ? "No sample is followed." : "There is no sample yet."
        }
        if isReadOnly { return "The dataset is open for reading only." }
        if steeredGrowth == .elsewhere { return "Another process grows this sample; it can be steered only there." }
        guard let state = steeredState else {
            return "It grew before this screen watched it: open it on Review to steer it."
        }
        if state.growthIsUnknown { return "This sample was imported: how it grew is not recorded." }
        if state.iterations.isEmpty, !steeredGrowth.isOurs { return "It never began to grow: there is no iteration." }
        return nil
    }
}

extension ExplorerState {
    /// What was asked of a sample and has not counted yet, the next first.
    func waitingWords(for sample: SampleID) -> [WaitingSteering] { waiting[sample]?.words ?? [] }

    /// What an event answers waits no longer.
    mutating func heed(_ recorded: RecordedEvent) {
        guard var words = waiting[recorded.sample] else { return }
        words.apply(recorded.event)
        waiting[recorded.sample] = words.words.isEmpty ? nil : words
    }

    /// What was asked for at both gates is told in one sentence.
    mutating func steered(_ sample: SampleID, at gate: RunControl.Gate) {
        let begin = "\(name(of: sample)): your word counts at its next "
        let other: RunControl.Gate = gate == .selecting ? .proposing : .selecting
        let toldOther = notice?.text == begin + "\(other.moment)."
        tell(begin + (toldOther ? "selection, the rest at its next proposal." : "\(gate.moment)."))
    }

    mutating func branched(_ branch: SampleID, from parent: SampleID) -> [Effect] {
        tell("\(name(of: branch)) grows from \(name(of: parent)).")
        return (screen == .review ? go(to: branch) : []) + queue.reload()
    }

    mutating func stopped(_ sample: SampleID) {
        growing.removeAll { $0 == sample }
        held.remove(sample)
        tell("\(name(of: sample)) was stopped where it is; resuming the run goes on with it.")
    }
}
