import Testing

@testable import NcursesTerminal

@Suite struct `Pace of frames` {
    private let start = ContinuousClock.now

    @Test func `lets the first frame go at once`() {
        #expect(FramePacer().wait(at: start) == .zero)
    }

    @Test func `keeps a sixtieth of a second between two frames`() {
        var pacer = FramePacer()

        pacer.painted(at: start)

        #expect(pacer.wait(at: start) == FramePacer.gap)
        #expect(pacer.wait(at: start + .milliseconds(10)) == FramePacer.gap - .milliseconds(10))
        #expect(pacer.wait(at: start + .milliseconds(17)) == .zero)
    }

    @Test func `lets two frames after a key go at once, and only those`() {
        var pacer = FramePacer()
        pacer.painted(at: start)

        pacer.hurry()
        let first = pacer.wait(at: start)
        pacer.painted(at: start)
        let second = pacer.wait(at: start)
        pacer.painted(at: start)

        #expect([first, second] == [.zero, .zero])
        #expect(pacer.wait(at: start) == FramePacer.gap)
    }
}
