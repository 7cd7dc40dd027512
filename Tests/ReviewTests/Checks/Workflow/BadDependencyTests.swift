import Engine
import Review
import TestSupport
import Testing

@Suite("Bad dependencies")
struct BadDependencyTests {
    private func found(_ sample: ReviewedSample) -> [String] {
        BadDependency().findings(in: CheckSubject(sample)).map { "\($0.severity) at \($0.target): \($0.evidence)" }
    }

    private let city = #"{"id":"PT-LIS-1"}"#

    @Test func `a value of a later step is an error`() {
        let sample = SampleBuilder(query: "Hotels in Lisbon?", response: "r")
            .step("hotel_find", ["city_id": "PT-LIS-1"], gives: "[1]").step(
                "city_find", ["name": "Lisbon"], gives: city
            )
            .sample

        #expect(found(sample) == ["error at step 1.city_id: comes from step 2, which runs later"])
    }

    @Test func `a value of another chain is a warning`() {
        let sample = SampleBuilder(query: "Hotels in Lisbon?", response: "r")
            .step("city_find", ["name": "Lisbon"], gives: city)
            .step("hotel_find", ["city_id": "PT-LIS-1"], gives: "[1]", chain: 2).sample

        #expect(found(sample) == ["warning at step 2.city_id: comes from step 1 of another chain"])
    }

    @Test func `a value of a step that a reviewer took out is an error`() {
        let sample = SampleBuilder(query: "Hotels in Lisbon?", response: "r")
            .step("city_find", ["name": "Lisbon"], gives: city).step(
                "hotel_find", ["city_id": "PT-LIS-1"], gives: "[1]"
            )
            .reviewed(.edit(.deleteStep(1))).sample

        #expect(found(sample) == ["error at step 2.city_id: comes from step 1, which is not there any more"])
    }

    @Test func `steps of one chain that share nothing are only told`() {
        let sample = SampleBuilder(query: "Weather in Graz, and a joke?", response: "r")
            .step("weather", ["city": "Graz"], gives: "21").step("joke", [:], gives: #""Outstanding""#).sample

        let findings = BadDependency().findings(in: CheckSubject(sample))

        #expect(findings.map(\.severity) == [.info, .info])
    }

    @Test func `steps that feed each other in one chain are none`() {
        let sample = SampleBuilder(query: "Hotels in Lisbon?", response: "r")
            .step("city_find", ["name": "Lisbon"], gives: city).step(
                "hotel_find", ["city_id": "PT-LIS-1"], gives: "[1]"
            )
            .sample

        #expect(found(sample).isEmpty)
    }

    @Test func `the labelled cases are told apart`() throws {
        try expectTells(BadDependency())
    }
}
