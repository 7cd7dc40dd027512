import ArgumentParser
import Canvas
import DatasetStore
import Engine
import Explorer
import Foundation
import NcursesTerminal

/// The explorer on a fresh demo dataset that grows at once.
struct DemoSession {
    /// Chosen for its first sample: two chains with dependencies, failed trials, a no-op, an empty output, wide letters.
    static let seed: UInt64 = 1212
    private static let samples = 12

    let planner: Planner
    let toolOptions: ToolOptions
    let surroundings: Surroundings
    let screen: ScreenOptions
    /// Where the models are asked, where that was said.
    var baseURL: String?

    func run() async throws {
        let path = try surroundings.freshDemoDataset()
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        surroundings.remember(dataset: path)
        let tools = try await SessionTools(toolOptions, memory: dataset, surroundings)
        try await tools.live.closing {
            let growth = try await Growth.begin(
                planner.demoPlan(seed: Self.seed), by: planner, with: tools.live, count: Self.samples, concurrency: 2,
                in: dataset, listening: Listening())
            try await explore(
                dataset, opening: .demo, growth: growth, tools, screen, surroundings,
                background: surroundings.background(baseURL: baseURL, toolOptions))
        }
    }
}

/// The explorer on a dataset that is there.
struct ReviewSession {
    let path: String
    let isReadOnly: Bool
    let toolOptions: ToolOptions
    let surroundings: Surroundings
    let screen: ScreenOptions
    /// What to judge again, blind; nil to see all.
    var pass: PassPlan?

    func run() async throws {
        let dataset = try Dataset.open(at: path, mode: isReadOnly ? .readOnly : .readWrite)
        surroundings.remember(dataset: path)
        var blind: BlindReview?
        if let pass { blind = try await dataset.blindReview(pass, by: surroundings.reviewer, at: Surroundings.now()) }
        let tools = try await SessionTools(toolOptions, memory: dataset, surroundings)
        try await tools.live.closing { [blind] in
            try await explore(dataset, opening: .dataset, growth: nil, tools, screen, surroundings, blind: blind)
        }
    }
}

/// Opens the explorer in the form that the terminal allows.
func explore(
    _ dataset: Dataset, opening: ExplorerState.Opening, growth: Growth?, _ tools: SessionTools,
    _ screen: ScreenOptions, _ surroundings: Surroundings, blind: BlindReview? = nil,
    background: BackgroundResume? = nil
) async throws {
    guard try !screen.goesLineByLine(in: surroundings) else {
        return try await LinearReview(screen: screen, surroundings: surroundings)
            .explore(dataset, opening: opening, growth: growth, tools, blind: blind, background: background)
    }
    try await OpenedScreen(screen, surroundings)
        .explore(dataset, opening: opening, growth: growth, tools, blind: blind, background: background)
}

/// A terminal that is open for the explorer.
struct OpenedScreen {
    let terminal: Terminal
    let look: Look
    let themeProblems: [ThemeProblem]
    let settings: Settings
    let surroundings: Surroundings

    init(_ screen: ScreenOptions, _ surroundings: Surroundings) throws {
        let settings = try surroundings.settings()
        let tier = ColorTier.chosen(
            option: screen.color, settings: settings.color.tier, noColor: surroundings.wantsNoColor ? "1" : nil,
            term: surroundings.term, offered: .truecolor)
        do { terminal = try Terminal.open(term: surroundings.term, colors: tier) } catch {
            try Output.notes.line("\(error)")
            throw ExitCode.noTerminal
        }
        let draws = terminal.usesUTF8 && GlyphSet.utf8.suits(term: surroundings.term)
        (look, themeProblems) = Look.begin(
            screen.theme ?? settings.theme ?? surroundings.rememberedTheme ?? "dark", in: screen.folders.folders,
            glyphs: screen.signs ?? settings.glyphs.signs ?? (draws ? .utf8 : .ascii))
        self.settings = settings
        self.surroundings = surroundings
    }

    /// Over SSH the clipboard is that of another machine: it is used where the settings say so.
    private var mayCopy: Bool {
        switch settings.clipboard {
        case .auto: !surroundings.isRemote
        case .osc52: true
        case .off: false
        }
    }

