import Engine
import Review
import TestSupport
import Testing

@Suite("Redundant steps")
struct RedundantStepTests {
    private func found(_ sample: ReviewedSample) -> [String] {
        RedundantStep().findings(in: CheckSubject(sample)).map { "\($0.severity) at \($0.target): \($0.evidence)" }
    }

    @Test func `the same call with the same output is an error`() {
        let sample = SampleBuilder(query: "Rate?", response: "0.92").step(
            "fx", ["a": 1, "b": 2], gives: #"{"rate":0.92}"#
        )
        .step("fx", ["b": 2.0, "a": 1], gives: #"{"rate":0.92}"#).sample

        #expect(found(sample) == ["error at step 2: the same call as step 1, with the same output"])
    }

    @Test func `the same call with another output is none`() {
        let sample = SampleBuilder(query: "Die?", response: "3 and 5").step("die", [:], gives: #"{"value":3}"#)
            .step("die", [:], gives: #"{"value":5}"#).sample

        #expect(found(sample).isEmpty)
    }

    @Test func `a step that nothing uses is a warning`() {
        let sample = SampleBuilder(query: "5 miles in km?", response: "8.05 km.")
            .step("convert", ["value": 5], gives: #"{"result":8.0467}"#)
            .step("joke", [:], gives: #"{"text":"Outstanding in its field"}"#).sample

        #expect(
            found(sample) == ["warning at step 2: no later step and nothing in the response uses what joke returned"])
    }

    @Test func `a step that a later one uses is none`() {
        let sample = SampleBuilder(query: "How warm is Graz?", response: "21 °C.")
            .step("geocode", ["place": "Graz"], gives: #"{"lat":47.0707}"#)
            .step("weather", ["lat": 47.0707], gives: #"{"temp":21}"#).sample

        #expect(found(sample).isEmpty)
    }

    @Test func `the labelled cases are told apart`() throws {
        try expectTells(RedundantStep())
    }
}
