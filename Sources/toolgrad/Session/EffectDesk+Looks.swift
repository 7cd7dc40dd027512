import Canvas
import Explorer

extension EffectDesk {
    func show(theme name: String, _ keeping: Effect.Keeping) throws {
        switch keeping {
        case .preview: try look.preview(name)
        case .kept:
            try look.choose(name)
            inbox.post(.themesKnown(look.names, chosen: name))
            do { try surroundings.remember(theme: name) } catch {
                inbox.post(.failed("\(name) is shown, and not kept for the next start: \(error)"))
            }
        }
        // Whatever is on the screen looks otherwise now.
        inbox.post(.clockTicked(Surroundings.now()))
    }

    /// Follows the file of the theme on the screen.
    nonisolated func watchTheme() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(500))
            switch look.reload() {
            case nil: continue
            case .restyled(let theme, let problems): tell(problems, or: "\(theme) was read again.")
            case .kept(let problems): tell(problems, or: "The theme is as it was.")
            }
        }
    }

    private nonisolated func tell(_ problems: [ThemeProblem], or text: String) {
        guard let worst = problems.first else { return inbox.post(.told(text)) }
        inbox.post(.failed("\(worst)"))
    }

    /// Puts a text on the terminal's clipboard, where the settings let it.
    nonisolated func copy(_ copied: CopiedText) {
        guard mayCopy else {
            return inbox.post(
                .failed("Copying over SSH is off; clipboard = \"osc52\" in the settings lets it reach your terminal."))
        }
        let sent = terminal?.copy(copied.text) == true
        inbox.post(
            sent
                ? .copied("Sent to the terminal's clipboard: \(copied.name), \(copied.text.utf8.count) bytes.")
                : .failed("\(copied.name) is longer than the 74,994 bytes that a terminal's clipboard takes."))
    }
}
