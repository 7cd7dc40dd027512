import Canvas
import Engine
import Explorer
import NcursesTerminal

/// The approval screen, live.
struct ApprovalSession {
    /// How the screen was left.
    enum Ending {
        case approved([ToolName: Tool.Effects])
        case left
        case hungUp
        case signal(Int32)
    }

    let terminal: Terminal
    let look: Look

    private enum Arrival: Sendable {
        case input(TerminalInput)
        case event(ApprovalEvent)
    }

    /// Runs until the user approves or leaves; nothing is written here.
    func run(_ initial: ApprovalState) async -> Ending {
        let (arrivals, arriving) = AsyncStream.makeStream(of: Arrival.self)
        let reading = Task {
            for await input in terminal.inputs { arriving.yield(.input(input)) }
            arriving.finish()
        }
        defer { reading.cancel() }
        var state = initial
        show(state)
        for await arrival in arrivals {
            let event: ApprovalEvent
            switch arrival {
            case .event(let own): event = own
            case .input(.key(let key)): event = .key(key)
            case .input(.resized(let size)): event = .resized(size)
            case .input(.resumed): event = .resized(terminal.size)
            case .input(.hungUp): return .hungUp
            case .input(.terminated(let number)): return .signal(number)
            }
            for effect in state.update(event) {
                switch effect {
                case .approve(let effects): return .approved(effects)
                case .leave: return .left
                case .redraw: break
                case .suspend: terminal.suspend()
                case .wake(let number, let pause):
                    Task {
                        try? await Task.sleep(for: pause)
                        arriving.yield(.event(.woken(number)))
                    }
                }
            }
            show(state)
        }
        return .left
    }

    private func show(_ state: ApprovalState) {
        terminal.show(state.frame(in: terminal.size, glyphs: look.glyphs), in: look.theme)
    }
}
