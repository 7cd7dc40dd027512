import Canvas
import DatasetStore
import Engine
import Explorer

/// The explorer line after line: what is typed changes the state, what changed is told, its effects are carried out.
///
/// A line is read once everything that the one before asked for is done, so that a script always does the same.
struct LinearSession {
    let dataset: Dataset
    let inbox: Inbox
    let desk: EffectDesk
    let editor: LinearEditor
    let reader: LinearReader
    private var state: ExplorerState
    private var input = LinearInput()
    /// What was asked for and is not done yet.
    private var due: [Effect] = []
    private var ending: Inbox.Ending?
    /// Whether an export is being written.
    private var isExporting = false
    /// Whether nothing is read any more: quitting waits for what grows.
    private var isLeaving = false

    /// A session that begins with a state that was not started yet.
    init(
        _ initial: ExplorerState, of dataset: Dataset, inbox: Inbox, desk: EffectDesk, editor: LinearEditor,
        reader: LinearReader
    ) {
        self.dataset = dataset
        self.inbox = inbox
        self.desk = desk
        self.editor = editor
        self.reader = reader
        state = initial
    }

    /// Runs until the reviewer quits, the lines are over, or a signal comes.
    ///
    /// What was decided until then is on disk when it returns.
    ///
    /// - Throws: What writing to stdout throws.
    mutating func run() async throws -> Inbox.Ending {
        let (happenings, happening) = AsyncStream.makeStream(of: LinearHappening.self)
        let keyboard = LinearKeyboard { happening.yield($0) }
        let sources = [
            Task { [inbox] in for await _ in inbox.bell { happening.yield(.rang) } },
            Task { [desk] in await desk.watchOthers() }, Task { [desk] in await desk.watchLocks() },
            Task { [desk] in await desk.watchFindings() },
        ]
        defer {
            for source in sources { source.cancel() }
            keyboard.close()
        }
        let ending = try await talk(happenings, keyboard)
        await desk.remember(state.place)
        return ending
    }

    private mutating func talk(
        _ happenings: AsyncStream<LinearHappening>, _ keyboard: LinearKeyboard
    ) async throws -> Inbox.Ending {
        try say(reader.greeting(for: state))
        due = state.start()
        try await settle()
        if isIdle { keyboard.ask() }
        for await happening in happenings {
            let wasIdle = isIdle
            try await take(happening)
            if let ending { return ending }
            if isIdle, happening.isTyped || !wasIdle { keyboard.ask() }
        }
        return .quit
    }

    /// Whether the next line may be read.
    private var isIdle: Bool { !isExporting && !isLeaving && ending == nil }

    private mutating func take(_ happening: LinearHappening) async throws {
        switch happening {
        case .rang: try takeIn()
        case .typed(let line): try await answer(line)
        case .ended: due += state.leaving
        }
        try await settle()
    }

    /// Does what a line says, part by part.
    private mutating func answer(_ line: String) async throws {
        try take(.clockTicked(Surroundings.now()))
        input.type(line)
        while ending == nil, !isLeaving, let typed = input.next(in: state) {
            switch typed {
            case .keys(let keys): try press(keys)
            case .refused(let text): try say([text])
            case .asksWhere: try say(reader.whereabouts(in: state))
            case .gathered: continue
            }
            try await settle()
        }
    }

    private mutating func press(_ keys: [Key]) throws {
        let before = state
        let effects = keys.flatMap { state.update(.key($0)) }
        let lines = reader.lines(from: before, to: state)
        try say(lines.isEmpty && effects.isEmpty ? [LinearReader.silence] : lines)
        due += effects
    }

    private mutating func take(_ event: ExplorerEvent) throws {
        if case .stayed = event { isLeaving = false }
        let before = state
        due += state.update(event)
        try say(reader.lines(after: event, from: before, to: state))
    }

    private func say(_ lines: [String]) throws {
        guard !lines.isEmpty else { return }
        try Output.data.write(lines.map { $0 + "\n" }.joined())
    }
}

extension LinearSession {
    /// Carries out what is due, and what its answers ask for, until nothing is.
    private mutating func settle() async throws {
        // What was asked for before the end is still done.
        while !due.isEmpty {
            let effects = due
            due = []
            for effect in effects { try await carryOut(effect) }
            try takeIn()
        }
    }

    /// What needs a screen is done here, as a terminal that prints can do it; nothing waits for a clock.
    private mutating func carryOut(_ effect: Effect) async throws {
        switch effect {
        case .wake(let number, _): try take(.woken(number))
        case .copy(let copied): try say(reader.lines(reading: copied))
        case .suspend: suspendProgram()
        case .redraw: try say(reader.whereabouts(in: state))
        case .edit(let sample, let field, let text): try take(await editor.edit(text, of: field, sample))
        case _:
            if case .export = effect { isExporting = true }
            if case .quit(let mode) = effect {
                isLeaving = true
                // No line is read any more, so nobody is there to answer what in-flight samples may still ask.
                if mode == .afterInFlight { await desk.goUnattended() }
            }
            await desk.carryOut([effect])
        }
    }

    /// Everything that has arrived changes the state, in order, up to an ending.
    private mutating func takeIn() throws {
        for arrival in inbox.takeAll() {
            switch arrival {
            case .end(let ending): self.ending = ending
            case .event(let event):
                if event.endsExport { isExporting = false }
                try take(event)
            case .input: continue
            }
            if ending != nil { return }
        }
    }
}

extension ExplorerEvent {
    /// Whether an export is over, well or not.
    fileprivate var endsExport: Bool {
        switch self {
        case .exported, .failed: true
        case _: false
        }
    }
}
