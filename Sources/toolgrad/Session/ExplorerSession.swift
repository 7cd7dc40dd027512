import Canvas
import DatasetStore
import Engine
import Explorer
import NcursesTerminal

/// The explorer, live: what arrives changes the state, the state is shown, and its effects are carried out.
struct ExplorerSession {
    let dataset: Dataset
    let terminal: Terminal
    let theme: Theme
    let glyphs: GlyphSet
    let inbox: Inbox
    let desk: EffectDesk

    /// Runs until the reviewer quits, a signal comes, or the terminal is gone.
    ///
    /// What was decided until then is on disk when it returns.
    func run(_ initial: ExplorerState) async -> Inbox.Ending {
        let sources = [Task { await readKeys() }, Task { await watchDataset() }, Task { await tick() }]
        let working = Task { await desk.work() }
        let ending = await show(from: initial)
        for source in sources { source.cancel() }
        desk.close()
        await working.value
        return ending
    }

    private func show(from initial: ExplorerState) async -> Inbox.Ending {
        var state = initial
        if let ending = await settle(&state) { return ending }
        show(state)
        for await _ in inbox.bell {
            switch takeIn(&state) {
            case .over(let ending): return ending
            case .asked(let effects): desk.order(effects)
            }
            show(state)
        }
        return .quit
    }

    /// Reads what the first picture needs, the list and its sample, before it is drawn: nobody should see an empty list
    /// of a full dataset.
    private func settle(_ state: inout ExplorerState) async -> Inbox.Ending? {
        var effects = state.start()
        for _ in 1...2 {
            await desk.carryOut(effects)
            switch takeIn(&state) {
            case .over(let ending): return ending
            case .asked(let more): effects = more
            }
        }
        desk.order(effects)
        return nil
    }

    private enum Intake {
        case asked([Effect])
        case over(Inbox.Ending)
    }

    /// Everything that has arrived changes the state, in order.
    private func takeIn(_ state: inout ExplorerState) -> Intake {
        var effects: [Effect] = []
        for arrival in inbox.takeAll() {
            switch arrival {
            case .end(let ending): return .over(ending)
            case .event(let event): effects += state.update(event)
            case .input(let input):
                if let ending = ending(for: input) { return .over(ending) }
                if let event = event(for: input) { effects += state.update(event) }
            }
        }
        return .asked(effects)
    }

    private func show(_ state: ExplorerState) {
        terminal.show(state.frame(in: terminal.size, glyphs: glyphs), in: theme)
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

    /// What other processes write is shown as if it had happened here: their samples grow on this screen too.
    private func watchDataset() async {
        guard let changes = try? await dataset.changes() else { return }
        for await change in changes { await desk.noticed(change) }
    }
}