    /// Runs the explorer, gives the terminal back, and ends as the session ended.
    func explore(
        _ dataset: Dataset, opening: ExplorerState.Opening, growth: Growth?, _ tools: SessionTools,
        blind: BlindReview? = nil, background: BackgroundResume? = nil
    ) async throws {
        let inbox = Inbox()
        try await inbox.introduce(growth)
        let growing = growth.map { GrowingRun($0, opening, inbox: inbox) }
        let undoDepth =
            if let blind { blind.readings.count } else {
                try await dataset.undoDepth(by: surroundings.reviewer, among: .ordinary)
            }
        let desk = EffectDesk(
            dataset: dataset, terminal: terminal, inbox: inbox, surroundings: surroundings, growing: growing,
            tools: tools, look: look, mayCopy: mayCopy, requiresRerun: settings.requireRerunAfterArgEdit,
            undoDepth: undoDepth, blind: blind, background: background)
        let session = ExplorerSession(dataset: dataset, terminal: terminal, look: look, inbox: inbox, desk: desk)
        var initial = ExplorerState(
            of: dataset, by: try await dataset.planners().joined(separator: ", "), opening, growth,
            background: background.growth(with: tools), undoDepth: undoDepth, size: terminal.size, glyphs: look.glyphs,
            settings, surroundings)
        await initial.begin(on: dataset, opening, blind, by: surroundings.reviewer)
        inbox.greet(blind)
        inbox.post(.themesKnown(look.names, chosen: look.chosen))
        if let problem = themeProblems.first { inbox.post(.failed("\(problem)")) }
        await inbox.greet(growth)
        for notice in tools.live.notices { inbox.post(.told(notice)) }
        // From here on nothing throws, so whoever waits for an answer is never left waiting.
        await tools.approver.attach(inbox)
        let ending = await session.run(initial)
        // Cancelled first: what waited for an answer got none, and nothing is recorded as denied.
        await growing?.cancel()
        await desk.cancelBranches()
        await tools.approver.detach()
        terminal.close()
        switch ending {
        case .quit: for line in await dataset.farewell(to: growth) { try Output.data.line(line) }
        case .leftGrowing(let run): try Output.data.line(ToolText.line(run.line))
        case .hungUp: throw ExitCode.signal(SIGHUP)
        case .signal(let number): throw ExitCode.signal(number)
        }
    }
}

extension ExplorerState {
    /// What the explorer begins with on a dataset.
    init(
        of dataset: Dataset, by planner: String, _ opening: Opening, _ growth: Growth?, background: BackgroundGrowth,
        undoDepth: Int, size: Size, glyphs: GlyphSet, _ settings: Settings, _ surroundings: Surroundings
    ) {
        let url = URL(fileURLWithPath: dataset.path).deletingPathExtension()
        self.init(
            dataset: url.lastPathComponent, reviewer: surroundings.reviewer, planner: planner, size: size,
            opening: opening, run: growth.map { .growing(requested: $0.count) } ?? .idle,
            formats: ExportKind.all.map(ExplorerState.ExportFormat.init),
            exportFolder: url.path, ownRun: growth?.generator.run, workers: growth?.workers,
            grownBefore: growth?.endedBefore ?? 0, background: background, isReadOnly: dataset.mode == .readOnly,
            undoDepth: undoDepth, utcOffset: surroundings.utcOffset, keymap: settings.keymap,
            preferences: Preferences(
                advances: settings.autoAdvance, confirmsBulkOver: settings.confirmBulkOver,
                requiresRerun: settings.requireRerunAfterArgEdit),
            glyphs: glyphs)
    }
}

extension ExplorerState {
    /// Goes to where the reviewer left off, in the pass that is his.
    mutating func begin(
        on dataset: Dataset, _ opening: Opening, _ blind: BlindReview?, by reviewer: String
    ) async {
        blindPass = blind?.pass
        guard opening == .dataset, let place = await dataset.place(of: blind?.placeName ?? reviewer) else { return }
        resume(at: place)
    }
}

extension Inbox {
    /// Tells what a run has come to that is about to grow here, before anything happens to it.
    func introduce(_ growth: Growth?) async throws {
        guard let growth else { return }
        let followed = max(growth.workers, RunControl.mostWorkers)
        post(.runStands(try await growth.dataset.standing(of: growth.generator.run, following: followed)))
    }

    /// Tells how a run begins that was told something before anybody watched.
    func greet(_ growth: Growth?) async {
        guard let growth else { return }
        if await growth.control.isPaused { post(.runPaused) }
        let muted = await growth.control.mutedTools.sorted()
        if !muted.isEmpty { post(.muted(muted)) }
        for (sample, words) in growth.waiting { post(.waiting(sample, words)) }
        for kept in growth.held { post(.held(kept.sample)) }
        for notice in growth.notices { post(.told(notice)) }
    }
}

extension Surroundings {
    /// How a run that was begun so goes on in a process of its own.
    func background(baseURL: String?, _ tools: ToolOptions) -> BackgroundResume {
        BackgroundResume(environment: models.ofOurselves, baseURL: baseURL, tools: tools)
    }
}

extension BackgroundResume? {
    /// What the explorer says about it.
    func growth(with tools: SessionTools) -> BackgroundGrowth {
        self == nil ? .impossible : .possible(asking: tools.live.library.tools.count { $0.effects != .read })
    }
}

extension ExplorerState.ExportFormat {
    fileprivate init(_ kind: ExportKind) {
        self.init(name: kind.name, summary: kind.summary, writing: kind == .annotations ? .rejected : .accepted)
    }
}

extension Settings.Color {
    /// What the settings ask for; nil for what the terminal has.
    fileprivate var tier: ColorTier? { ColorTier(name: rawValue) }
}

extension Settings.Glyphs {
    /// What the settings ask for; nil for what the terminal can draw.
    fileprivate var signs: GlyphSet? {
        switch self {
        case .auto: nil
        case .utf8: .utf8
        case .ascii: .ascii
        }
    }
}
