import ArgumentParser
import Canvas
import DatasetFormats
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

    let surroundings: Surroundings
    let screen: ScreenOptions

    func run() async throws {
        let path = try surroundings.freshDemoDataset()
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        surroundings.remember(dataset: path)
        let growth = try await Growth.begin(
            .demo(seed: Self.seed), count: Self.samples, concurrency: 2, in: dataset)
        let opened = try OpenedScreen(screen, surroundings)
        try await opened.explore(dataset, opening: .demo, growth: growth)
    }
}

/// The explorer on a dataset that is there.
struct ReviewSession {
    let path: String
    let isReadOnly: Bool
    let surroundings: Surroundings
    let screen: ScreenOptions

    func run() async throws {
        let dataset = try Dataset.open(at: path, mode: isReadOnly ? .readOnly : .readWrite)
        surroundings.remember(dataset: path)
        let opened = try OpenedScreen(screen, surroundings)
        try await opened.explore(dataset, opening: .dataset, growth: nil)
    }
}

/// A terminal that is open for the explorer.
private struct OpenedScreen {
    let terminal: Terminal
    let theme: Theme
    let glyphs: GlyphSet
    let surroundings: Surroundings

    init(_ screen: ScreenOptions, _ surroundings: Surroundings) throws {
        do {
            terminal = try Terminal.open(
                term: surroundings.term, colors: surroundings.wantsNoColor ? .mono : .truecolor)
        } catch {
            try Output.notes.line("\(error)")
            throw ExitCode.noTerminal
        }
        theme = screen.theme == "light" ? .light : .dark
        let isPlain = screen.ascii || !terminal.usesUTF8 || !GlyphSet.utf8.suits(term: surroundings.term)
        glyphs = isPlain ? .ascii : GlyphSet.utf8.replacing(theme.glyphs)
        self.surroundings = surroundings
    }

    /// Runs the explorer, gives the terminal back, and ends as the session ended.
    func explore(_ dataset: Dataset, opening: ExplorerState.Opening, growth: Growth?) async throws {
        let inbox = Inbox()
        let growing = growth.map { growth in
            GrowingRun(growth, pacer: Pacer(following: growth.samples[0]), inbox: inbox)
        }
        let undoDepth = try await dataset.undoDepth(by: surroundings.reviewer)
        let desk = EffectDesk(
            dataset: dataset, terminal: terminal, inbox: inbox, surroundings: surroundings, growing: growing,
            undoDepth: undoDepth)
        let session = ExplorerSession(
            dataset: dataset, terminal: terminal, theme: theme, glyphs: glyphs, inbox: inbox, desk: desk)
        let ending = await session.run(state(for: dataset, opening, growth, undoDepth))
        await growing?.cancel()
        terminal.close()
        switch ending {
        case .quit: try Output.data.line("\(dataset.path)   open it again with: toolgrad review \(dataset.path)")
        case .hungUp: throw ExitCode.signal(SIGHUP)
        case .signal(let number): throw ExitCode.signal(number)
        }
    }

    private func state(
        for dataset: Dataset, _ opening: ExplorerState.Opening, _ growth: Growth?, _ undoDepth: Int
    ) -> ExplorerState {
        let name = URL(fileURLWithPath: dataset.path).deletingPathExtension().lastPathComponent
        return ExplorerState(
            dataset: name, reviewer: surroundings.reviewer, planner: "offline", size: terminal.size, opening: opening,
            run: growth.map { .growing(requested: $0.count) } ?? .idle,
            formats: ExportFormatName.allCases.map { .init(name: $0.rawValue, summary: $0.summary) },
            exportFolder: URL(fileURLWithPath: dataset.path).deletingPathExtension().path,
            ownRun: growth?.generator.run, isReadOnly: dataset.mode == .readOnly, undoDepth: undoDepth,
            utcOffset: surroundings.utcOffset)
    }
}
