import CNcurses
internal import Canvas
import Foundation
import Glibc

extension TerminalLoop {
    func takeSignals() {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(ct_signal_descriptor(), &bytes, bytes.count)
        guard count > 0 else { return }
        for number in Set(bytes.prefix(count)).sorted() { take(signal: Int32(number)) }
    }

    private func take(signal: Int32) {
        switch signal {
        case SIGWINCH: if case .onScreen = presence { adoptSize() }
        case SIGTSTP: suspend()
        case SIGCONT: goOn()
        default:
            if case .lent(_, let child) = presence { kill(child, SIGTERM) }
            inputs.yield(.terminated(signal: signal))
        }
    }

    func suspend() {
        guard case .onScreen = presence else { return }
        ct_leave()
        ct_stop_group()
        presence = .away
        comeBack()
    }

    /// Takes the terminal again when it is ours.
    func comeBack() {
        guard ct_in_foreground() else { return }
        show()
        inputs.yield(.resumed)
    }

    /// Goes on after a stop that nobody announced.
    private func goOn() {
        switch presence {
        case .onScreen where !ct_in_foreground():
            ct_leave()
            presence = .away
        case .onScreen, .away: comeBack()
        case .lent, .gone: break
        }
    }

    private func show() {
        ct_return()
        presence = .onScreen
        adoptSize()
        repaint()
    }

    func lend(to request: EditorRequest) {
        switch presence {
        case .onScreen: start(request)
        case .lent: request.finish(.failure(.editorRunning))
        case .away, .gone: request.finish(.failure(.closed))
        }
    }

    private func start(_ request: EditorRequest) {
        ct_leave()
        ct_signals_lend()
        var child: pid_t = 0
        let problem = ct_spawn_shell("\(request.editor) \"$1\"", request.file, &child)
        guard problem == 0 else {
            ct_signals_take_back()
            show()
            let reason = String(cString: strerror(problem))
            return request.finish(.failure(.editorNotStarted(editor: request.editor, reason: reason)))
        }
        presence = .lent(request, child: child)
        Thread.detachNewThread { [child, exchange] in
            exchange.post(.editorEnded(waitStatus: Self.waitStatus(of: child)))
        }
    }

    private static func waitStatus(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return 0 }
        }
        return status
    }

    func takeBack(waitStatus: Int32) {
        guard case .lent(let request, _) = presence else { return }
        ct_signals_take_back()
        presence = .away
        if ct_in_foreground() { show() }
        request.finish(.success(EditorEnding(waitStatus: waitStatus)))
    }

    /// Ends an editor that still has the terminal, and waits a second for it to tidy up.
    func endEditor() {
        guard case .lent(let request, let child) = presence else { return }
        kill(child, SIGTERM)
        var source = pollfd(fd: exchange.wakeup, events: Int16(POLLIN), revents: 0)
        let deadline = ContinuousClock.now + .seconds(1)
        while case .lent = presence, .now < deadline {
            _ = poll(&source, 1, 50)
            for case .editorEnded(let status) in exchange.take().orders {
                presence = .away
                request.finish(.success(EditorEnding(waitStatus: status)))
            }
        }
        if case .lent = presence { request.finish(.success(.killed(signal: SIGTERM))) }
    }
}
