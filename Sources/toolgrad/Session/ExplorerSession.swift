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
        desk.order(state.start())
        show(state)
        for await _ in inbox.bell {
            for arrival in inbox.takeAll() {
                switch arrival {
                case .end(let ending): return ending
                case .event(let event): desk.order(state.update(event))
                case .input(let input):
                    if let ending = ending(for: input) { return ending }
                    if let event = event(for: input) { desk.order(state.update(event)) }
                }
            }
            show(state)
        }
        return .quit
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
