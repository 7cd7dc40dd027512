import Canvas
import DatasetStore
import Engine
import Explorer
import NcursesTerminal

/// The explorer, live: what arrives changes the state, the state is shown, and its effects are carried out.
struct ExplorerSession {
    let dataset: Dataset
    let terminal: Terminal
    let look: Look
    let inbox: Inbox
    let desk: EffectDesk

    /// Runs until the reviewer quits, a signal comes, or the terminal is gone.
    ///
    /// What was decided until then is on disk when it returns.
    func run(_ initial: ExplorerState) async -> Inbox.Ending {
        let sources = [
            Task { await readKeys() }, Task { await desk.watchOthers() }, Task { await tick() },
            Task { await desk.watchLocks() }, Task { await desk.watchTheme() }, Task { await desk.watchFindings() },
        ]
        let working = Task { await desk.work() }
        var state = initial
        let ending = await show(&state)
        for source in sources { source.cancel() }
        desk.close()
        await working.value
        await desk.remember(state.place)
        return ending
    }

    private func show(_ state: inout ExplorerState) async -> Inbox.Ending {
        if let ending = await settle(&state) { return ending }
        show(state)
        var shown = ContinuousClock.now
        for await _ in inbox.bell {
            let intake = takeIn(&state)
            desk.order(intake.effects)
            if let ending = intake.ending { return ending }
            // A key is answered at once; what arrives by itself is drawn as often as the eye can follow.
            guard intake.isUrgent || shown.duration(to: .now) >= Self.framePause else {
                rouseLater()
                continue
            }
            show(state)
            shown = .now
        }
        return .quit
    }

    private static let framePause = Duration.milliseconds(16)

    private func rouseLater() {
        Task { [inbox] in
            try? await Task.sleep(for: Self.framePause)
            inbox.rouse()
        }
    }

    /// Reads what the first picture needs, the list and its sample, before it is drawn: nobody should see an empty list
    /// of a full dataset.
    private func settle(_ state: inout ExplorerState) async -> Inbox.Ending? {
        var effects = state.start()
        var ending: Inbox.Ending?
        for _ in 1...2 where ending == nil {
            await desk.carryOut(effects)
            let intake = takeIn(&state)
            (effects, ending) = (intake.effects, intake.ending)
        }
        desk.order(effects)
        return ending
    }

    private struct Intake {
        var effects: [Effect] = []
        /// What was asked before the end is still to be done.
        var ending: Inbox.Ending?
        /// Whether it is to be shown at once: keys and what they asked for, not what grows by itself.
        var isUrgent = false
    }

    /// Everything that has arrived changes the state, in order, up to an ending.
    private func takeIn(_ state: inout ExplorerState) -> Intake {
        var intake = Intake()
        for arrival in inbox.takeAll() {
            switch arrival {
            case .end(let ending): intake.ending = ending
            case .event(let event):
                intake.isUrgent = intake.isUrgent || !event.comesByItself
                intake.effects += state.update(event)
            case .input(let input):
                intake.isUrgent = true
                intake.ending = ending(for: input)
                if let event = event(for: input) { intake.effects += state.update(event) }
            }
            if intake.ending != nil { break }
        }
        return intake
    }

    private func show(_ state: ExplorerState) {
        terminal.show(state.frame(in: terminal.size, glyphs: look.glyphs), in: look.theme)
    }

    private func event(for input: TerminalInput) -> ExplorerEvent? {
        switch input {
        case .key(let key): .key(key)
        case .resized(let size): .resized(size)
        case .resumed: .resized(terminal.size)
        case .hungUp, .terminated: nil
        }
    }

    private func ending(for input: TerminalInput) -> Inbox.Ending? {
        switch input {
        case .hungUp: .hungUp
        case .terminated(let number): .signal(number)
        case .key, .resized, .resumed: nil
        }
    }

    private func readKeys() async {
        for await input in terminal.inputs { inbox.post(.input(input)) }
    }

    private func tick() async {
        while !Task.isCancelled {
            inbox.post(.clockTicked(Surroundings.now()))
            try? await Task.sleep(for: .seconds(1))
        }
    }
}

extension ExplorerEvent {
    /// Whether it may come many times a second without anybody having asked.
    fileprivate var comesByItself: Bool {
        switch self {
        case .recorded, .listChanged: true
        case _: false
        }
    }
}
