import ArgumentParser
import Canvas
import DatasetStore
import Explorer
import Foundation
import NcursesTerminal

/// The explorer on a dataset, line after line: for a screen reader, a script, or a terminal that only prints.
struct LinearReview {
    let screen: ScreenOptions
    let surroundings: Surroundings

    /// Nothing is drawn; a size at which every part of the Review screen can be gone to.
    private static let size = Size(columns: 160, rows: 45)

    /// Runs the explorer, and ends as the session ended.
    func explore(
        _ dataset: Dataset, opening: ExplorerState.Opening, growth: Growth?, _ tools: SessionTools,
        blind: BlindReview? = nil, background: BackgroundResume? = nil
    ) async throws {
        let inbox = Inbox()
        try await inbox.introduce(growth)
        await tools.approver.attach(inbox)
        let growing = growth.map { GrowingRun($0, opening, inbox: inbox) }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { inbox.post(.end(.quit)) }
        defer { signals.stop() }
        let result: Result<Inbox.Ending, any Error>
        do {
            var session = try await session(on: dataset, opening, growth, growing, tools, inbox, blind, background)
            result = await session.ending()
            await session.desk.cancelBranches()
        } catch { result = .failure(error) }
        await growing?.cancel()
        await tools.approver.detach()
        let ending = try result.get()
        if let number = signals.received { throw ExitCode.signal(number) }
        switch ending {
        case .leftGrowing(let run): try Output.data.line(ToolText.line(run.line))
        case .quit, .hungUp, .signal:
            for line in await dataset.farewell(to: growth) { try Output.data.line(line) }
        }
    }

    private func session(
        on dataset: Dataset, _ opening: ExplorerState.Opening, _ growth: Growth?, _ growing: GrowingRun?,
        _ tools: SessionTools, _ inbox: Inbox, _ blind: BlindReview?, _ background: BackgroundResume?
    ) async throws -> LinearSession {
        let settings = try surroundings.settings()
        let glyphs = screen.signs ?? (TerminalFacts(term: surroundings.term).encoding == "UTF-8" ? .utf8 : .ascii)
        let look = Look.begin(surroundings.rememberedTheme ?? "dark", in: screen.folders.folders, glyphs: glyphs).look
        let undoDepth =
            if let blind { blind.readings.count } else {
                try await dataset.undoDepth(by: surroundings.reviewer, among: .ordinary)
            }
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings, growing: growing, tools: tools,
            look: look,
            mayCopy: false, requiresRerun: settings.requireRerunAfterArgEdit, undoDepth: undoDepth,
            blind: blind, background: background)
        var initial = ExplorerState(
            of: dataset, by: try await dataset.planners().joined(separator: ", "), opening, growth,
            background: background.growth(with: tools), undoDepth: undoDepth, size: Self.size, glyphs: glyphs, settings,
            surroundings)
        await initial.begin(on: dataset, opening, blind, by: surroundings.reviewer)
        inbox.greet(blind)
        inbox.post(.themesKnown(look.names, chosen: look.chosen))
        await inbox.greet(growth)
        return LinearSession(
            initial, of: dataset, inbox: inbox, desk: desk, editor: LinearEditor(surroundings),
            reader: LinearReader(glyphs: glyphs))
    }
}

extension LinearSession {
    /// Runs to the end, well or not.
    fileprivate mutating func ending() async -> Result<Inbox.Ending, any Error> {
        do {
            return .success(try await run())
        } catch { return .failure(error) }
    }
}

extension ScreenOptions {
    /// Whether there is somebody to show the explorer to, on a screen or line after line.
    func canBeUsed(in surroundings: Surroundings) throws -> Bool {
        if StandardStreams.canShowScreen { return true }
        return try goesLineByLine(in: surroundings)
    }

    /// Whether the explorer goes line after line: where it was asked to, where the terminal only prints, and where
    /// lines are piped in.
    func goesLineByLine(in surroundings: Surroundings) throws -> Bool {
        if linear { return true }
        guard StandardStreams.canShowScreen else { return StandardStreams.input.isPiped }
        if case .withoutCursor = TerminalFacts(term: surroundings.term).description { return true }
        return try surroundings.settings().access == .linear
    }
}

extension StandardStreams {
    /// Whether it is a pipe or a file, not a terminal and not a device that has nothing to say.
    fileprivate var isPiped: Bool {
        var status = stat()
        guard fstat(rawValue, &status) == 0 else { return false }
        return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
    }
}
