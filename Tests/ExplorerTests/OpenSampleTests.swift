import Engine
import Review
import Testing

@testable import Explorer

@Suite("The sample on the screen")
struct OpenSampleTests {
    private static func opened() -> OpenSample {
        OpenSample(ExampleSample.reviewed(), decisions: [], lastEvent: 100)
    }

    @Test func `shows the same when it is walked back and forth as when it is walked once`() {
        var once = Self.opened()
        once.walk(by: -1)
        var often = Self.opened()
        for distance in [-1, 1, -1, -1, 1] { often.walk(by: distance) }

        #expect(once.viewed == often.viewed)
        #expect(once.view == often.view)
        often.walk(by: 1)
        #expect(often.view == Self.opened().view)
    }

    @Test func `shows an edit in iterations that were looked at before it`() throws {
        var sample = Self.opened()
        sample.walk(by: -1)
        sample.walk(by: 1)
        let before = sample.view.whole
        let last = try #require(before.steps.last)

        sample.take(
            Decision(
                sequence: 1, time: .at(12, 0), reviewer: "zh", sample: sample.id,
                action: .edit(.deleteStep(last.number))
            ))
        let edited = sample.view.whole
        sample.walk(by: -1)

        #expect(edited != before)
        #expect(sample.view.whole == edited)
    }
}
