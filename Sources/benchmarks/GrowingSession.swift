import Canvas
import Explorer

/// The interface with what it is asked and what it answers, as the program has it.
struct GrowingSession {
    private(set) var state: ExplorerState
    private(set) var desk: GrowingDesk
    private(set) var events = 0
    private(set) var frames = 0
    private let size: Size
    private var answers: [ExplorerEvent] = []
    private var shown: Frame?

    init(state: ExplorerState, desk: GrowingDesk, size: Size) {
        (self.state, self.desk, self.size) = (state, desk, size)
    }

    /// What is on the screen.
    var screen: String { shown?.text() ?? "" }

    mutating func begin() {
        answers = desk.answers(to: state.start())
        show()
        hear()
    }

    mutating func happen() {
        events += 1
        take(.recorded(desk.next()))
    }

    mutating func press(_ key: Key) { take(.key(key)) }

    mutating func show() {
        let frame = state.frame(in: size, glyphs: .utf8)
        _ = frame.changes(from: shown)
        shown = frame
        frames += 1
    }

    /// What was asked for so far is answered: as in the program, after the frame of the burst that asked for it.
    mutating func hear() {
        let waiting = answers + desk.readings()
        answers = []
        waiting.forEach { take($0) }
    }

    private mutating func take(_ event: ExplorerEvent) { answers += desk.answers(to: state.update(event)) }
}
