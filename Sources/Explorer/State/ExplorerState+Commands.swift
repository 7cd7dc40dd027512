import Canvas
import Engine
import Review

extension ExplorerState {
    mutating func openPalette() {
        let choices = Palette.Choices(
            queues: savedQueues.map(\.name), themes: themes, theme: theme, formats: formats.map(\.name))
        overlay = .palette(
            Palette(keymap: keymap, choices: choices, history: session.commands) { obstacle(to: $0) })
    }

    mutating func pressed(_ key: Key, in palette: Palette) -> [Effect] {
        var palette = palette
        let outcome = palette.press(key)
        overlay = .palette(palette)
        switch outcome {
        case .stays: return []
        case .closed:
            overlay = nil
            return themes.isEmpty ? [] : [.showTheme(theme, .preview)]
        case .previewed(.theme(let name)): return [.showTheme(name, .preview)]
        case .previewed: return []
        case .ran(let command):
            do throws(CommandProblem) {
                let task = try self.task(of: command)
                overlay = nil
                session.commands.append(palette.text)
                return perform(task)
            } catch {
                palette.complain(error.text)
                overlay = .palette(palette)
                return []
            }
        }
    }

    /// A command that was understood.
    private enum Task {
        case act(Action)
        case show(QueueView)
        case effects([Effect])
        case reject([AnchoredReason], note: String)
        case requeue
        case export(String)
        case count(StatisticsInterval)
    }

    /// What a command comes to.
    ///
    /// - Throws: Why it cannot be understood; the text stays in the palette.
    private func task(of command: Command) throws(CommandProblem) -> Task {
        switch command {
        case .act(let action): return .act(action)
        case .queue(let text) where savedQueues.contains { $0.name == text }: return try task(of: .openQueue(text))
        case .queue(let text): return .show(QueueView(filter: try filter(of: text), sort: queue.view.sort))
        case .clearFilter: return .show(QueueView(sort: queue.view.sort))
        case .sort(let text): return .show(QueueView(filter: queue.view.filter, sort: try order(of: text)))
        case .saveQueue(let name): return .effects([.saveQueue(SavedQueue(name: name, view: queue.view))])
        case .removeQueue(let name): return .effects([.removeQueue(name: name)])
        case .openQueue(let name):
            guard let saved = savedQueues.first(where: { $0.name == name }) else {
                throw CommandProblem("queue", called: name, among: savedQueues.map(\.name))
            }
            return .show(saved.view)
        case .theme(let name): return .effects([.showTheme(name, .kept)])
        case .go(let label): return .effects([.findLabel(label)])
        case .reject(let reasons, let note): return .reject(reasons.map { AnchoredReason($0) }, note: note)
        case .requeue: return .requeue
        case .export(let format): return .export(format)
        case .since(let text):
            guard let interval = StatisticsInterval(reading: text, offset: utcOffset) else {
                throw CommandProblem("\"\(text)\" is no interval. \(StatisticsInterval.advice)")
            }
            // The day itself stands in the line above.
            if let now = session.now, interval.obstacle(at: now, offset: utcOffset) != nil {
                throw CommandProblem("That is yet to come: it is \(now.dayAndTime(offset: utcOffset)) now.")
            }
            return .count(interval)
        }
    }

    private func filter(of text: String) throws(CommandProblem) -> Filter {
        do { return try Filter(parsing: text) } catch { throw CommandProblem("\(error)") }
    }

    private func order(of text: String) throws(CommandProblem) -> Sort {
        do { return try Sort(parsing: text) } catch { throw CommandProblem("\(error)") }
    }

    private mutating func perform(_ task: Task) -> [Effect] {
        if let obstacle = obstacle(to: task) {
            tell(obstacle, .warning)
            return []
        }
        switch task {
        case .act(let action): return perform(action)
        case .show(let view): return show(view)
        case .effects(let effects):
            if case .saveQueue(let queue)? = effects.first { tell("Kept: :queue \(queue.name) shows it again.") }
            return effects
        case .reject(let reasons, let note):
            guard marks.isEmpty else { return decideMarked(.reject(reasons, note: note)) }
            return settle(.reject(reasons, note: note))
        case .requeue: return marks.isEmpty ? decide { _ in .returnToPending } : decideMarked(.returnToPending)
        case .export(let format):
            openExport(to: format)
            return []
        case .count(let interval):
            stats.choose(interval)
            return show(.stats)
        }
    }
}

extension ExplorerState {
    /// Why a command has no place in a blind pass.
    private func obstacle(to task: Task) -> String? {
        switch task {
        case .show: obstacleOfPass(to: .filter)
        case .requeue: obstacleOfPass(to: .returnToPending)
        case .export: obstacleOfPass(to: .export)
        case .count: obstacleOfPass(to: .screen(.stats))
        case .act, .effects, .reject: nil
        }
    }
}

extension ExplorerState {
    mutating func openHelp() {
        let fields =
            FilterVocabulary.entries.map { ($0.example, $0.help) }
            + FilterVocabulary.rules.map { ($0.example, $0.help) }
        overlay = .help(HelpPage(keymap: keymap, on: screen, filterFields: fields) { obstacle(to: $0) })
    }

    mutating func pressed(_ key: Key, in page: HelpPage) -> [Effect] {
        var page = page
        switch page.press(key) {
        case .stays: overlay = .help(page)
        case .closed: overlay = nil
        case .ran(let action):
            overlay = nil
            return perform(action)
        }
        return []
    }
}
